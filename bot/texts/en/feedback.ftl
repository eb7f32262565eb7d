# The two longer feedbacks, half-way and at the end.
help-command-feedback = feedback – your mid-point or final feedback, when it is due

feedback-invite-mid = You and { $partner } are half-way. Some quick questions help the second half; about two minutes.
    .title = Half-way
    .start = Start
    .next = It takes the place of this week’s check-in. Your answers stay private; one sentence may go to { $partner }, only if you tick it.
feedback-invite-final = Your planned weeks with { $partner } are coming to an end. One last look back; about three minutes.
    .title = Looking back
    .start = Start
    .next = It takes the place of this week’s check-in. Your answers stay private, except for what you tick or write to { $partner }.
feedback-nudge = { $reminder ->
    [last] My last reminder: { $kind ->
        [final] looking back on your time with { $partner } takes about three minutes.
       *[mid] some quick questions on the way so far with { $partner } take about two minutes.
    }
   *[other] { $kind ->
        [final] When you have three minutes: one last look back on your time with { $partner }.
       *[mid] When you have two minutes: I would like to hear how it goes with { $partner }.
    }
}
    .start = Start

feedback-scale =
    .n1 = 1 – not at all
    .n2 = 2 – a little
    .n3 = 3 – half-way
    .n4 = 4 – mostly
    .n5 = 5 – fully

feedback-mid = Nobody but you sees these answers; coordinators only see whether pairs meet. Only your last sentence can go to { $partner }, and only if you tick it.
    .title = Half-way
    .submit = Done
feedback-ask-met = Did you meet since last time?
    .no = Not this time
feedback-ask-progress = { $role ->
    [mentor] How close is your mentee to their objective?
   *[other] How close are you to your objective?
}
feedback-ask-expectations = We agree on what we expect from each other
feedback-ask-voice = I can say what I think
feedback-ask-partner = The two of us, from here on
    .keep = Keep it as it is
    .adjust = Adjust something
    .change = Change partner
feedback-change = You may change partner now, without giving a reason, and it is nobody’s fault. Nothing has been done yet.
    .rematch = See how
    .next = If you would rather go on, there is nothing to do.
feedback-ask-change = One thing to change next time
    .hint = Optional.
feedback-ask-share = Share this one sentence with my partner
    .hint = Word for word, with your name. Off unless you turn it on.
    .empty = There is no sentence to share yet: write one, or turn the switch off.
feedback-shared = { $partner } looked back on your meetings and wants you to have this sentence:
    .title = One thing for next time
feedback-thanks = Thank you. This stays between us, and the second half is yours.
feedback-thanks-shared = Thank you. { $partner } gets your one sentence during working hours; the rest stays between us.
feedback-thanks-unshared = Thank you. I cannot reach { $partner } at the moment, so your sentence was not shared; nothing else leaves this chat.

feedback-final = Nobody but you sees these answers, except for what you tick or write to { $partner }; coordinators only see whether pairs meet.
    .title = Looking back
    .submit = Done
feedback-ask-level_now = { $role ->
    [mentor] Today, how sure of yourself are you when you show something to a leader?
   *[other] Today, how well can you do what you set out to learn?
}
feedback-ask-level_then = { $role ->
    [mentor] Looking back, how sure of yourself were you really at the start?
   *[other] Looking back, how well could you really do it at the start?
}
feedback-ask-listened = We listened to each other
feedback-ask-myself = I could be myself, even when I did not know something
feedback-ask-recommend = Would you recommend the programme to a colleague? (0 – no, 10 – without hesitation)
feedback-ask-changed = One thing I changed because of this
    .hint = Optional.
feedback-ask-publish = Coordinators may read this one thing among the wins, with my name
    .hint = Only if you also agreed that your name may appear. Off unless you turn it on.
    .empty = There is nothing to show yet: write one thing, or turn the switch off.
feedback-ask-next = What next?
    .continue = We go on by ourselves
    .new = A new partner
    .swap = The other role
    .stop = I stop here
feedback-ask-thanks = A thank-you to your mentor
    .hint = Optional. They get it word for word, with your name.
feedback-done = Thank you for everything you put into this. On { $day } I close your pairing with { $partner }; nothing else to do.
feedback-done-thanks = Thank you for everything you put into this. On { $day } I close your pairing, and { $partner } gets your thank-you, word for word.
feedback-none = No feedback is open right now. I write to you half-way and at the end.
feedback-answered = I already have your answers; nothing was changed.
feedback-lapsed = This feedback is closed, and that is fine: nothing was changed. Type “status” to see where you stand.

feedback-closing-mentor = Your pairing with { $partner } has come to its planned end. Thank you for leading it. These words are yours, for a portfolio or a profile:
    .title = Well done
    .again = { exits-ended.again }
    .rest = { exits-ended.rest }
    .leave = Leave the programme
feedback-closing-mentee = Your pairing with { $partner } has come to its planned end. Thank you for letting yourself be taught. What you keep doing with your own hands is what stays.
    .title = Well done
    .again = { exits-ended.again }
    .rest = { exits-ended.rest }
    .leave = Leave the programme
feedback-certificate = { $mentor } guided a leader as a reverse mentor in “{ $programme }”, from { $start } to { $end }{ $meetings ->
    [0] .
    [one] , in one meeting.
   *[other] , in { $meetings } meetings.
}
feedback-thank-you = { $partner } wrote this for you:
feedback-wish = { $wish ->
    [new] You are on the list for a new partner, and you go first in the next round.
    [swap] You would like the other role: I suggest it when you join the next round. Until then I look for no new partner.
    [stop] I look for no new partner for you. If you like, you can leave the programme altogether.
   *[continue] Enjoy going on by yourselves: I ask nothing more, and look for no new partner until you say so.
}
