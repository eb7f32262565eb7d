"""Processes that stay up: the server, the playground, their timers and their end."""
