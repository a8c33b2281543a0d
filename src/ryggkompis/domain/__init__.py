"""Values and decisions: entries, history, safety, plan and progress; no I/O and no clock."""
