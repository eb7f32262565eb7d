"""The playground: a local web chat, one more platform beside Slack and Teams."""
