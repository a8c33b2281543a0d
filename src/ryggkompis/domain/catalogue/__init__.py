"""What can be done, asked and read: exercises, figures, cards, and what somebody does not tolerate."""
