# Inviting everybody who has no part in the round yet.
help-command-invite = invite – ask everybody who has not been asked
invitations-none =
    Everybody has been asked already; nobody is asked twice in one round.
    .title = Invitations
    .volunteers = Volunteers
    .programme = Settings and round
invitations-preview =
    { $count ->
        [one] One colleague has not been asked yet
       *[other] { $count } colleagues have not been asked yet
    }. Each reads this card in their own language. { $unreachable ->
        [0] All of them can be reached here.
        [one] One person cannot be reached here.
       *[other] { $unreachable } people cannot be reached here.
    }
    .title = Invitations: preview
    .go = Continue
    .no = Not now
    .next = Nothing is sent yet. I ask you once more first.
invitations-sure =
    { $count ->
        [one] One colleague is about to get the invitation.
       *[other] { $count } colleagues are about to get the invitation.
    } It cannot be called back.
    .title = Send now?
    .yes = { $count ->
        [one] Send it to one person
       *[other] Send it to { $count } people
    }
    .no = Not now
    .next = Nobody is written to outside their working hours.
invitations-sent =
    { $count ->
        [one] One invitation is on its way.
       *[other] { $count } invitations are on their way.
    }
    .title = Invitations
    .volunteers = Volunteers
    .next = Each arrives in working hours. Whoever joins before { $day } hears back by then, matched or not.
invitations-kept =
    Nothing was sent.
    .title = Invitations
    .invite = Invite
    .programme = Settings and round
invitations-already = Those invitations are on their way already; nobody is asked twice.
