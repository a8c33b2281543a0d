"""What is said of one day and of what is done on it."""
