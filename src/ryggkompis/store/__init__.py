"""The journal on the disk: one JSON file a month, never overwritten unread."""
