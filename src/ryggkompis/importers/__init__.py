"""What comes in: our own reports and months, and other programs' diaries."""
