"""What this machine remembers beside the journal: worth no backup, and sealed and erased with it."""
