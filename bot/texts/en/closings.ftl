# Days on which an office is closed, holidays aside.
help-command-closing-days = closing-days – days on which your offices are closed, holidays aside
closings-home =
    Your offices are closed on these days:
    .title = Closing days
    .add = Add closing days
    .take = Take off { $name }, { $day }{ $where ->
        [office] {" "}({ $office })
       *[everywhere] { "" }
    }
    .programme = Settings and round
    .next = On these days I write to nobody of the office, offer no meeting, and count no working day. Public holidays need not be named.
closings-none =
    No closing days are ahead. Public holidays count already: those of the country and province of each office.
    .title = Closing days
    .programme = Settings and round
closings-one = { $name }, { $span ->
    [one] { $first }
   *[some] { $first } to { $last }
} ({ $where ->
    [office] { $office }
   *[everywhere] everywhere
})
closings-dated = { $day }, { $year }
closings-edit =
    Days on which an office, or all of them, are closed, besides public holidays.
    .title = Closing days
    .submit = Keep
    .name = What it is
    .name-hint = Such as “Christmas break” or “moving day”; 30 characters at most
    .first = First day
    .last = Last day
    .last-hint = Leave it empty for a single day.
    .office = Where
    .everywhere = Everywhere
closings-sure =
    { $closing }
    Agreed meetings on these days: { $count }. Whose they are stays with the pairs.
    .title = Pairs have dates on these days
    .yes = Yes, close
    .no = Leave it
    .next = With your yes, both of each pair read that a day off takes their date; the mentor is asked for another. Until then nothing is changed.
closings-many = There are { $most } closings already, the most that are kept at once. Take one off first; nothing was changed.
closings-fault =
    .name = Say in a few words what it is.
    .office = Please choose one of these offices, or “Everywhere”.
    .date = Write a date, such as 2026-12-24.
    .order = The last day comes before the first. Write { $day } or a later day.
    .past = These days are over. Write a day from { $day } on.
    .long = That is { $days } days in a row; { $most } is the most an office closes for. Look at the year of both days. To stop the programme for longer, close the round under “programme”.
    .far = That is more than two years ahead. Look at the year.
