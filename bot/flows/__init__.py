"""Conversations, a folder for each chapter; ``bot.runtime.registry`` lists them all."""
