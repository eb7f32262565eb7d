# What is wrong with a people file, and how to put it right. Read by whoever imports it.
people-read = { $count ->
    [one] The file is fine: one person.
   *[other] The file is fine: { $count } people.
}
people-refused = { $count ->
    [one] The file has one fault, so nobody was imported.
   *[other] The file has { $count } faults, so nobody was imported.
}
people-refused-more = { $count ->
    [one] One more fault is not listed.
   *[other] { $count } more faults are not listed.
}

# The file as a whole.
people-fault-empty = The file is empty.
people-fault-no-people = The file has headings, but no people under them.
people-fault-too-big = The file is larger than { $limit } MiB, the most that is read at once. Keep only the columns the import asks for.
people-fault-archive = This is a workbook or an archive, not CSV. Open it in a spreadsheet and choose “Save as”, then “CSV UTF-8”.
people-fault-too-many-rows = The file has more than { $limit } rows, empty ones included. Delete the empty rows.
people-fault-too-many-columns = The file has more than { $limit } columns. Keep only those the import asks for.
people-fault-encoding = Line { $line }: some letters cannot be read. In your spreadsheet, choose “Save as”, then “CSV UTF-8”.
people-fault-line-too-long = Line { $line } is longer than { $limit } characters. A quotation mark or a line end may be missing.
people-fault-quotes = Line { $line }: the quotation marks do not pair. Inside a quoted cell, double each of them.

# The headings.
people-fault-column-missing = The column “{ $column }” is missing.
people-fault-column-twice = “{ $other }” and “{ $column }” mean the same column. Keep one.
people-fault-column-unnamed = Column { $number } has no heading. Name it or delete it.
people-fault-column-unknown = The import does not use a column “{ $column }”. Delete it, so that nothing private travels by accident.
people-fault-column-unknown-near = The import does not know a column “{ $column }”. Did you mean “{ $nearest }”?

# One row.
people-fault-cells-uneven = Line { $line } has { $found ->
    [one] one cell
   *[other] { $found } cells
}; there are { $expected } headings.
people-fault-cell-blank = Line { $line }, { $column }: this cell is empty. Fill it in.
people-fault-cell-too-long = Line { $line }, { $column }: this cell is too long. It may hold { $limit } bytes; an accented letter takes two.
people-fault-cell-hidden = Line { $line }, { $column }: “{ $value }” holds a line break or an invisible character. Type it again.
people-fault-email-unreadable = Line { $line }, { $column }: “{ $value }” is not an e-mail address.
people-fault-email-twice = Line { $line }: { $value } is already on line { $first }. Keep one of them.
people-fault-number-twice = Line { $line }, { $column }: { $value } is already on line { $first }. Each number is one person’s.
people-fault-level-unknown = Line { $line }, { $column }: “{ $value }” is not a level. Write a whole number from { $lowest } to { $highest }.
people-fault-date-unreadable = Line { $line }, { $column }: “{ $value }” is not a date I can read. Write year-month-day, such as 2019-09-03.
people-fault-date-future = Line { $line }, { $column }: { $value } is still to come; today is { $today }.
people-fault-date-early = Line { $line }, { $column }: { $value } is too long ago. The earliest date is { $earliest }.
people-fault-zone-unknown = Line { $line }, { $column }: “{ $value }” is not a time zone. Write one such as America/Toronto.
people-fault-zone-unknown-near = Line { $line }, { $column }: “{ $value }” is not a time zone. Nearest: { $nearest }.
people-fault-zone-short = Line { $line }, { $column }: “{ $value }” may ignore summer time. Write a region and a city, such as America/Toronto.
people-fault-language-unknown = Line { $line }, { $column }: “{ $value }” is not a language code. Write codes such as fr;en, the preferred one first.
people-fault-language-unknown-near = Line { $line }, { $column }: “{ $value }” is not a language code. Did you mean “{ $nearest }”?

# Who reports to whom.
people-fault-line-manager-unknown = Line { $line }: the line manager { $value } is not in the file, and not known. Add that person, or leave the cell empty at the top.
people-fault-reporting-self = Line { $line }: { $value } is their own line manager. Leave the cell empty at the top.
people-fault-reporting-loop = Line { $line }: { $count } people report to one another in a circle: { $loop }. Correct the line manager of one of them.
