"""Slack: one more platform, thin; slack-bolt dispatches and slack-sdk calls."""
