"""The use cases: what a patient does, in verbs."""
