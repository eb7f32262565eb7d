"""Breaks, another partner, stopping, and being forgotten."""
