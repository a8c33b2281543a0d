"""The pain drawing as a picture."""
