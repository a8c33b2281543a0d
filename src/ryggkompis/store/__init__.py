"""The journal on the disk: one JSON file a month, settings, and entries as lines."""
