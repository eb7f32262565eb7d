# Who leads people or a budget, where no list says it.
help-command-leaders = leaders – say who leads people or a budget
leaders-home =
    Mentees lead people or a budget, mentors do not. Where no level is known, I go by what people say when they join, or by what you say here.
    .title = Who leads
    .name = Name people
    .untold = Go through the unknown
    .match = Run the pairing
    .next = A level in HR’s list always counts before this.
leaders-known =
    .level = Level known from HR’s list
    .leads = Said to lead
    .leads-nobody = Said to lead nobody
    .unknown = Nobody said
leaders-untold =
    People { $first } to { $last } of { $count } of whom nobody said whether they lead people or a budget. Press the button of those who do.
    .title = Nobody said
    .leads = { $name } leads
    .leaders = Back to the numbers
    .next = Those who lead nobody need no button: “Name people” takes them all at once.
leaders-who = { $about ->
    [unknown] { $name }
   *[other] { $name } – { $about }
}
leaders-said-the-same = I pair somebody who leads people or a budget with somebody who does not. Of some of those left it is a word that counts, not a level, and too many of them said the same. Type “leaders” if a word is wrong; else ask others to join.
leaders-naming =
    Names in full or e-mails, one a line or with commas. Titles that sound like a leader’s are filled in already: take off those that are not.
    .title = Who leads?
    .submit = Keep
    .lead = They lead people or a budget
    .lead-hint = A whole list may be pasted.
    .others = They lead nobody, and no budget
    .others-hint = Also to put right what was said before.
    .rest = All others of whom nobody said it lead nobody
    .rest-hint = Switch it on when the list is complete.
    .needed = Name at least one person, or say that the list is complete.
    .twice = { $names }: on both lists. Keep each name on one of them. Nothing was kept.
    .strangers = Nobody here is called { $names }{ $more ->
        [0] { "" }
       *[other] {" "}(and { $more } more)
    }. Check the spelling, or write the e-mail. Nothing was kept.
    .several = Several people are called { $names }{ $more ->
        [0] { "" }
       *[other] {" "}(and { $more } more)
    }. Write the e-mail of those you mean, or press their buttons under “Go through the unknown”. Nothing was kept.
leaders-kept =
    People who lead: { $lead }. People who lead nobody: { $others }{ $rest ->
        [0] .
       *[other] , and { $rest } of whom nobody had said it.
    }
    .title = Kept
    .leaders = Who leads
    .match = Run the pairing
    .next = It counts from the next run of the pairing on.
