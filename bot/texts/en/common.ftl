# Words used by every conversation.
moment = { $day } at { $time }

page =
    .previous = Previous page
    .following = Next page

no-programme = No programme is under way right now. Your HR team opens the next one; if you are invited to it, you read it here.
no-pairing = You have no partner at the moment, so there are no dates yet. Type “status” to see where you stand.
stale = This button belongs to an earlier moment, so nothing was changed. Type “status” to see where you stand.
not-yours = That question was put to somebody else, so I cannot take your answer. Type “status” to see yours.
not-allowed = That is for programme coordinators. Type “help” to see what you can do.
already-taken = I have that already; nothing was done twice.
stranger = I do not know you yet. Ask your HR team to add you to the people of the programme, then write to me again.
line-too-long = That is { $length } characters; I can take { $limit } at a time. Nothing was kept: please send a shorter text.
field-too-long = Please keep it under { $limit } characters.
field-length = That is { $length } characters; { $limit } fit here.
field-number = Please write a whole number from { $low } to { $high }.
field-choose = Please choose one.
unknown = I do not know “{ $word }”. Type “help” to see what I understand.
unknown-near = I do not know “{ $word }”. Did you mean “{ $near }”? Type “help” to see everything I understand.
typed-cancelled = All right, I have dropped that form. Nothing was changed.
typed-progress = Question { $number } of { $count }
typed-required = I need an answer to this one to go on.
typed-long-list = There are { $count } of them, too many to list here. Type their names, separated by commas.
typed-too-long = That is too long for this question. Please shorten it a little.
typed-yes-or-no = Please answer “yes” or “no”.
typed-choose = Please answer with the number or the words of a choice.
typed-too-many = That is more choices than fit here. Please keep the most important ones.
typed-hint = { $kind ->
    [switch] Answer “yes” or “no”
    [choice] Answer with a number, or several with commas
    [dateinput] Answer with a date, such as 2026-12-31
   *[other] Answer in one line
}{ $optional ->
    [true] , or “-” to leave it as it is. “cancel” stops here.
   *[other] . “cancel” stops here.
}
