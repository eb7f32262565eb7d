"""The questions one may ask: who with whom, why (not) these two, what if, what after declines."""
