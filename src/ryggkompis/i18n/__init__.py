"""Words, numbers and dates in the patient's language."""
