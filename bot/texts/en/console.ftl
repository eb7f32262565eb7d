# The coordinator's home.
help-command-admin = admin – where the programme stands, and what to decide
console-empty =
    There is no programme yet. You choose its name and rhythm; with your yes I invite and propose pairs, and then I ask and remind.
    .title = Coordination
    .programme = Create the programme
console-between =
    “{ $name }” is between two rounds. Pairs that are still going keep their rhythm; open a new round when you are ready.
    .title = Coordination
    .programme = Open a new round
    .digest = Latest digest
console-home =
    { $advice }
    .title = { $name }
    .programme = Settings and round
    .invite = Invite
    .volunteers = Volunteers
    .match = Run the pairing
    .review = Review proposals
    .digest = Latest digest
    .announce = Announce
console-label =
    .cycle = Round
    .answer-by = Answer promised by
    .invited = People asked
    .mentors = Mentors
    .mentees = Mentees
    .drafts = Proposals to review
    .offered = Proposals still open
    .pairings = Pairs under way
console-next-review = To decide next: { $drafts ->
    [one] one proposal waits for your review.
   *[other] { $drafts } proposals wait for your review.
}
console-next-match = To decide next: mentors and mentees are waiting for a partner. You can run the pairing.
console-next-invite = To decide next: some colleagues have not been asked yet. You can invite them.
console-next-answers = Nothing to decide: proposals are out, each for five working days at most.
console-next-recruit = To decide next: both mentors and mentees are needed. A short announcement by a leader helps most.
console-next-nothing = Nothing to decide right now.
