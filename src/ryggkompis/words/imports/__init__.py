"""Imports of other programs' files in words."""
