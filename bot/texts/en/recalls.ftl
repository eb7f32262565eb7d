# Taking back what has not gone out yet.
help-command-recall = recall – take back what has not gone out yet
recalls-home =
    What has not reached anybody yet can be taken back; what has gone out stays, and you see to whom.
    .title = Take something back
    .invitation = The invitations of { $when }
    .announcement = The announcement of { $when }
    .approval = The approval of { $when }
    .next = I ask you once more first.
recalls-none =
    There is nothing to take back: nothing was sent in this round, or all of it has gone out.
    .title = Take something back
    .console = Where things stand
recalls-what =
    .invitation = { $count ->
        [one] One invitation has not gone out: that person would not be asked, and can be later.
       *[other] { $count } invitations have not gone out: those people would not be asked, and can be later.
    }
    .announcement = Whoever has not got the announcement yet would not get it.
    .approval = { $count ->
        [one] One pair has not seen its offer: it would be a draft for your review again.
       *[other] { $count } pairs have not seen their offer: they would be drafts for your review again.
    }
recalls-sure =
    { $what }
    .title = Take it back?
    .yes = Take it back
    .no = Leave it
recalls-out = { $count ->
    [one] It has gone out to one person already, and stays there:
   *[other] It has gone out to { $count } people already, and stays there:
}
recalls-more = { $count ->
    [one] and one more
   *[other] and { $count } more
}
recalls-back =
    .invitation = { $count ->
        [one] One invitation is taken back, as if it had never been.
       *[other] { $count } invitations are taken back, as if they had never been.
    }
    .announcement = The announcement is taken back from everybody who had not got it.
    .approval = { $count ->
        [one] One pair waits for your review again.
       *[other] { $count } pairs wait for your review again.
    }
recalls-done =
    { $what }
    .title = Taken back
    .invite = Invite
    .announce = Announce
    .review = Review proposals
recalls-too-late =
    It is too late for that: all of it has gone out.
    .title = Nothing was changed
    .console = Where things stand
recalls-kept =
    Nothing was changed.
    .title = It goes on as planned
    .console = Where things stand
