"""Being proposed to one another, saying yes, and meeting one's partner."""
