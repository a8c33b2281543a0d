"""Ryggkompis: a diary and a daily plan for people recovering from a lumbar disc herniation."""

__version__ = "0.1.0"
