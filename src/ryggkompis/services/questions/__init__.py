"""What is asked, as values that every front end shows in its own way."""
