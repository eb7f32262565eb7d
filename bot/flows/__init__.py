"""Conversations, one flow a module; ``bot.runtime.registry`` lists them all."""
