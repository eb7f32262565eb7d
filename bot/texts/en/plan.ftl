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
    .next = Once you both are back, pick new dates here.

plan-empty =
    You and { $partner } have no date ahead of you yet. One pick sets all of them.
    .title = Your dates
    .choose = Pick a moment

plan-show =
    Your meetings with { $partner }:
    .title = Your dates
    .choose = Pick another moment
    .cancel = I cannot make { $day }
    .change = Suggest another date
    .answer = Answer about { $when }
    .rebook = New date in place of { $day }
    .next = The working day before each meeting, I send you both a word to prepare, as long as your week has room for it.

plan-line = { $when }{ $minutes ->
    [60] { "" }
   *[other] , { $minutes } minutes
} – { $state ->
    [past] past
    [off] did not take place
    [proposed] waits for an answer
    [yours] waits for your answer
    [agreed] agreed
   *[cancelled] a new date will follow
}

plan-line-wanted = { $line }; instead, { $when } is suggested and waits for { $whose ->
    [yours] your answer
   *[theirs] an answer
}
plan-in-vain = { $partner } left your last two picks unanswered, so nothing was sent. Your next one can go out on { $day }; until then, a call or a word in passing may work better.
plan-too-late = It is too late for { $when }: { $partner } would not read your yes in time, so nothing was changed. Type “plan” to pick another moment.

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
    .next = As soon as you pick, the question whether it works goes to { $partner }, to be read during working hours.

plan-later =
    Here are other moments for the first meeting with { $partner }.
    .title = Pick a moment
    .next = As soon as you pick, the question whether it works goes to { $partner }, to be read during working hours.

plan-asked =
    { $when }: { $partner } is asked during working hours, with all the dates that follow from it.
    .title = Your pick is noted
    .plan = See all dates
    .next = Nothing is agreed before { $partner } says yes. You read it here then, or when no answer came in time.

plan-unasked =
    { $when } is noted, but I cannot reach { $partner } at the moment, so nothing was sent: please tell them yourself.
    .title = Your pick is noted
    .plan = See all dates
    .next = Nothing is agreed before { $partner } says yes.

plan-lapsed =
    No yes came in time to { $when } with { $partner }, nor to the moments after it, so none of them is a date. That happens; pick another.
    .title = No date yet
    .choose = Pick a moment

plan-lapsed-again =
    No yes came in time to { $when } with { $partner }, for the second time in a row, so none of the moments is a date. That happens. To leave { $partner } in peace, your next pick can go out on { $day }; until then, a call or a word in passing may work better.
    .title = No date yet

plan-dates =
    The dates with { $partner } are set:
    .title = Your dates
    .agenda = Agenda of the first meeting
    .plan = See or move a date
    .next = The working day before each meeting, I send you both a word to prepare, as long as your week has room for it.
