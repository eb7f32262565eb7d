# Joining: the invitation, the role, and the four consents.
help-command-join = join – take part
welcome-invitation-opening = Reverse mentoring pairs a colleague who knows something new with a leader who wants to learn it.
welcome-invitation =
    { $opening } { $meetings ->
        [one] One meeting of about an hour
       *[other] { $meetings } meetings of about an hour
    } in { $weeks } weeks. It is your choice, today and at any time; saying no has no effect on your job.
    .title = Learn from each other
    .yes = I’m in
    .no = Not for me
    .who-sees = See what is kept and who sees it
    .next = No hurry: this card works for as long as people can join.

welcome-closed = This round no longer takes new people, so nothing was changed. If you are invited to the next one, you read it here.

welcome-declined =
    Thank you for telling me. Nothing more is asked of you, and nobody is told why.
    .title = That is fine
    .join = I changed my mind
    .next = You can join as long as the round is open: type “join”.

welcome-in-already =
    You are already taking part, so nothing was changed.
    .title = You are in
    .status = Where I stand
    .profile = My profile
    .pause = Take a break
    .leave = Stop taking part

welcome-on-a-break =
    You are already taking part, and you are on a break.
    .title = You are in
    .resume = End my break
    .status = Where I stand

welcome-leading =
    One question first, because no list tells me: do you lead people or a budget? A mentor shows something new to somebody who does.
    .title = Do you lead?
    .yes = Yes
    .no = No
    .skip = I would rather not say
    .next = The coordinators can see your answer. Without one I may not find you a partner.

welcome-role =
    Would you rather show or learn? A mentor shows a leader what they know well. A mentee is the leader who learns. { $wished ->
        [yes] You wished for the other role when your last pairing ended;
       *[no] { $suggested ->
            [mentee] Given your position, mentee seems natural;
           *[mentor] Given your position, mentor seems natural;
        }
    } both are open to you.
    .title = Your role
    .mentor = I show: mentor
    .mentee = I learn: mentee
    .next = Next come four short consents, then your profile. It takes about three minutes.

welcome-consent =
    Four separate questions, all off until you switch them on. The first two are needed to take part; the last two are up to you. You can read who sees what at any time: type “who-sees”.
    .title = What you agree to
    .submit = Continue
welcome-consent-matching = My profile may be used to find me a partner
    .hint = Needed to take part. Your levels, and whom you would rather avoid, are never shown to anybody.
    .needed = I cannot look for a partner without this one. If you would rather not, just close this form: you are then not taking part.
welcome-consent-facts = The coordinators may see that my partner and I meet
    .hint = Needed to take part. They read what HR’s staff list says, your role, topics and languages, what you two have in common and why you are paired, whether you meet, and whether your pair could use a hand. Nothing else without a further yes from you.
    .needed = The programme cannot run unless coordinators may read this. If you would rather not, just close this form: you are then not taking part.
welcome-consent-statistics = My check-in answers may count in statistics
    .hint = Optional. Only in sums of five people or more, never by name.
welcome-consent-recognition = My name may appear when people are thanked
    .hint = Optional. You can take part without it.
