# Microsoft Teams: what only this platform needs to say.

teams-in-person = Everything about the mentoring programme is between you and me. Write to me in our own chat: open it from my name, and type “help”.
teams-failed = Something went wrong on my side and nothing was kept. Please try again in a moment.
