"""The one finder: what can be done, read and seen, what was written, and days, each by its words."""
