# Where somebody stands, their breaks, and their language.
help-command-status = status – where you stand, and what happens next
help-command-pause = pause, pause 2 weeks – take a break
help-command-resume = resume – end your break
help-command-lang = lang fr, lang en – the language I write to you in
settings-role = { $role ->
    [mentee] Mentee: you learn
   *[mentor] Mentor: you show
}
settings-fact-partner = Partner
settings-fact-role = Your role
settings-fact-meeting = Next meeting
settings-fact-checkin = Next check-in
settings-fact-now = At the moment
settings-fact-resting = on a break: no meetings, no questions
settings-fact-ends = Planned end
settings-fact-none = none planned
settings-proposed-too = A further partner has been proposed to you; that card is higher up in this chat.

settings-status-none =
    You are not taking part in anything right now, and no programme is open.
    .title = Where you stand
    .next = If you are invited to a programme, you read it here.
settings-status-free =
    A round of reverse mentoring is open. You are not taking part in it.
    .title = Where you stand
    .join = Tell me more
    .next = Nothing happens unless you join. You can do so as long as the round is open.
settings-status-invited =
    You were invited, and there is no answer from you yet. No answer is fine too.
    .title = Where you stand
    .join = Show me the invitation
    .next = Nothing happens unless you join.
settings-status-choosing =
    You said yes. Your consents or your profile are not complete, so you are not taking part yet.
    .title = Where you stand
    .join = Go on from there
    .next = It takes about three minutes, whenever you like.
settings-status-declined =
    You said no to this round. That is fine.
    .title = Where you stand
    .join = I changed my mind
    .next = I will not ask again for this round.
settings-status-left =
    You stopped taking part. Thank you for the time you gave.
    .title = Where you stand
    .join = Join again
    .next = I will not ask again for this round.
settings-status-waiting =
    You are taking part, and I am looking for a partner for you.
    .title = Where you stand
    .profile = My profile
    .pause = Take a break
    .who-sees = Who sees what
    .next = You will hear from me by { $day }, matched or not.
settings-status-waiting-on =
    You are taking part, and I am still looking for a partner for you.
    .title = Where you stand
    .profile = My profile
    .pause = Take a break
    .who-sees = Who sees what
    .next = I will write as soon as there is one.
settings-status-asked =
    A partner has been proposed to you; that card is higher up in this chat, and it awaits your answer.
    .title = Where you stand
    .profile = My profile
    .pause = Take a break
    .who-sees = Who sees what
    .next = Without an answer the proposal lapses by itself, without blame.
settings-status-answered =
    You said yes to a proposal. I am waiting until both sides have answered.
    .title = Where you stand
    .profile = My profile
    .pause = Take a break
    .who-sees = Who sees what
    .next = I will write as soon as it is settled, by { $day } at the latest.
settings-status-paired =
    You are paired.
    .title = Where you stand
    .plan = Our meetings
    .checkin = Check in now
    .pause = Take a break
    .who-sees = Who sees what
    .next = I will ask how it goes at the next check-in.
settings-status-resting =
    Your pairing is taking a break. Nothing is expected of you.
    .title = Where you stand
    .profile = My profile
    .leave = Stop taking part
    .next = I will write when it goes on.
settings-status-paused =
    You are on a break, for as long as you like. I ask nothing of you until you come back.
    .title = Where you stand
    .resume = End my break
    .profile = My profile
    .next = Type “resume” whenever you want to go on.
settings-status-paused-until =
    You are on a break until { $until }. I ask nothing of you until then.
    .title = Where you stand
    .resume = End my break
    .profile = My profile
    .next = It ends by itself, and I write to you that day. Type “resume” to come back sooner.

settings-not-in = You are not taking part at the moment, so there is nothing to pause. Type “join” to take part.
settings-pause =
    Good idea. While you are on a break I ask nothing of you, and it ends by itself. If you have a partner, they read that the pairing takes a break, not why.
    .title = How long a break?
    .two = Two weeks
    .four = Four weeks
    .day = Until a day I choose
settings-which-day =
    I will stay silent until the morning of that day.
    .title = Break until
    .submit = Start my break
    .label = First day back
    .hint = Within the next twelve months
settings-day-unreadable = I could not read that as a day, so nothing was changed. Write it like { $example }, or “2 weeks”.
settings-day-past = That day is not in the future, so nothing was changed. Write it like { $example }.
settings-day-far = A break can last twelve months at most, so nothing was changed. Type “leave” if you would rather stop.
settings-paused =
    You are on a break until { $day }. I ask nothing of you until then.
    .title = Enjoy your break
    .resume = End my break now
    .status = Where I stand
    .next = It ends by itself, and I write to you that day. Type “resume” to come back sooner.
settings-no-date = { $count ->
    [one] The meeting of { $when } with { $partner } falls into the break, and does not take place.
   *[other] The meeting of { $when } with { $partner } falls into the break, as those after it do; they do not take place.
}
settings-withdrawn = The proposal you had is taken back, without blame. I will look again when you return.
settings-no-break =
    You are not on a break, so nothing was changed.
    .title = You are here
    .status = Where I stand
    .pause = Take a break
settings-back =
    Your break is over, and you are taking part again.
    .title = Welcome back
    .status = Where I stand
    .pause = A little longer
    .next = I am looking for a partner for you, and will write as soon as there is one.
settings-back-paired =
    Your break is over, and your pairing with { $partner } goes on.
    .title = Welcome back
    .plan = Our meetings
    .status = Where I stand
    .pause = A little longer
    .next = { $dated ->
        [yes] Your date stands: { $when }, with { $partner }.
       *[no] Pick your next meeting when it suits you both.
    } I will check in on { $day }.
settings-back-resting =
    Your break is over. Your pairing with { $partner } rests a little longer; nothing is expected of you.
    .title = Welcome back
    .status = Where I stand
    .next = I will write when it goes on.
settings-silent =
    I have not heard from you for three weeks, so I stopped asking: you are on a break. That is no problem, and nobody is told why.
    .title = You are on a break
    .yes = I’m back
    .status = Where I stand
    .leave = Stop taking part
    .next = Nothing happens until you come back: one tap, or type “resume”.
settings-resting =
    Your pairing with { $partner } is taking a break. Nothing is expected of you.
    .title = A break
    .status = Where I stand
    .next = I will write when it goes on.
settings-awake =
    The break is over: your pairing with { $partner } goes on.
    .title = On we go
    .plan = Our meetings
    .status = Where I stand
    .next = { $dated ->
        [yes] Your date stands: { $when }, with { $partner }.
       *[no] Pick your next meeting when it suits you both.
    } I will check in on { $day }.

settings-language =
    In which language shall I write to you? · Dans quelle langue voulez-vous que je vous écrive?
    .title = Language · Langue
settings-en = English
settings-fr = Français
settings-language-unknown = I do not speak “{ $word }” yet. Type “lang fr” for French or “lang en” for English.
settings-speaks =
    From now on I write to you in English.{ $paired ->
        [yes] { " " }Your partner keeps their own language.
       *[no] { "" }
    }
    .title = Language
    .status = Where I stand
    .help = What I can do
