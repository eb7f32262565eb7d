# Inviting to a round: whom, in which first words, and who that is by name.
help-command-invite = invite – choose whom to invite, see it, send it
invitations-none =
    Everybody has been asked already; nobody is asked twice in one round.
    .title = Invitations
    .volunteers = Volunteers
    .recall = Take something back
    .programme = Settings and round
invitations-preview =
    { $count ->
        [0] There is nobody left to ask among these. Choose others, or leave it at that.
        [one] One colleague would be asked.
       *[other] { $count } colleagues would be asked.
    }
    .title = Invitations: preview
    .go = Continue
    .names = See the names
    .choose = Choose whom
    .lines = Change the first line
    .no = Not now
    .next = Nothing is sent yet. I ask you once more first.
invitations-row =
    .whom = Whom
    .unreachable = Cannot be reached here
    .left-out = Named, and left out: asked already
invitations-whom =
    .everybody = everybody who has not been asked
    .again = those an earlier invitation did not reach
invitations-levels = { $ends ->
    [both] levels { $low } to { $high }
    [low] level { $low } and above
   *[high] up to level { $high }
}
invitations-named = { $count ->
    [one] one person by name
   *[other] { $count } people by name
}
invitations-role =
    .mentor = Suggested as mentor
    .mentee = Suggested as mentee
    .unknown = Level unknown
invitations-in =
    .fr = Who reads French gets
    .en = Who reads English gets
invitations-names =
    { $first } to { $last } of { $count }:
    .title = Who would be asked
    .invite = Back to the preview
invitations-name = { $name } ({ $email }){ $place ->
    [none] { "" }
   *[other] , { $place }
}{ $role ->
    [mentor] { " – mentor" }
    [mentee] { " – mentee" }
   *[unknown] { "" }
}
invitations-choice =
    Now: { $whom }. Whoever was asked before is never asked twice; whoever could not be reached can be.
    .title = Whom do you invite?
    .everybody = Everybody not asked yet
    .part = Departments, offices, levels
    .named = People by name or address
    .again = { $count ->
        [one] Send again to the one not reached
       *[other] Send again to { $count } not reached
    }
    .back = Leave it as it is
    .next = You see the names before anything is sent.
invitations-part =
    Who fits all that you fill in is asked. What you leave empty leaves nobody out.
    .title = A part of the organisation
    .submit = See who that is
    .departments = Departments
    .offices = Offices
    .lowest = From level
    .highest = Up to level
    .written = Names with commas between them.
invitations-named-form =
    For a pilot, for instance: only those you name are asked.
    .title = People by name or address
    .submit = See who that is
    .people = Who
    .hint = A name or an address per line, or rows pasted from a table with the addresses in them.
invitations-lines =
    Your own first line in each language; the rest stays, for it says what people agree to. Leave a field empty to keep ours, which stands below it.
    .title = The first line
    .submit = See it
    .fr = In French
    .en = In English
invitations-fault =
    .unknown = { $count ->
        [one] I do not know { $names }.
       *[other] I do not know these { $count }: { $names }.
    }
    .several = { $count ->
        [one] Several people may be meant by { $names }; please give the address.
       *[other] Several people may be meant by each of these { $count }; please give their addresses: { $names }.
    }
    .more = { $count ->
        [one] One more is not shown.
       *[other] { $count } more are not shown.
    }
    .kept = Nobody of the list was taken; correct it and send it in again.
    .levels = This is below { $lowest }, where you begin.
    .nothing = Please fill in one of the four; for everybody there is a button.
invitations-sure =
    { $count ->
        [one] One colleague is about to get the invitation
       *[other] { $count } colleagues are about to get the invitation
    }: { $whom }. As long as it has not reached somebody, it can be taken back.
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
    .recall = Take it back
    .next = Each arrives in working hours. { $promised ->
        [yes] Whoever joins before { $day } hears back by then, matched or not.
       *[no] Whoever joins now hears back at the next pairing, matched or not.
    }
invitations-kept =
    Nothing was sent.
    .title = Invitations
    .invite = Invite
    .programme = Settings and round
invitations-already = Those invitations are on their way already; nobody is asked twice.
