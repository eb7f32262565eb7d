# The weekly check-in.
help-command-checkin = checkin – say how it goes
help-command-help-me = help-me – a tip, words to raise it, or a hand, at any time

checkin-met = Did you and { $partner } meet since last time?
    .title = Your weekly check-in
    .planned = Planned
    .not_this_week = Not this week, as planned
    .stuck = Stuck
    .report = Talk to someone outside
    .next = A few taps, three as a rule. Nobody else reads your ratings and words; of a pair, coordinators see whether it meets, and that it asked for a hand if you let me say so.
checkin-nudge = When you have a second: did you and { $partner } meet since last time?
    .planned = { checkin-met.planned }
    .not_this_week = { checkin-met.not_this_week }
    .stuck = { checkin-met.stuck }
    .report = { checkin-met.report }
checkin-last = My last reminder about this one: did you and { $partner } meet since last time?
    .planned = { checkin-met.planned }
    .not_this_week = { checkin-met.not_this_week }
    .stuck = { checkin-met.stuck }
    .report = { checkin-met.report }

checkin-when = When did you meet?
    .earlier = Earlier

checkin-rating = { $reminder ->
    [nudge] When you have a second: how was it?
    [last] My last reminder about this one: how was it?
   *[other] How was it?
}
    .one = 1 – hard
    .two = 2
    .three = 3
    .four = 4
    .five = 5 – great
checkin-progress = { $reminder ->
    [nudge] When you have a second: how about { $role ->
        [mentor] your mentee’s objective?
       *[mentee] your objective?
    }
    [last] My last reminder about this one: how about { $role ->
        [mentor] your mentee’s objective?
       *[mentee] your objective?
    }
   *[other] { $role ->
        [mentor] Your mentee’s objective?
       *[mentee] Your objective?
    }
}
    .forward = Forward
    .same = Same
    .hand = I need a hand

checkin-still = I have not heard from you for two weeks, and that is fine. Are you still with us?
    .title = You and { $partner }
    .yes = Yes
    .pause = Pause until…
    .leave = Stop
    .next = If I hear nothing by my next question, I let your pairing rest. One tap brings it back.

checkin-next = My next question comes on { $day }.

checkin-forward = Thank you. Good to hear that it moves forward.
checkin-same = Thank you. A steady week is part of learning too.
checkin-middling = Thank you. A small thing to try next time:
checkin-not-this-week = Noted, thank you.
checkin-again = That was a mistake
    .about = Correct my answer about { $partner }
checkin-left = All right. This stays between us.
    .help-me = What else may help
checkin-planned = Good: you meet on { $when }, and if your week has room for it, I send you something to prepare on the working day before.
checkin-undated = Good. I have no date from you two yet; with one, I can help you prepare.
    .plan = Set the date
    .next = Nothing else to do: I ask again next week.

checkin-note = For your eyes only. Nobody else can read it here, not your partner, not HR.
    .open = Add a note
    .title = A private note
    .label = Your note
    .submit = Keep it
checkin-noted = Kept, for you only.

checkin-offer = Good weeks are adding up. Would you like to thank { $partner } in your own words?
    .write = Write a thank-you
    .no = Not now
checkin-thanks = You will see exactly what { $partner } gets before anything is sent.
    .title = A thank-you
    .label = Your words to { $partner }
    .hint = One precise thing you are thankful for says more than ten kind ones.
    .submit = Show me
checkin-preview = { $partner } gets this, word for word, and nobody else:
    .title = Ready to send
    .send = Send it
    .change = Change it
    .discard = Do not send
checkin-sent = On its way: { $partner } reads it during working hours.
checkin-not-sent = I cannot reach { $partner } at the moment, so nothing was sent. Telling them yourself works as well.
checkin-thanked = { $partner } asked me to give you this:
    .title = A word for you

checkin-low = Thank you for saying so. This stays between us.
    .tip = A tip for next time
    .words = Words to raise it
    .hand = Ask coordinators for a hand
    .leave_it = Leave it
    .report = Talk to someone outside
    .rematch = Change or stop
checkin-low-again = Thank you for saying so. This stays between us. Two hard weeks in a row can simply mean that you two are not the right fit: you may change or stop now, without giving a reason, and it is nobody’s fault. I will not bring it up again.
    .tip = { checkin-low.tip }
    .words = { checkin-low.words }
    .hand = { checkin-low.hand }
    .leave_it = { checkin-low.leave_it }
    .report = { checkin-low.report }
    .rematch = { checkin-low.rematch }
checkin-tip = For next time:
    .none = You have had all my tips. What helped you best so far is worth a second try.
    .tip = Another tip
    .words = { checkin-low.words }
    .hand = { checkin-low.hand }
    .report = { checkin-low.report }
    .rematch = { checkin-low.rematch }
checkin-words = { $role ->
    [mentor] You could say: “I would like our hour to work better for both of us. May I tell you what would help me, and then hear what would help you?”
   *[other] You could say: “I want to make the most of what you show me. What could I do differently next time? And may I tell you what would help me?”
}
    .tip = { checkin-low.tip }
    .hand = { checkin-low.hand }
    .report = { checkin-low.report }
    .rematch = { checkin-low.rematch }

checkin-help =
    What would help with { $partner }? One does not close the others, and nobody hears of it unless you send something.
    .title = A helping hand
    .tip = { checkin-low.tip }
    .words = { checkin-low.words }
    .hand = { checkin-low.hand }
    .report = { checkin-low.report }
    .rematch = { checkin-low.rematch }
checkin-help-which =
    With whom could you use a hand?
    .title = A helping hand
    .report = { checkin-low.report }
checkin-help-nobody = You have no partner at the moment, so there is no pairing I could help with. Type “report” for somebody outside to talk to.

checkin-stuck = Thanks for telling me. What is in the way?
    .no_answer = No answer from my partner
    .unsure = Not sure what to do
    .hand = Ask coordinators for a hand
    .plan = We cannot find a time
    .report = I am not comfortable
checkin-date = When will you and { $partner } meet next? Pick a moment that suits you, and the next hour has its place.
    .title = Your next meeting
    .plan = See free times
checkin-date-asked = I ask { $partner } for a date, as I would in any week. Your name is not mentioned as the reason.
    .help-me = { checkin-left.help-me }
checkin-date-not-asked = I cannot reach { $partner } at the moment, so I asked nothing. A direct message, or a call, may work better.
    .help-me = { checkin-left.help-me }
checkin-agenda = { $role ->
    [mentor] Forty-five minutes you can lead as they are:
   *[other] Forty-five minutes that usually work; your mentor leads:
}
    .help-me = { checkin-left.help-me }
    .one = { $role ->
        [mentor] 5 min – ask: what did you try since last time?
       *[other] 5 min – say what you tried since last time, and what did not work
    }
    .two = { $role ->
        [mentor] 10 min – show one thing, slowly, with their own files
       *[other] 10 min – watch one thing, and ask three questions before one opinion
    }
    .three = { $role ->
        [mentor] 20 min – let them do it with their own hands
       *[other] 20 min – do it with your own hands
    }
    .four = { $role ->
        [mentor] 10 min – recap in one sentence, then set the next date
       *[other] 10 min – say in one sentence what you take along, then set the next date
    }

checkin-hand = I can tell { $coordinators } one thing: that your pair asked for help. Not which of you asked, not why, and nothing you answered. Shall I?
    .title = Asking for a hand
    .pass_on = Show me the words
    .keep = Keep it between us
    .report = Talk to someone outside
    .next = Nothing is sent before you have seen it.
checkin-coordinators = the programme’s coordinators
checkin-hand-words = { $mentor } and { $mentee }: asked for help
checkin-hand-preview = This is all I pass on to { $coordinators }:
    .title = Ready to pass on
    .send = Pass it on
    .keep = Keep it between us
checkin-hand-sent = Passed on to { $coordinators }. It is in their next weekly digest, and goes away once you two meet again.
    .help-me = { checkin-left.help-me }

checkin-quiet = I have no meeting of yours on record for three weeks. Busy times happen.
    .title = You and { $partner }
    .let_be = Leave us be
    .plan = See free times
    .next = If no meeting is on record by { $day }, coordinators will see that your pair has no meeting on record, and for how many days. Nothing else; with “Leave us be” they do not.
checkin-quiet-off = { $count } dates of yours in a row came to nothing. Busy times happen; twenty minutes are better than none.
    .title = You and { $partner }
    .let_be = { checkin-quiet.let_be }
    .plan = { checkin-quiet.plan }
    .next = { checkin-quiet.next }
checkin-quiet-met = Good, I have noted that you two met.
checkin-quiet-left = I will. Nobody hears of it, and I will not bring it up again until you have met.

checkin-later = Nothing is open right now. My next question comes on { $day }.
checkin-resting = Your pairing is resting, so I ask nothing. Type “resume” when you would like to go on.
checkin-over = Nothing is open right now, and no more weekly questions are coming for this pairing.
checkin-none = You have no pairing at the moment, so there is nothing to check in about. Type “status” to see where you stand.
checkin-lapsed = This question is closed, and that is fine: nothing was changed. Type “checkin” to see when the next one comes.
checkin-answered = I already have your answer to this; nothing was changed. Type “checkin” to see what is open.
