"""Options: declared once, and read, completed, explained and tried out from there."""
