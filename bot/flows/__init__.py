"""Conversations, one flow a module; ``bot.flows.registry`` names them all."""
