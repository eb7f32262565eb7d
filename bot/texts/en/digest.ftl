# The weekly digest.
help-command-digest = digest – what needs a decision this week
digest-none =
    There is no digest yet. It begins with your first programme.
    .title = Digest
    .console = Where things stand
digest-first =
    There is no digest yet. The first one comes on { $when }, and then once a week.
    .title = Digest
    .console = Where things stand
digest-newest =
    { $day }. What needs a decision comes first.
    .title = { $name }: digest { $number }
    .review = Review proposals
    .match = Run the pairing
    .volunteers = Volunteers
    .console = Where things stand
    .next = Next digest: { $next }
digest-last =
    Nothing of { $name } is under way any more: no pair goes on, no proposal is open, and nobody new came in the last weeks. So this is the last digest.
    .title = No more digests for now
    .programme = The programme
    .console = Where things stand
    .next = { $open ->
        [yes] The round still welcomes people: type “programme” to close it, or “match” to go on. Digests begin again with the next pairs.
       *[no] Digests begin again with the next round.
    }
digest-quiet =
    { $day }. Nothing to do this week.
    .title = { $name }: digest { $number }
    .console = Where things stand
    .next = Next digest: { $next }
digest-footer = These figures serve the programme only. They may not be used in appraisal, promotion or discipline.
digest-section =
    .decide = Decide
    .recruit = Recruit
    .help = Help
    .deliverability = Deliverability
    .momentum = Momentum
    .pulse = Pulse
    .milestones = Milestones this week
    .exits = Endings since the last digest
    .wins = Wins
digest-review = { $drafts ->
    [one] One proposal waits for your review, with its reasons, alternatives and what a change would cost.
   *[other] { $drafts } proposals wait for your review, with their reasons, alternatives and what a change would cost.
}
digest-match = { $free ->
    [one] At least one pair can be made of those who are free: run the pairing.
   *[other] Up to { $free } pairs can be made of those who are free: run the pairing.
}
digest-waiting =
    .mentor = Mentors waiting
    .mentee = Mentees waiting
digest-rate =
    .reach = Joined, of those invited
    .matched = Paired, of those who joined
    .accepted = Accepted, of those proposed
digest-per-cent = { $value }%
digest-pair = { $mentor } and { $mentee }: { $label ->
    [asked] asked for help
   *[no_meeting] no meeting recorded for { $days } days
}
digest-more = { $count ->
    [one] And one more pair.
   *[other] And { $count } more pairs.
}
digest-delivery =
    .unreachable = People taking part whom I cannot reach
    .gone = Messages to people who left or blocked me
    .refused = Messages a platform refused
    .expired = Messages that could not be delivered in time
    .suspended = Workspaces that removed me: nothing is sent there
    .unplaced = People taking part of whom nobody said whether they lead (type “leaders”)
    .guest = Guests of the workspace, left out
    .stranger = People of other organisations, left out
    .deactivated = Deactivated accounts, left out
digest-momentum =
    .to-date = To date
    .lately = Since the last digest
    .share = Held, of those agreed
    .chart = Meetings held, in % of those agreed
digest-held = { $held } held; { $agreed } agreed
digest-too-few = Not enough answers to show everything safely.
digest-rating =
    .mentor = How it is going, mentors
    .mentee = How it is going, mentees
digest-progress =
    .mentor = Objective, mentors
    .mentee = Objective, mentees
digest-voice =
    .mentor = “I can say what I think”, mentors
    .mentee = “I can say what I think”, mentees
digest-response =
    .mentor = Check-ins answered, mentors
    .mentee = Check-ins answered, mentees
digest-value =
    .rating = { $value } out of 5
    .progress = { $value } (from −1, help needed, to 1, moving forward)
    .voice = { $value } out of 5
    .response = { $value }%
digest-milestone =
    .mid = Pairs at the halfway mark
    .final = Pairs at the end
digest-exit =
    .early = Pairs that ended early
    .completed = Pairs that came to the planned end
    .lost = Left the organisation
digest-lost = { $count ->
    [one] one pair lost a member
   *[other] { $count } pairs lost a member
}
