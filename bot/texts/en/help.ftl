# What can be typed, and to whom a concern may be brought.
help-commands =
    I run the reverse-mentoring programme: I ask who wants to take part, find pairs, and keep in touch. Type any of these words. Where I ask you something, the number of an answer will do, too: 1 for the first.
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
help-command-report = report – someone outside to talk to
help-command-help = help – this card

help-concern =
    You can talk to any of these people. { $line ->
        [known] None of them is in your reporting line or your partner’s.
       *[unknown] Nobody told me all reporting lines: please choose somebody who is not in yours, nor in your partner’s.
    } Write to them directly: I pass nothing on, and I do not keep that you asked.
    .title = Someone outside to talk to
    .status = Where I stand
    .leave = Stop the pairing now
    .next = Your organisation named them for this; its harassment policy says how what you tell them is protected. If you are in danger, call your local emergency number first.
help-contact-wanted =
    At the moment not everybody in the programme has somebody to turn to with a concern: of the contacts that were named, some are away, have left, or stand in a reporting line. Please name one more, best in another part of the organisation. I tell nobody whom it is about, and whether anybody asked.
    .title = One more contact is needed
    .who-sees = Who sees what
    .contacts = Name somebody
    .next = Type “contacts” at any time to see who is named, and to name more.
help-nobody-to-tell =
    There is nobody here at the moment who is outside your reporting line and your partner’s. Please turn to the person named in your organisation’s harassment policy, or to an outside body such as your labour standards office. { $asked ->
        [yes] I ask the coordinators to name one more person; they do not read who asked, nor why.
       *[no] { "" }
    } I pass nothing on, and I do not keep that you asked.
    .title = Someone outside to talk to
    .status = Where I stand
    .next = You can stop the pairing at any time, without a reason: type “leave”.
