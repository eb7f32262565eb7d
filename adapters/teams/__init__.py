"""Microsoft Teams: one more platform beside Slack and the playground."""
