"""The program as one file that needs no Python: ``make executable``."""
