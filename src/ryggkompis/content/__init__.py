"""data/*.yaml, read strictly into the domain's values."""
