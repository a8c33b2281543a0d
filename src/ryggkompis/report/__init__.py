"""What comes out: the log and the page for the therapist, from one set of facts."""
