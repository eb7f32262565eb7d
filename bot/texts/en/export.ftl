# The review as a file for a spreadsheet.
export-notice = For reviewing the pairing only. Not usable in appraisal, promotion or discipline.
export-sheet = Review
export-column =
    .part = Part
    .mentor = Mentor
    .mentor-team = Mentor’s team and office
    .mentee = Mentee
    .mentee-team = Mentee’s team and office
    .score = Points
    .topics = Topics
    .hours = Hours
    .interests = Interests
    .waiting = Waiting
    .department = Fresh view
    .gap = Seniority
    .format = Way to meet
    .languages = Languages
    .reasons = Why these two
    .locked = Locked
    .cost = Points lost in all if these two are kept apart
    .payers = Who would pay
    .left = Why left
    .waited = Rounds waited by next time
export-pair = proposed pair
export-left = left without a partner
export-locked = yes
export-free = no
export-payers = { $names ->
    [none] { $moved ->
        [one] nobody is left; one person changes partner
       *[other] nobody is left; { $moved } people change partner
    }
   *[other] left without a partner: { $names }
}
export-nothing = Nothing is under review, so no file was written. Run the pairing first: type “/mentor match”.
export-unwritable = { $path } cannot be written: { $why }.
export-done = { $count ->
    [one] One row is in { $path }. It holds names: keep it where only coordinators can read it.
   *[other] { $count } rows are in { $path }. They hold names: keep the file where only coordinators can read it.
}
export-weighing = Weighing each pair
