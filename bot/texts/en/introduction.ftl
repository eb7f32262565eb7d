# A pairing begins: an announcement written for each role, and how to run the first meeting.
help-command-agenda = agenda – a guide for the first meeting
introduction-mentor =
    You are { $partner }’s mentor. You lead: you choose the order of topics, and you may say “let’s go back a step”. Being nervous is normal; they asked for this. First: pick a moment that suits you.
    .title = You are a pair
    .prepare = How to run 45 minutes
    .next = As soon as you pick, { $partner } is asked for a yes to all your dates at once.

introduction-mentee =
    { $topics ->
        [0] { $partner } has agreed to teach you.
       *[other] { $partner } has agreed to teach you: { $topic }.
    } For one hour you are the learner. Two habits help most: come to the appointment, and do it with your own hands. Cancelling twice is what ends most programmes.
    .title = You are a pair
    .prepare = How to be taught
    .next = { $partner } picks a first moment from the hours you both gave; then I ask you whether it works.

introduction-icebreaker = To break the ice: what is the first thing you ever taught someone?

introduction-room =
    This is a room for the two of you. { $mentor } leads: the order of topics, the pace, and the right to say “let’s go back a step”. { $mentee } learns, hands on. I wrote to each of you what is yours alone.
    .title = You are a pair
    .choose = Pick a first moment
    .next = I do not read what you write here. What you press or type to me, only you see the answer.

introduction-agenda = Your first meeting, in 45 minutes:
    .stories = 5 minutes: who you are, and a first story each
    .wish = 10 minutes: what the leader wants to be able to do
    .try = 10 minutes: a first try, with the leader’s own hands
    .agreement = 15 minutes: your agreement (aims, rhythm, what stays between you, a word for “stop”)
    .dates = 5 minutes: check your next dates

introduction-prepare-mentor =
    How to run 45 minutes with { $partner }:
    .back = Back to the first card
    .title = Two minutes to prepare
    .one = Ask: what do you want to be able to do, and what did you try?
    .two = Show: one thing, slowly, on their own files
    .three = Let them drive: their hands, your words
    .four = Recap: they say in one sentence what they keep
    .plan = Our dates

introduction-prepare-mentee =
    How to get the most from an hour with { $partner }:
    .back = Back to the first card
    .title = Two minutes to prepare
    .one = Hands on: you hold the mouse or the phone
    .two = Questions before opinions: three of them, at least
    .three = Say “I don’t know” aloud; it makes room for both
    .four = Say thank you for one precise thing
    .plan = Our dates

introduction-tomorrow-mentor =
    You meet { $partner } on { $when }, for { $minutes } minutes. A tip, for you alone:
    .title = Your next meeting
    .plan = I need another time
    .next = After the meeting, my weekly question takes three taps as a rule.

introduction-tomorrow-mentee =
    On { $when }, { $partner } gives you { $minutes } minutes. A tip, for you alone:
    .title = Your next meeting
    .plan = I need another time
    .next = After the meeting, my weekly question takes three taps as a rule.
