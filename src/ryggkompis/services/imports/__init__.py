"""Imports of other programs' files, each as a whole."""
