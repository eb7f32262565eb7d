# Running the pairing and reviewing what it proposes.
review-summary =
    { $pairs ->
        [one] One pair is proposed
       *[other] { $pairs } pairs are proposed
    } (points out of 1000: best { $best }, lowest { $lowest }). { $left ->
        [0] Nobody is left without a partner.
        [one] One person is left without a partner.
       *[other] { $left } people are left without a partner.
    }
    .title = The pairing was run
    .look = Review one by one
    .unmatched = Who is left, and why
    .approve = Approve
    .next = Nobody has been told anything yet. You decide.
review-pair =
    Mentor: { $mentor }
    Mentee: { $mentee }
    { $locked ->
        [true] Locked: running the pairing again keeps these two. Their { $score } points, reason by reason:
       *[false] Their { $score } points, reason by reason:
    }
    .title = Proposal { $number } of { $count }
    .previous = Previous
    .following = Next
    .lock = Lock
    .unlock = Unlock
    .swap = Another mentor
    .forbid = Never these two
    .drop = Leave out
    .approve = Approve all
    .next = Nobody has been told anything yet.
review-swap =
    { $mentee } is proposed { $mentor }. The best other mentors, and what each would cost:
    .title = Another mentor
    .choose = { $mentor }
    .no = Keep it as it is
    .next = The new pair is locked, so running the pairing again keeps it.
review-swap-none =
    There is no other mentor with whom no rule stands in { $mentee }’s way.
    .title = Another mentor
    .no = Back
review-price = { $score } points; { $change ->
    [gains] { $points ->
        [one] gains 1 point in all
       *[other] gains { $points } points in all
    }
   *[costs] { $points ->
        [one] costs 1 point in all
       *[other] costs { $points } points in all
    }
}. { $effect ->
    [moves] { $payer } would get the present mentor instead.
    [left] { $payer } would be left without a partner.
   *[nobody] Nobody else is affected.
}
review-nobody = Nobody is free to be paired, so nothing was changed. Invite colleagues first: type “invite”.
review-no-mentees = { $count ->
    [one] There is one free mentor
   *[other] There are { $count } free mentors
}, but no mentee who is free, so nothing was changed. Ask leaders to join: type “announce” or “invite”.
review-no-mentors = { $count ->
    [one] There is one free mentee
   *[other] There are { $count } free mentees
}, but no mentor who is free, so nothing was changed. Ask colleagues to offer a topic: type “announce” or “invite”.
review-gone = This proposal is no longer under review, so nothing was changed. Type “review” to see those that are.
review-lock-capacity = { $mentor } and { $mentee } are locked together, but one of them is locked with more people than they have room for. Nothing was changed. Type “rules” to take a lock off, then run the pairing again.
review-lock-forbidden = { $mentor } and { $mentee } are locked together and forbidden at once. Nothing was changed. Type “rules” to take one off, then run the pairing again.
review-lock-reporting-line = { $mentor } and { $mentee } are locked together, but one reports to the other. Nothing was changed. Type “rules” to take the lock off, then run the pairing again.
review-lock-level-gap = { $mentor } and { $mentee } are locked together, but { $mentee } is not the more senior of the two. Nothing was changed. Type “rules” to take the lock off, then run the pairing again.
review-lock-other = { $mentor } and { $mentee } are locked together, but can no longer be paired. Nothing was changed. Type “rules” to take the lock off, then run the pairing again.
review-rules =
    These decisions of yours hold whenever the pairing runs in this round.
    .title = Your rules
    .match = Run the pairing
    .take = Take off: { $mentor }, { $mentee }
review-rules-none =
    There are no locks and no forbidden pairs in this round.
    .title = Your rules
    .match = Run the pairing
review-rule = { $kind ->
    [lock] Always together: { $mentor } and { $mentee }
   *[forbid] Never together: { $mentor } and { $mentee }
}
