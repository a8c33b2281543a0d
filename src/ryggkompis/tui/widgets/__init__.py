"""What pages are made of; a widget knows values, never services."""
