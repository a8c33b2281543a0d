"""The pain drawing in the window."""
