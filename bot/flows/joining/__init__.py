"""Being invited, saying yes, and the profile."""
