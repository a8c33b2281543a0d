"""Everything of ours on this machine, listed once, for whoever locks, erases, looks or tidies."""
