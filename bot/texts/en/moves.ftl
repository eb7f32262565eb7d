# A meeting called off, and its new date; the other side reads no blame.
moves-rebook =
    Done: { $when } with { $partner } is off. You propose the new time; which one suits you?
    .title = A new date in one tap
    .keep = I can make it after all
    .next = Pick one and { $partner } simply reads that the meeting moved.

moves-again =
    Done: { $when } with { $partner } is off. That is the second in a row, and this is where momentum gets lost; a short meeting saves it.
    .title = A new date in one tap
    .short = Make it { $minutes } minutes
    .keep = I can make it after all
    .next = Pick one and { $partner } simply reads that the meeting moved.

moves-done =
    Good: you meet { $partner } on { $when }, for { $minutes } minutes.
    .title = The new date is set
    .plan = See all dates
    .next = { $partner } reads the new time during working hours.
moves-untold =
    Good: you meet { $partner } on { $when }, for { $minutes } minutes. I cannot reach { $partner } at the moment, so nothing was sent: please tell them yourself.
    .title = The new date is set
    .plan = See all dates

moves-kept =
    Good: it stays at { $when } with { $partner }.
    .title = Nothing moves
    .plan = See all dates

moves-moved =
    Your next meeting with { $partner } is on { $when }, for { $minutes } minutes.
    .title = A meeting moved
    .plan = See or move a date
    .next = Nothing to do if that suits you.

moves-cancelled =
    The meeting of { $when } with { $partner } will not take place; a new date will follow.
    .title = A meeting is off
    .plan = See dates or pick one
    .next = Nothing to do: I write to you when the new date is set.
