"""How it has gone: change, trend, milestones and the usual course."""
