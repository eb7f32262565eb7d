# What can be typed, and to whom a concern may be brought.
help-commands =
    I run the reverse-mentoring programme: I ask who wants to take part, find pairs, and keep in touch. Type any of these words. Every button has a number you can type, too.
    .title = What I can do
    .status = Where I stand
    .who-sees = Who sees what
    .report = I have a concern
help-hello =
    I run the reverse-mentoring programme: a colleague who knows something new shows it to a leader who wants to learn it. Taking part is your choice, today and at any time.
    .title = Hello
    .status = Where I stand
    .who-sees = Who sees what
    .help = What I can do
help-hello-coordinator =
    You coordinate the reverse-mentoring programme. Where it stands, and what to decide next, is one tap away.
    .title = Hello
    .admin = Where it stands
    .help = What I can do
help-hello-first =
    You coordinate reverse mentoring here, and it begins in three steps. First you settle its rhythm and open a round: the button below leads there. Then type “invite”, and I ask everybody who may take part. When enough of them have said yes, type “match”: I propose pairs with my reasons, and nobody hears of them before you approve.
    .title = Welcome
    .programme = Set up the programme
    .help = What I can do
    .next = Whoever runs my server can check at any time that all is well: “passerelle doctor”.
help-hello-nobody =
    Nobody coordinates reverse mentoring here yet, and nothing begins before somebody does. Whoever runs my server names that person: by e-mail when people are imported, or by member ID in the settings of Slack. That person then types “programme” to me.
    .title = Welcome
    .who-sees = Who sees what
    .help = What I can do
    .next = “passerelle doctor”, on the server, says what is still missing.
help-group-everybody = For everybody
help-group-participants = While you take part
help-group-coordinators = For coordinators
help-command-hello = hello – where to begin
help-command-join = join – take part
help-command-status = status – where you stand, and what happens next
help-command-lang = lang fr, lang en – the language I write to you in
help-command-who-sees = who-sees – what is kept, and who can read it
help-command-my-data = my-data – everything kept about you
help-command-forget-me = forget-me – erase all of it
help-command-report = report – someone outside to talk to
help-command-help = help – this card
help-command-plan = plan – your meetings
help-command-tell = tell – a short message to your partner
help-command-checkin = checkin – say how it goes
help-command-agenda = agenda – a guide for the first meeting
help-command-feedback = feedback – your mid-point or final feedback, when it is due
help-command-profile = profile – your topics, hours and wishes
help-command-pause = pause, pause 2 weeks – take a break
help-command-resume = resume – end your break
help-command-rematch = rematch – ask for another partner
help-command-leave = leave – stop, without a reason
help-command-admin = admin – where the programme stands, and what to decide
help-command-programme = programme – its settings and its rounds
help-command-invite = invite – ask everybody who has not been asked
help-command-volunteers = volunteers – who takes part, and what is in short supply
help-command-topics = topics – add your own to the catalogue, from what people wish for
help-command-criteria = criteria – what makes a pair good, and what it must have
help-command-why-not = why-not Ana and Bob – the rule against two people, or the price
help-command-match = match – look for pairs
help-command-review = review – look at the pairs before anybody is told
help-command-rules = rules – pairs to keep, or never to make
help-command-digest = digest – what needs a decision this week
help-command-announce = announce – write to everybody who takes part

help-concern =
    You can talk to any of these people. None of them is in your reporting line or your partner’s. Write to them directly: I pass nothing on, and I do not keep that you asked.
    .title = Someone outside to talk to
    .status = Where I stand
    .leave = Stop the pairing now
    .next = They follow your organisation’s harassment policy and keep what you say confidential. If you are in danger, call your local emergency number first.
help-nobody-to-tell =
    There is nobody here who is outside your reporting line and your partner’s. Please turn to the person named in your organisation’s harassment policy, or to an outside body such as your labour standards office. I pass nothing on, and I do not keep that you asked.
    .title = Someone outside to talk to
    .status = Where I stand
    .next = You can stop the pairing at any time, without a reason: type “leave”.
