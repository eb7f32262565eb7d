"""Every query, a method each; what it answers is said by the ports (bot.ports)."""
