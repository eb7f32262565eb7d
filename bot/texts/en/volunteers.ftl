# Who takes part.
help-command-volunteers = volunteers – who takes part, and what is in short supply
volunteers-none =
    Nobody has joined this round yet.
    .title = Volunteers
    .invite = Invite
    .programme = Settings and round
volunteers-home =
    Round { $number }: who takes part, and how many of them can be paired now.
    .title = Volunteers
    .names = Names and roles
    .invite = Invite
    .match = Run the pairing
    .topics = Topics and wishes
    .next = { $promised ->
        [yes] Whoever joined before { $day } was promised an answer by then.
       *[no] Whoever joins now hears back at the next pairing, matched or not.
    }
volunteers-role =
    .mentor = Mentors
    .mentee = Mentees
volunteers-count = { $count } ({ $free } can be paired now)
volunteers-short = More people want these topics than offer them:
volunteers-supply = wanted: { $wanted }; offered: { $offered }
volunteers-supply-fine = Every topic that is wanted is offered often enough.
volunteers-chart = People who want a topic in short supply, at least (from ten on)
volunteers-band = { $band ->
    [none] 0
    [few] fewer than { $few }
   *[more] { $least } to { $most }
}
volunteers-names =
    People { $first } to { $last } of { $count }, by name. Who takes part and who can be paired now is all that is shown here.
    .title = Names and roles
    .volunteers = Back to the counts
volunteers-name = { $name }: { $role ->
    [mentor] mentor
   *[other] mentee
}; can be paired now: { $free ->
    [yes] yes
   *[no] no
}
