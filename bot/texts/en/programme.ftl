# The programme, its rhythm and its rounds.
help-command-programme = programme – its settings and its rounds
programme-home =
    This is how { $name } runs at the moment.
    .title = { $name }
    .edit = Change the settings
    .close = Close the round
    .cancel = Call the round off
    .criteria = What counts
    .topics = Topics
    .invite = Invite
    .announce = Announce
    .match = Run the pairing
programme-between =
    No round is open. Settings stay as they are until you change them.
    .title = { $name }
    .cycle = Open a new round
    .edit = Change the settings
programme-label =
    .weeks = Weeks
    .meetings = Meetings
    .checkin = Weekly check-in
    .cycle = Round
    .answer-by = Answer promised by
programme-state =
    .open = round { $number }, open to volunteers
    .running = round { $number }, running; late volunteers are welcome
    .closed = round { $number } is closed
    .cancelled = round { $number } was called off
programme-weekday =
    .d0 = Monday
    .d1 = Tuesday
    .d2 = Wednesday
    .d3 = Thursday
    .d4 = Friday
programme-hour = { $hour }:00
programme-checkin-moment = { $weekday } at { $hour }:00, each person’s own time

programme-create =
    I suggest six meetings in twelve weeks. You can change everything later.
    .title = New programme
    .submit = Create
programme-edit =
    New pairs start with these settings; pairs already under way keep their end date.
    .title = Settings
    .submit = Save
programme-cycle =
    People can volunteer as soon as the round is open.
    .title = New round
    .submit = Open the round
programme-field =
    .name = Name of the programme
    .name-hint = As your colleagues will read it.
    .weeks = How many weeks? ({ $low } to { $high })
    .meetings = How many meetings? ({ $low } to { $high })
    .weekday = Day of the weekly check-in
    .hour = Hour of the weekly check-in
    .hour-hint = In each person’s own time zone.
    .answer-by = By which day does every volunteer get an answer?
    .answer-by-hint = Volunteers read this day when they join, so choose one you can keep.
programme-fault =
    .name = The programme needs a name.
    .name-long = This name has { $length } characters; { $limit } fit on every screen. Please shorten it.
    .meetings-many = That is more than one meeting a week. Choose { $weeks } or fewer.
    .date = I cannot read this date. Please write it like 2026-12-31.
    .past = This day is not in the future. Choose one after { $day }.
    .far = This day is more than a year away. Choose an earlier one.

programme-opened =
    { $name } is ready, and round { $number } is open. Nobody has been written to yet.
    .title = The round is open
    .invite = Invite colleagues
    .programme = Settings and round
    .next = Whoever joins before { $day } hears back by then. Your first digest comes here on { $digest }, and then once a week.

programme-closing =
    Close round { $number }? Nobody new can join, and proposals that were not accepted are taken back. { $some ->
        [no] No pair is under way.
       *[yes] Pairs under way: { $pairings }. They continue to their own end, since only their two people may end them.
    }
    .title = Close the round
    .yes = Close it
    .no = Keep it open
    .next = { $waiting ->
        [no] Nobody is waiting for a partner.
       *[yes] Whoever is still waiting for a partner reads it in working hours.
    }
programme-cancelling =
    Call round { $number } off? Drafts are deleted and proposals are taken back, in neutral words. { $some ->
        [no] No pair is under way.
       *[yes] Pairs under way: { $pairings }. They continue to their own end, since only their two people may end them.
    }
    .title = Call the round off
    .yes = Call it off
    .no = Keep it
    .next = { $waiting ->
        [no] Nobody is waiting for a partner.
       *[yes] Whoever is still waiting for a partner reads it in working hours.
    }
programme-closed =
    The round is closed. { $told ->
        [no] Nobody was waiting.
       *[yes] Whoever was waiting reads it in working hours.
    }
    .title = Closed
    .programme = Settings and round
    .next = You can open a new round whenever you like.
programme-cancelled =
    The round is called off. { $told ->
        [no] Nobody was waiting.
       *[yes] Whoever was waiting reads it in working hours.
    }
    .title = Called off
    .programme = Settings and round
    .next = You can open a new round whenever you like.
programme-told-closed =
    This round of reverse mentoring is now closed, and there was no partner for you in it. That happens, and it says nothing about you.
    .title = This round is over
    .next = If you are invited to the next round, you read it here.
programme-told-closed-after =
    This round of reverse mentoring is now closed. Thank you for the time you gave to your pairing in it.
    .title = This round is over
    .next = If you are invited to the next round, you read it here.
programme-told-cancelled-after =
    This round of reverse mentoring has been called off. Thank you for the time you gave to your pairing in it; there is nothing for you to do.
    .title = This round is called off
    .next = If you are invited to the next round, you read it here.
programme-told-cancelled =
    This round of reverse mentoring has been called off. Thank you for having volunteered; there is nothing for you to do.
    .title = This round is called off
    .next = If you are invited to the next round, you read it here.

programme-exists = There is a programme already, so nothing was created. Type “programme” to see it.
programme-none-open = No round is open right now. Type “programme” to open one.
programme-still-open = Round { $number } is still open. Close it or call it off first; then a new one can begin.
