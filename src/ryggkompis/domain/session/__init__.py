"""Going through exercises, walking and sitting by the clock."""
