"""Data and rules of a reverse-mentoring programme; standard library only."""
