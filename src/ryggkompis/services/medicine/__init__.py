"""Medicines that are counted: what is kept of them."""
