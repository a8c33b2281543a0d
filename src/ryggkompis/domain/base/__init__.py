"""What everything stands on: values, days, text, scales and the errors a user can mend."""
