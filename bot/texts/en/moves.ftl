# A meeting called off, or another moment for one; the other side reads no blame, and agrees or not.
moves-rebook =
    Done: { $when } with { $partner } is off. You propose the new time; which one suits you?
    .title = Suggest a new date in one tap
    .keep = I can make it after all
    .next = Pick one, and I ask { $partner } whether it suits; they read no reason.

moves-again =
    Done: { $when } with { $partner } is off. That is { $count ->
        [2] the second
       *[other] number { $count }
    } in a row, and this is where momentum gets lost; a short meeting saves it.
    .title = Suggest a new date in one tap
    .short = Make it { $minutes } minutes
    .keep = I can make it after all
    .next = Pick one, and I ask { $partner } whether it suits; they read no reason.

moves-not-in-time = { $partner } is not at work any more before then and reads it afterwards: a word from you directly would be kind.

moves-which =
    Which of your dates with { $partner } does not suit you?
    .title = Another date
    .plan = Back to all dates

moves-change =
    Which moment would suit you better than { $when } with { $partner }?
    .title = Another date
    .cancel = I cannot make the old one
    .next = I ask { $partner }. Until they say yes, { $when } stands.

moves-suggested =
    { $partner } is asked during working hours: { $wanted }, for { $minutes } minutes.
    .title = Your suggestion is on its way
    .plan = See all dates
    .next = Nothing is agreed before { $partner } says yes. You read it here then, or when no answer came in time.

moves-unasked =
    { $wanted } is noted, but I cannot reach { $partner } at the moment, so nothing was sent: please tell them yourself.
    .title = Your suggestion is noted
    .plan = See all dates
    .next = Nothing is agreed before { $partner } says yes.

moves-asked =
    { $partner } suggests { $wanted } in place of { $when }, for { $minutes } minutes. Does that work for you?
    .title = Another moment?
    .yes = It works
    .keep = Keep { $when }
    .other = Yet another moment
    .next = Until you say yes, { $when } stands.

moves-asked-off =
    The meeting of { $when } with { $partner } will not take place. { $partner } suggests { $wanted }, for { $minutes } minutes. Does that work for you?
    .title = Another moment?
    .next = Nothing is agreed before you say yes.

moves-asked-again =
    The meeting of { $when } with { $partner } can take place after all. Does it still work for you?
    .title = After all?
    .next = Nothing is agreed before you say yes.

moves-done =
    Agreed: you meet { $partner } on { $when }, for { $minutes } minutes.
    .title = The date is set
    .plan = See all dates
    .next = { $partner } reads it during working hours.

moves-untold =
    Agreed: you meet { $partner } on { $when }, for { $minutes } minutes. I cannot reach { $partner } at the moment, so nothing was sent: please tell them yourself.
    .title = The date is set
    .plan = See all dates

moves-kept =
    Good: it stays at { $when } with { $partner }.
    .title = Nothing moves
    .plan = See all dates

moves-moved =
    Agreed: you meet { $partner } on { $when }, for { $minutes } minutes.
    .title = The date is set
    .plan = See or move a date

moves-stays =
    The meeting with { $partner } stays on { $when }: the other moment does not suit.
    .title = Your date stays
    .plan = See or move a date

moves-unanswered =
    No yes came in time to { $wanted } with { $partner }; { $when } stands.
    .title = Your date stays
    .plan = See or move a date

moves-unanswered-off =
    No yes came in time to { $wanted } with { $partner }, and { $when } is off; so there is no date for this meeting yet.
    .title = No date yet
    .plan = See dates or pick one

moves-cancelled =
    The meeting of { $when } with { $partner } will not take place; a new date will follow.
    .title = A meeting is off
    .plan = See dates or pick one
    .next = Nothing to do: I write to you when a new date is suggested.

moves-cancelled-late =
    The meeting of { $when } with { $partner } was called off, and I could not tell you before. I am sorry.
    .title = A meeting was off
    .plan = See dates or pick one
