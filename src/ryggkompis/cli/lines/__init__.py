"""The plain mode: the whole day as lines and numbered questions."""
