"""What an import would do to a journal, said before it is done, and doing it."""
