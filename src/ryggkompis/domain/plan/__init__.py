"""What today holds, and why: the gate, the decision table, and all it looks at."""
