"""Changes each number and comparison of the plan by one, and sees whether the tables of tests notice."""
