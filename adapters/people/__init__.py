"""HR's list of people: read from a file, checked, kept."""
