"""What is done when a subject's instant has come, a module per kind; each sets its next instant."""
