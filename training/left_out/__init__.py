"""A recipe trained once without each place, and what its networks do there; knows commands, no window."""
