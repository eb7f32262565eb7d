"""Conversations, one flow a module; ``bot.runtime.registry`` names them all."""
