"""Looking after an installation: its settings, its key and its schema."""
