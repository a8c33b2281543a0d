"""What the patient said: entries, and the days they belong to."""
