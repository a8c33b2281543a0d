"""Other programs' files, read into entries."""
