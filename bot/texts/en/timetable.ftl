# The page of everything the bot says by itself, docs/timetable.md; numbers come from bot.domain.rhythm.
timetable-page =
    Everything the bot says by itself, in the order of a programme: to whom, when, how often again, and what happens if nobody answers. What answers somebody’s own press or line comes at once, and is not on this page.
    .title = Timetable
    .other = En français
timetable-rule-hours = Nobody is written to outside of working hours: { $first } to { $last }, { $opens } to { $closes } where the person is, never on a public holiday there. What comes up in between waits for the next open hour.
timetable-rule-week = Nobody gets more than { $count } messages a week, urgent ones apart. What becomes of a message when the week of its reader is full stands in the last column.
timetable-rule-late = A check-in, or a reminder, that could not go out for { $span } because the service was down is left out: the next one asks the same.
timetable-rule-missed = A meeting of which nobody says anything for { $span } counts as missed.

timetable-column =
    .what = What is said
    .to = To whom
    .when = When
    .silence = If nobody answers
    .until = How long an answer counts
    .week = Of the { $count } a week
timetable-chapter =
    .joining = Joining
    .pairing = Proposed and paired
    .meeting = Meetings
    .checkin = Every week
    .feedback = Half-way and at the end
    .leaving = Breaks and endings
    .coordinating = For coordinators

timetable-span =
    { $unit ->
        [minutes] { $count ->
            [one] one minute
           *[other] { $count } minutes
        }
        [hours] { $count ->
            [one] one hour
           *[other] { $count } hours
        }
        [days] { $count ->
            [one] one day
           *[other] { $count } days
        }
       *[weeks] { $count ->
            [one] one week
           *[other] { $count } weeks
        }
    }
timetable-again =
    { $count ->
        [one] Again after { $days } working days.
       *[other] Again after { $days } working days, then no more.
    }

timetable-to =
    .invited = everybody without a part in the round
    .volunteers = everybody who takes part and is not on a break
    .unpaired = volunteers without a partner
    .oneself = the person concerned
    .asked = those who were asked, but for whoever ended it
    .each = each of the two, privately
    .both = both, together in one room
    .partner = the other of the two
    .coordinators = every coordinator
    .asker = the coordinator who asked for it

timetable-when-at-once = At the next open hour after { $event }.
timetable-when-next-morning = The next working morning after { $event }.
timetable-when-withheld = { $by } after { $event }, and not at all if a new date is found in that time; without delay if the meeting begins within { $unless_within }.
timetable-when-both-at-work = When both are at work, after { $event }.
timetable-when-by-programme = Every week, on the weekday and at the hour of the programme where the person is (usually { $weekday } at { $at }), spread over { $spread } from person to person. Not before { $settling_in } after a pairing began or woke, and on the day of a meeting not before it is over.
timetable-when-weekly = Every { $weekday } at { $at }, in the time zone of whoever created the programme.
timetable-when-half-way = In the middle of the weeks of the programme (usually { $weeks }), in place of a check-in.
timetable-when-at-the-end = When the weeks of the programme (usually { $weeks }) are over.
timetable-when-later = { $by } after { $event }.
timetable-when-working-days-later = { $days } working days after { $event }.
timetable-when-at-meeting = When the moment comes without a yes, or on the working day before it if the question could not be delivered by then.
timetable-when-before-meeting =
    { $days ->
        [one] When the mentor’s last working day before the meeting opens.
       *[other] When the mentor’s day opens, { $days } working days before the meeting.
    }
timetable-when-without-meeting = With the check-in, after { $span } without a meeting on record.
timetable-when-silent =
    { $weeks ->
        [one] In place of the check-in, after a silent week.
       *[other] In place of the check-in, after { $weeks } silent weeks in a row.
    }

timetable-until-later = for { $by }
timetable-until-working-days-later = for { $days } working days
timetable-until-at-meeting = until the moment comes
timetable-until =
    .read = –
    .next = until the next one comes, or the pairing rests or ends
    .cycle = until the round ends
    .pairing = until the pairing rests or ends
    .answered = whenever it comes

timetable-silence =
    .nothing = –
    .stays_open = It stays open, and is not repeated.
    .asked_again = Nobody hears of it. The week counts as silent, and the next question comes as ever.
    .rests = If the silence goes on, the pairing rests.
    .break = The break goes on until they come back.
    .ends = The pairing ends, without blame: both are told so in the same words.
    .left = They are taken to have left, and what they took part in ends.
    .lapses = The proposal is over, without blame: both are told so in the same words, and go first in the next round.
    .date_lapses = The moment is no date. Both are told so, and can pick another.
    .coordinators = Coordinators read for how many days no meeting is on record, and nothing else.
    .goes_on = Nobody hears of it; the pairing goes on.
    .closes = Nobody hears of it; the pairing comes to its end all the same.

timetable-week =
    .waits = counts, and waits for a week with room
    .left_out = counts, and is left out in a full week
    .goes_out = counts, and goes out even in a full week
    .by_date = counts, and waits for a week with room, unless a date that both agreed to hangs on it

timetable-invitation = An invitation to take part
    .after = a coordinator confirmed the invitations
timetable-announcement = An announcement of a coordinator
    .after = the coordinator confirmed it
timetable-left-without = That there is no partner this time, and why
    .after = a coordinator approved the pairs
timetable-answer-due = That there is no partner yet
    .after = the day came that was promised at joining, without a proposal until then
timetable-cycle-over = That the round is closed or called off
    .after = a coordinator decided it
timetable-proposal = A proposed partner, and why
    .after = a coordinator approved the pairs
timetable-proposal-over = That a proposal is over, in the same words whatever ended it
    .after = it ended
timetable-pairing-begins = That both said yes, and how to begin
    .after = the second yes
timetable-room = A first word in a room for both, where the platform has rooms
    .after = the second yes
timetable-dates-asked = Do these dates suit?
    .after = one of the two picked a moment
timetable-dates-asked-again = Once more: do these dates suit?
timetable-dates-set = That the dates are set
    .after = the other of the two said yes
timetable-dates-lapsed = That no yes came in time, and no date is set
timetable-move-asked = Does another moment suit for one meeting?
    .after = one of the two suggested it
timetable-move-lapsed = That no yes came in time to another moment, and what stands
timetable-preparation = How to prepare for the meeting
timetable-meeting-off = That a meeting is off
    .after = it was called off
timetable-meeting-moved = That another moment is agreed, or that the old one stays
    .after = the other of the two answered
timetable-checkin = Did you meet?
timetable-still-there = Are you still with us?
timetable-date-wanted = A neutral request for a date
    .after = their partner said that no answer comes
timetable-thanks = Thanks from their partner
    .after = the partner sent them
timetable-words-of-partner = Some words of their partner
    .after = the partner sent them
timetable-no-meeting = That no meeting is on record
timetable-half-way = Some questions on the way so far
timetable-half-way-shared = What their partner wishes to change, if that was ticked
    .after = the partner answered
timetable-look-back = A last look back
timetable-closing = Thanks, and what comes next
    .after = the last look back was asked
timetable-rests-for-silence = That they are on a break now
timetable-partner-rests = That the pairing takes a break, not why
    .after = the break began
timetable-rest-ends-soon = That a pairing that rests comes to its end
    .after = the pairing began to rest, or the day came on which the break was to end
timetable-break-over = That the break is over
    .after = the day came that they had named
timetable-partner-is-back = That the pairing goes on
    .after = the break ended
timetable-pairing-ended = That the pairing has ended, in the same words whatever ended it
    .after = it ended
timetable-digest = The digest: what to decide, and how things go
timetable-digest-last = That the round has ended, for nothing of it is under way
timetable-contact-wanted = That one more contact for concerns is needed, not why
    .after = somebody had nobody to turn to
timetable-account-closed = Whether somebody has left whose account is closed
    .after = the account was closed, if they take part; again after as many, if the answer is to wait
timetable-run-done = What came of matching a large round
    .after = it was calculated
