"""What was written, found again: by words in either language, by kind, and by day."""
