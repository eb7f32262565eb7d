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
    Round { $number } of { $name } has ended: no pair goes on, no proposal is open, and nobody new can join. This is its last digest.
    .title = Round { $number } has ended
    .programme = Open a new round
    .console = Where things stand
    .next = You can open a new round whenever you like. Digests begin again with it.
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
    .exits = Endings so far
    .wins = Wins
digest-review = { $drafts ->
    [one] One proposal waits for your review, with its reasons, alternatives and what a change would cost.
   *[other] { $drafts } proposals wait for your review, with their reasons, alternatives and what a change would cost.
}
digest-match = Pairs can be made of those who are free: run the pairing.
digest-waiting =
    .mentor = Mentors waiting
    .mentee = Mentees waiting
digest-rate =
    .reach = Take part, of those invited
    .matched = Paired so far, of those who take part
    .accepted = Accepted, of those proposed
digest-about = about { $value }%
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
    .to-date = Meetings so far
    .share = Held, of those agreed
    .chart = Meetings held, about, in % of those agreed
digest-held = held: { $held }; agreed: { $agreed }
digest-period = Averages of this round so far. One changes once at least five people have answered anew.
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
    .rating = { NUMBER($value, minimumFractionDigits: 1) } out of 5
    .progress = { NUMBER($value, minimumFractionDigits: 1) } (from −1, help needed, to 1, moving forward)
    .voice = { NUMBER($value, minimumFractionDigits: 1) } out of 5
    .response = { NUMBER($value, minimumFractionDigits: 1) }%
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
