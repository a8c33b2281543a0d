"""The ways to look at the course, each a small module."""
