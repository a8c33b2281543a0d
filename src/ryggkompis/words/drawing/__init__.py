"""The pain drawing in words."""
