"""What is written to a file, read from one, and kept or erased of the diary, asked about as lines."""
