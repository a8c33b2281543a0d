"""One day as a patient meets it: what is known, what stands of the plan, and what may be done."""
