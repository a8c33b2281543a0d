"""Made-up patients who live with the plan, in a closed loop: what the rules do to people of many kinds."""
