# Erasing everything kept about somebody.
help-command-forget-me = forget-me – erase all of it
erasure-sure =
    This erases everything I keep about you, for good and at once. Nobody is told why.
    .title = Erase everything?
    .yes = Erase everything
    .no = Keep it
    .my-data = Show me my data first
    .pause = A break instead
    .next = A copy for yourself? Type “my-data” first: afterwards there is nothing left to show.
erasure-goes-profile = your name, e-mail, profile and consents
erasure-goes-answers = your check-ins, feedback and notes
erasure-goes-pairing = a pairing ends at once; your partner can see that, and reads the next working morning only that it has ended
erasure-goes-account = the link to this chat: I will not know you any more
erasure-stays = What stays, without your name:
erasure-stays-tombstone = an empty entry, so that a partner keeps the dates of a past pairing
erasure-stays-decisions = decisions made as a coordinator, under a number that no longer leads to you
erasure-last-coordinator = You are the only coordinator, and the people of the programme need one. Have HR name another coordinator first; then type “forget-me” again. Nothing was changed.
erasure-kept =
    Nothing was erased.
    .title = All as before
    .status = Where I stand
erasure-done =
    It is done: { $count ->
        [one] one entry about you is erased
       *[other] { $count } entries about you are erased
    }, and your name with them. Thank you for the time you gave.
    .title = Erased
    .next = I will not write to you again, unless your organisation adds you to the programme’s people anew.
