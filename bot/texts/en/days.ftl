# When two people met, as answers.
days-yes = Yes
    .on = Yes, on { $day }
    .today = Yes, today
    .another = Yes, another day
