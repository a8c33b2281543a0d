"""The command line: arguments, wiring, exit statuses."""
