"""The grammar of conversations: flows of named steps, and the turns in which they are taken."""
