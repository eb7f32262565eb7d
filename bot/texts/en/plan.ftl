# The timetable of a pairing.
help-command-plan = plan – your meetings
plan-already = Your dates are agreed already, so nothing was changed. Type “plan” to see them, or to move the next one.

plan-which =
    Whose dates would you like to see?
    .title = Your dates

plan-resting =
    Your pairing with { $partner } is resting, so no date counts for now.
    .title = Your dates
    .status = Where I stand
    .next = When you both are back, I ask you for new dates.

plan-empty =
    You and { $partner } have no date ahead of you yet. One pick sets all of them.
    .title = Your dates
    .choose = Pick a moment

plan-show =
    Your meetings with { $partner }:
    .title = Your dates
    .choose = Pick another moment
    .cancel = I cannot make { $day }
    .rebook = New date in place of { $day }
    .next = The working day before each meeting, I send you both a word to prepare.

plan-line = { $number }. { $when }{ $minutes ->
    [60] { "" }
   *[other] , { $minutes } minutes
} – { $state ->
    [past] past
    [proposed] waits for an answer
    [yours] waits for your answer
    [agreed] agreed
   *[cancelled] a new date will follow
}

plan-agree =
    { $partner } suggests these moments for your meetings. Do they work for you?
    .title = Your dates
    .yes = They work
    .other = Another time
    .next = With your yes, all dates are set; any one of them can still be moved.

plan-agree-again =
    The first meeting that { $partner } suggests is close. Do these moments work for you?
    .title = Your dates, still open
    .next = With your yes, all dates are set; any one of them can still be moved.

plan-times =
    Which moment suits you for the first meeting with { $partner }? The others follow at the same time of day.
    .title = Pick a moment
    .next = I tell { $partner } as soon as you pick.

plan-later =
    Here are other moments for the first meeting with { $partner }.
    .title = Pick a moment
    .next = I tell { $partner } as soon as you pick.

plan-asked =
    { $when } it is. I am asking { $partner } now, with all the dates that follow from it.
    .title = Your pick is noted
    .plan = See all dates
    .next = I write to you as soon as { $partner } answers.

plan-dates =
    The dates with { $partner } are set:
    .title = Your dates
    .agenda = Agenda of the first meeting
    .plan = See or move a date
    .next = The working day before each meeting, I send you both a word to prepare.
