# Microsoft Teams: what only this platform needs to say.

teams-in-person = Everything about the mentoring programme is between you and me. Write to me in our own chat: open it from my name, and type “help”.
teams-failed = Something went wrong on my side and nothing was kept. Please try again in a moment.

teams-app-name = Passerelle
teams-app-full-name = Passerelle – reverse mentoring
teams-app-short = Reverse mentoring: those who know something new teach the leaders.
teams-app-full = Passerelle runs your organisation’s reverse-mentoring programme. It asks who wants to take part, proposes pairs with their reasons, helps two people find their dates, and asks once a week how it goes, in three taps as a rule. Taking part is your choice, today and at any time. What you answer stays yours: coordinators see decisions to take, never what a person said. Type “who-sees” to read who can see what, and “help” for all there is.
