# What only HR knows of the staff: who left, who is away, who is back.
help-command-leaver = leaver – say who left the organisation: “leaver ana@example.org”
help-command-absent = absent – say who is away: “absent ana@example.org until 2026-12-20”
help-command-returned = returned – say who is back: “returned ana@example.org”
staff-leaver-how = Whom do you mean? Write the e-mail address after the word, such as “leaver ana@example.org”. Nothing was changed.
staff-absent-how = Who is away, and until when? Write an e-mail address and the day they are back, such as “absent ana@example.org until { $example }”. Nothing was changed.
staff-returned-how = Whom do you mean? Write the e-mail address after the word, such as “returned ana@example.org”. Nothing was changed.
staff-unknown = I know nobody with the address { $email }, so nothing was changed. Check how it is spelled in HR’s list.
staff-has-left = { $name } has left already, so nothing was changed. If that is wrong, type “returned { $email }”.
staff-is-here = { $name } is neither away nor gone, so nothing was changed.
staff-last-coordinator = This person is the only coordinator, and somebody has to answer for the programme. Name another one first; nothing was changed.
staff-day-unreadable = I could not read that as a day, so nothing was changed. Write it like { $example }, or “2 weeks”.
staff-day-past = That day is not in the future, so nothing was changed. Write it like { $example }.
staff-day-far = An absence can last twelve months at most, so nothing was changed. If the person is not coming back, type “leaver” and their address.
staff-leaver =
    { $name }, { $email }: does this person work here no more? If so, all they take part in ends, and I write to them no more.
    .title = Somebody leaves
    .yes = Yes, they left
    .no = No, change nothing
    .next = A partner reads the next working morning that the pairing has ended, in the usual words and without a reason.
staff-left =
    It is noted: { $name } works here no more. Whoever lost a partner by it goes first in the next round.
    .title = Somebody left
    .console = Where things stand
    .next = A mistake? Type “returned { $email }”. A pairing that has ended stays ended.
staff-kept =
    Good, nothing was changed.
    .console = Where things stand
staff-absent =
    It is noted: { $name } is away until { $day }. What they take part in rests until then, and goes on by itself.
    .title = Somebody is away
    .console = Where things stand
    .next = A partner reads that the pairing takes a break, and never why. Back sooner? Type “returned { $email }”.
staff-returned =
    It is noted: { $name } is here again. An absence ends now. A pairing goes on if the partner had not been told of its end; one that was told of stays ended.
    .title = Somebody is back
    .console = Where things stand
staff-closed =
    The account of { $name }, { $email }, has been closed since { $since }, and the platform does not say why. What they take part in rests meanwhile. Has this person left?
    .title = A closed account
    .left = Yes, they left
    .away = They are away until…
    .wait = Not known yet
    .next = If the account opens again, all goes on by itself. If it stays closed and nobody answers, I take it on { $day } that they have left.
staff-settled = The question about { $name } is settled, so nothing was changed.
staff-waits =
    { $last ->
        [yes] I wait. If the account of { $name } is still closed on { $day }, I take it that they have left.
       *[no] I wait, and ask again on { $day } if the account of { $name } is still closed.
    }
    .title = A closed account
    .console = Where things stand
staff-until-when =
    Until when is { $name } away?
    .title = Somebody is away
    .label = The day they are back
    .hint = A day to come, within twelve months
    .submit = Note it
