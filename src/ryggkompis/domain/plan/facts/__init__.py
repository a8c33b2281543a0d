"""What is known on a morning: how it compares, how the leg took what was done, and what was walked."""
