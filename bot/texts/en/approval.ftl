# Approving the reviewed proposals, and who is left.
approval-none =
    There is nothing to review right now.
    .title = Review
    .match = Run the pairing
    .volunteers = Volunteers
approval-nothing = There is nothing left to approve or to drop, so nothing was changed. Type “admin” to see where things stand.
approval-unmatched =
    { $count ->
        [one] One person is left without a partner. Why:
       *[other] { $count } people are left without a partner. Why:
    }
    .title = Who is left
    .names = Show names
    .review = Review proposals
    .volunteers = Topics in short supply
    .announce = Announce
    .leaders = Say who leads
    .next = When you approve, each of them is told why, and goes first next time.
approval-no-pairs =
    No pair can be made of those who are free. Why:
    .title = No pair this time
    .volunteers = Topics in short supply
    .leaders = Say who leads
    .announce = Announce
    .next = Nothing was sent. Run the pairing again when more people have joined.
approval-no-levels =
    No pair can be made, because levels are missing: I pair somebody who leads people or a budget with somebody who does not, and of too many nobody said it. Why, by role:
    .title = Levels are missing
    .leaders = Say who leads
    .volunteers = Topics in short supply
    .next = Say who leads people or a budget, or import HR’s list with levels. Then run the pairing again. Nothing was sent.
approval-run = As the pairing run of { $when } found it; whoever joined since was not looked at.
approval-levels-missing = For some of them levels are missing. Type “leaders” to say who leads people or a budget, or import HR’s list with levels; then run the pairing again.
approval-all-paired =
    { $asked ->
        [0] Of those the last run looked at, nobody is left without a partner.
       *[other] Nobody is left out of this review. Whoever is proposed or asked at the moment may yet end without a partner: a proposal can be turned down.
    }
    .title = Who is left
    .review = Review proposals
approval-reason-nobody-on-other-side = { $role ->
    [mentor] Mentors: nobody who wants to learn is free right now
   *[mentee] Mentees: nobody who offers to teach is free right now
}
approval-reason-no-common-topic = { $role ->
    [mentor] Mentors: too few of those who are free asked for what they offer
   *[mentee] Mentees: too few of those who are free offer what they want
}
approval-reason-level-gap = { $role ->
    [mentor] Mentors: too few who want to learn and are free are senior enough to them
   *[mentee] Mentees: too few who offer to teach and are free are junior enough to them
}
approval-reason-level-unknown = { $role ->
    [mentor] Mentors: of too many who are free it is not known who is the more senior
   *[mentee] Mentees: of too many who are free it is not known who is the more senior
}
approval-reason-reporting-line = { $role ->
    [mentor] Mentors: too many of those who are free are in their reporting line
   *[mentee] Mentees: too many of those who are free are in their reporting line
}
approval-reason-minimum-score = { $role ->
    [mentor] Mentors: with those who are free and fit, a pair has fewer than the least points
   *[mentee] Mentees: with those who are free and fit, a pair has fewer than the least points
}
approval-reason-other = { $role ->
    [mentor] Mentors: those who are free and fit have a proposal of another partner, or hours, languages, earlier pairings or wishes stand in the way
   *[mentee] Mentees: those who are free and fit have a proposal of another partner, or hours, languages, earlier pairings or wishes stand in the way
}
approval-names =
    People { $first } to { $last } of { $count } who are left, by name.
    .title = Who is left
    .review = Review proposals
    .volunteers = Topics in short supply
    .next = When you approve, each of them is told why, and goes first next time.
approval-name = { $name } – { $why }.
approval-why-nobody-on-other-side = nobody on the other side is free
approval-why-no-common-topic = too few of those who are free share a topic
approval-why-level-gap = too few of those who are free are at the right distance in level
approval-why-level-unknown = of too many who are free it is not known who is the more senior
approval-why-reporting-line = too many of those who are free are in their reporting line
approval-why-minimum-score = with those who are free and fit, a pair has fewer than the least points
approval-why-other = those who are free and fit have a proposal of another partner, or hours, languages, earlier pairings or wishes stand in the way
approval-sure =
    { $count ->
        [one] Approve this one pair? It begins if both say yes, and stays open for five working days at most.
       *[other] Approve these { $count } pairs? Each begins if both say yes, and stays open for five working days at most.
    } { $left ->
        [0] Nobody is left without a proposal.
        [one] The one person left is told why, and goes first next time.
       *[other] The { $left } people left are told why, and go first next time.
    }
    .title = Approve?
    .yes = { $count ->
        [one] Approve one pair
       *[other] Approve { $count } pairs
    }
    .cancel = Drop all drafts
    .no = Not yet
    .next = With your yes it is a person, not a computer, who decides.
approval-later =
    Nothing was sent; the drafts are kept.
    .title = Review
    .review = Review proposals
    .console = Where things stand
approval-done =
    { $count ->
        [one] One pair is approved: it begins if both say yes.
       *[other] { $count } pairs are approved: each begins if both say yes.
    } { $told ->
        [0] { "" }
        [one] One person reads in working hours that there is no partner yet, and why.
       *[other] { $told } people read in working hours that there is no partner yet, and why.
    }
    .title = Approved
    .console = Where things stand
    .recall = Take it back
    .next = A pair stays open for five working days at most. You never see who said no; you see the pairs that begin.
approval-dropped =
    { $count ->
        [one] The one draft is gone; nobody was told.
       *[other] All { $count } drafts are gone; nobody was told.
    }
    .title = Dropped
    .match = Run the pairing
    .console = Where things stand
approval-left =
    { $before ->
        [yes] I have no further partner for you this round.
       *[no] I have no good partner for you this round.
    } { $why }
    .title = Not this time
    .status = Where I stand
    .next = You go first next time. There is nothing for you to do.
approval-left-taken = { $role ->
    [mentor] Those who are free and want what you offer could not be paired with you this round.
   *[mentee] Those who are free and offer what you want could not be paired with you this round.
}
approval-left-nobody-on-other-side = { $role ->
    [mentor] Nobody who looks for a mentor is free right now.
   *[mentee] Nobody is free to teach right now.
}
approval-left-no-common-topic = { $role ->
    [mentor] Too few of those who are free asked for the topics you offer.
   *[mentee] Too few of those who are free offer the topics you want.
}
approval-left-no-common-language = Too few of those who are free speak a language with you.
approval-left-no-common-hours = Too few of those who are free have the same hours as you; adding some to your profile helps.
approval-left-level-gap = { $role ->
    [mentor] Too few of those who want to learn and are free are more senior than you.
   *[mentee] Too few of those who teach and are free are more junior than you.
}
approval-left-level-unknown = { $role ->
    [mentor] Of too many who are free, I do not know who of you two is the more senior.
   *[mentee] Of too many who are free, I do not know who of you two is the more senior. If you lead people or a budget, say so in your profile.
}
approval-left-reporting-line = Too many of those who are free are in your reporting line, and that would not be free talk.
approval-left-past-partner = Too many of those who are free were proposed to you before.
approval-left-minimum-score = Nobody who is free would suit you well enough this round.
approval-left-other = Those who are free and would fit could not be paired with you this round.
