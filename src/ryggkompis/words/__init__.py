"""What is said, in the language of the patient: values become sentences, once."""
