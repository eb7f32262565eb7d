"""Judges a rehearsal from outside: what people saw and did, against what really happened to them.

Nothing here asks the product how it decides. Judges know the company as it is, read cards as drawn,
count days on a calendar of their own, and copy what the product wrote down at each commit.
"""
