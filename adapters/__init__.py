"""Every edge: platforms, command line, settings, clocks."""
