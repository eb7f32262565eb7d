# Words of Slack's own windows, and of what can go wrong there.
slack = Mentoring
slack-close = Close
slack-cancel = Cancel
slack-yes = Yes
slack-busy = I could not save that just now, so nothing was changed. Please try again in a minute.
slack-late = The window could not be opened in time. Please press the button once more.
slack-no-window = I can only open a window from a button or a command: please type that after /mentor instead.
slack-in-chat = This is longer than a window holds: I have written all of it in our chat.
