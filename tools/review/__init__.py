"""What clinicians are asked about the plan and the texts, what they answer, and what follows from it."""
