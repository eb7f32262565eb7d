# Running the pairing and reviewing what it proposes.
help-command-criteria = criteria – what makes a pair good, and what it must have
help-command-match = match – look for pairs
help-command-review = review – look at the pairs before anybody is told
help-command-why-not = why-not Ana and Bob – the rule against two people, or the price
help-command-rules = rules – pairs to keep, or never to make
review-summary =
    { $pairs ->
        [one] One pair is proposed
       *[other] { $pairs } pairs are proposed
    } (points out of { $most }: best { $best }, lowest { $lowest }). { $left ->
        [0] Nobody is left without a proposal.
        [one] One person is left without a proposal.
       *[other] { $left } people are left without a proposal.
    }
    .title = The pairing was run
    .anew = Look at everybody
    .look = Review one by one
    .unmatched = Who is left, and why
    .approve = Approve
    .why-not = Why not these two?
    .criteria = What counts
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
review-who = { $place ->
    [unknown] { $name } (department and office unknown)
   *[other] { $name } ({ $place })
}
review-line-unknown = { $count ->
    [one] The reporting line of { $names } is unknown: please make sure that neither of these two is above the other.
   *[other] The reporting lines of { $names } are unknown: please make sure that neither of the two is above the other.
}
review-level-unknown = No level tells that { $mentee } is the more senior; it rests on what was said of who leads people or a budget.
review-swap =
    { $mentee } is proposed { $mentor }. The best other mentors, and what each would cost if both say yes:
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
review-no-mentees = There are mentors who are free, but no mentee who is free, so nothing was changed. Ask leaders to join: type “announce” or “invite”.
review-no-mentors = There are mentees who are free, but no mentor who is free, so nothing was changed. Ask colleagues to offer a topic: type “announce” or “invite”.
review-gone = This proposal is no longer under review, so nothing was changed. Type “review” to see those that are.
review-lock-capacity = { $mentor } and { $mentee } are locked together, but one of them is locked with more people than they have room for. Nothing was changed. Type “rules” to take a lock off, then run the pairing again.
review-lock-forbidden = { $mentor } and { $mentee } are locked together and forbidden at once. Nothing was changed. Type “rules” to take one off, then run the pairing again.
review-lock-reporting-line = { $mentor } and { $mentee } are locked together, but one reports to the other. Nothing was changed. Type “rules” to take the lock off, then run the pairing again.
review-lock-level-gap = { $mentor } and { $mentee } are locked together, but { $mentee } is not the more senior of the two. Nothing was changed. Type “rules” to take the lock off, then run the pairing again.
review-lock-level-unknown = { $mentor } and { $mentee } are locked together, but nobody said that { $mentee } is the more senior of the two. Nothing was changed. Type “leaders” to say who leads people or a budget, or “rules” to take the lock off; then run the pairing again.
review-lock-other = { $mentor } and { $mentee } are locked together, but can no longer be paired. Nothing was changed. Type “rules” to take the lock off, then run the pairing again.
review-rules =
    These decisions of yours hold whenever the pairing runs in this round; when you approve, the locks are taken off.
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

review-since = Of the drafts before, { $stayed ->
    [one] one stays
   *[other] { $stayed } stay
}; { $changed ->
    [0] none had to change.
    [one] one had to change:
   *[other] { $changed } had to change:
}
    .repaired = I looked only at people without a partner and at the drafts of those who would suit them. Of the drafts that still hold, I changed no larger a share than the share that no longer holds, or 2% at most. If I look at everybody, one or two more people may have a partner.
review-working =
    I am looking at { $people } people and the pairs they could make{ $percent ->
        [0] .
       *[other] : about { $percent }% is done.
    } Everybody else can go on meanwhile, and so can you.
    .title = Working on it
    .look = Is it ready?
    .stop = Stop it
    .next = I write to you here as soon as it is done. If the round changes meanwhile, nothing is kept.
review-run-cancelled =
    It was stopped. Nothing was changed.
    .title = Stopped
    .match = Run the pairing
    .review = Review proposals
review-run-outdated =
    Somebody joined, left or changed something while I was working, so the answer no longer fits. Nothing was changed.
    .title = Out of date
    .match = Run the pairing
    .review = Review proposals
review-run-failed =
    There is no answer to that, and nothing was changed.
    .title = No answer
    .rules = Your rules
    .criteria = What counts
review-run-too-large = There are more people and points here than I can weigh at once. Lower the weights: type “criteria”.
review-run-solver = The calculation broke off three times. Whoever runs the server finds the reason in its log.
review-run-gone = This comparison was replaced by a newer one, so nothing was changed. Type “review” to go on.
review-try-settings =
    With these settings, running the pairing again would come to this. Nothing is stored yet.
    .title = What would change
    .yes = Keep these settings
    .no = Leave them as they are
    .next = Settings you keep count from the next run on; drafts stay as they are until then.
review-try-lock =
    Keep { $mentor } and { $mentee } together? { $change ->
        [gains] If both say yes, that brings { $points } points more in all.
        [costs] { $points ->
            [one] If both say yes, that costs 1 point in all.
           *[other] If both say yes, that costs { $points } points in all.
        }
       *[nothing] If both say yes, that costs nothing as things stand.
    }
    .title = Lock these two?
    .yes = Lock
    .no = Leave it as it is
    .next = Until you approve, every run makes a locked pair if both are free, whatever else would be better.
review-try-forbid =
    Never pair { $mentor } and { $mentee } in this round? { $change ->
        [gains] That brings { $points } points more in all.
        [costs] { $points ->
            [one] That costs 1 point in all, even with the best that is left.
           *[other] That costs { $points } points in all, even with the best that is left.
        }
       *[nothing] That costs nothing: there is a choice that is as good.
    }
    .title = Never these two?
    .yes = Never these two
    .no = Leave it as it is
    .next = Their draft goes at once. Other drafts change only when you run the pairing again.
review-outcome =
    .score = Points of these two
    .mentees = Mentees with a mentor
    .pairs = Pairs
    .total = Points in all
    .moved = People whose partner changes
review-outcome-change = { $before } → { $after }
review-outcome-same = { $count }
review-outcome-incomparable = Points weigh differently with these settings, so do not compare the two sums. Compare who is served, and who changes partner.
review-outcome-left = { $name } would be left without a partner.
review-outcome-served = { $name } would have a partner.
review-outcome-gone = { $mentor } and { $mentee } part: { $why ->
    [moved] all in all, another choice is better
    [reporting-line] one reports to the other
    [level-gap] { $mentee } is not senior enough
    [level-unknown] nobody said that { $mentee } is the more senior
    [forbidden] you forbade the pair
    [no-common-topic] they have no topic in common
   *[other] they cannot be paired now
}
review-outcome-new = New: { $mentor } and { $mentee }
review-outcome-more = { $count ->
    [one] and one more change
   *[other] and { $count } more changes
}
review-leaving-out =
    Leave out { $mentor } and { $mentee }? That takes their { $points } points off this review.
    .title = Leave out?
    .yes = Leave out
    .no = Keep the draft
    .next = They may come back when you run the pairing again. To rule that out, choose “Never these two”.
review-ruled-lock =
    { $mentor } and { $mentee } are locked together. The next run makes this pair, if both are free.
    .title = Locked
    .match = Run the pairing
    .rules = Your rules
review-ruled-forbid =
    { $mentor } and { $mentee } are not paired in this round.
    .title = Never these two
    .match = Run the pairing
    .rules = Your rules
review-nothing-changed =
    Nothing was changed.
    .title = As it was
    .review = Review proposals
    .criteria = What counts
review-criteria-kept =
    These settings hold from the next run of this round on.
    .title = Kept
    .match = Run the pairing
    .criteria = What counts
review-criteria =
    What makes a pair good, in points, and what a pair must have. Before anything is stored you see what would change.
    .title = What counts
    .submit = See what would change
    .nothing-counts = At least one of these must count, or any pair would be as good as any other.
review-setting-weight-topics = Topics ({ $low } to { $high } points)
    .hint = How much it counts that one wants to learn what the other can show.
review-setting-weight-hours = Hours ({ $low } to { $high } points)
    .hint = How much it counts that both are free at the same times.
review-setting-weight-interests = Interests ({ $low } to { $high } points)
    .hint = How much it counts that both like the same things outside of work.
review-setting-weight-waiting = Waiting ({ $low } to { $high } points)
    .hint = Points for those who waited for a round; they go first in any case.
review-setting-weight-department = Fresh view ({ $low } to { $high } points)
    .hint = How much it counts that the two work in different departments.
review-setting-weight-gap = Distance in seniority ({ $low } to { $high } points)
    .hint = How much it counts that many levels lie between the two.
review-setting-weight-format = Way to meet ({ $low } to { $high } points)
    .hint = How much it counts that both like to meet in the same way: on site or by video.
review-setting-weight-languages = Languages ({ $low } to { $high } points)
    .hint = How much a second common language counts; one is always needed.
review-setting-minimum-hours = Least common hours a week ({ $low } to { $high })
    .hint = Two people with fewer hours in common are never paired.
review-setting-minimum-level-gap = Least distance in levels ({ $low } to { $high })
    .hint = The mentee must be this many levels above the mentor; with 0, the one who has been here longer learns.
review-setting-minimum-score = Least points of a pair ({ $low } to { $high })
    .hint = Rather no partner than one with fewer points; 0 pairs as many people as it can.
review-setting-stay-bonus = Bonus for a draft that stays ({ $low } to { $high } points)
    .hint = The higher, the fewer drafts change when you run the pairing again; with 0, everybody is looked at anew.
review-setting-fairness = Fairness
    .hint = What comes first once as many people as possible have a partner.
review-fairness-worst = The least good pair is as good as can be
review-fairness-concave = Few pairs are poor
review-fairness-total = The sum of all points is highest
review-two =
    I say which rule stands between them, or what it would cost to pair them.
    .title = Why not these two?
    .submit = Compare
    .one = One of the two
    .other = The other one
    .hint = Name or e-mail
review-why-unclear =
    I could not tell whom you mean:
    .title = Why not these two?
    .why-not = Try again
    .volunteers = Volunteers
review-why-nobody = Nobody who volunteered in this round is called “{ $name }”. Please check the spelling, or use the e-mail.
review-why-several = Several volunteers are called “{ $name }”: { $names }. Please write one of them as it stands here, or an e-mail.
review-why-same-mentor = Both volunteered as mentors. Name a mentor and a mentee.
review-why-same-mentee = Both volunteered as mentees. Name a mentor and a mentee.
review-why-not-free =
    { $name } cannot be paired now.
    .title = Why not these two?
    .why-not = Two others
review-why-banned =
    { $mentor } and { $mentee } can never be paired as things stand:
    .title = Why not these two?
    .why-not = Two others
    .next = What people would rather avoid stays private: it is never named, to you or anybody else.
review-rule-reporting-line = one is in the other’s reporting line
review-rule-level-gap = the mentee is not far enough above the mentor: see “Least distance in levels” under “criteria”
review-rule-level-unknown = nobody said that the mentee is the more senior: type “leaders” to say who leads people or a budget
review-rule-forbidden = you forbade the pair: type “rules” to take that off
review-rule-no-common-topic = nothing the one wants to learn is what the other offers
review-rule-other = their hours or languages do not go together, or they were partners before
