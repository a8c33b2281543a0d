"""Pages and files for the therapist."""
