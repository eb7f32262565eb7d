"""The one way out for figures: what is published about groups never says anything of a person."""
