"""What a therapist said: told by answers, kept as their file, gone on with, and ended."""
