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
    .another = Another date
    .rebook = New date in place of { $day }
    .next = The working day before each meeting, I send you both a word to prepare, as long as your week has room for it.
plan-others =
    Which of your meetings with { $partner } can you not make? You pick a new date next.
    .title = Another date
    .keep = Keep them all

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
    .next = As soon as you pick, your choice goes to { $partner }, to be read during working hours.

plan-later =
    Here are other moments for the first meeting with { $partner }.
    .title = Pick a moment
    .next = As soon as you pick, your choice goes to { $partner }, to be read during working hours.

plan-asked =
    { $when } it is. { $partner } is asked during working hours, with all the dates that follow from it.
    .title = Your pick is noted
    .plan = See all dates
    .next = You read it here when { $partner } answers.
plan-unreached =
    { $when } it is, with all the dates that follow from it. I cannot reach { $partner } at the moment, so nothing was sent: please tell them yourself.
    .title = Your pick is noted
    .plan = See all dates

plan-dates =
    The dates with { $partner } are set:
    .title = Your dates
    .agenda = Agenda of the first meeting
    .plan = See or move a date
    .next = The working day before each meeting, I send you both a word to prepare, as long as your week has room for it.
