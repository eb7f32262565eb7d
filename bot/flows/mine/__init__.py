"""What somebody finds about themselves: where they stand, help, who sees what, their data."""
