"""The meetings of a pair: their dates, their moves, and how to prepare for one."""
