"""What is told in a dialog: a medicine, a visit, the week."""
