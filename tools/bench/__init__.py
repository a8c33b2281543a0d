"""What the program costs, measured beside its rivals (make bench)."""
