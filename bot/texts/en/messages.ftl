# Every message of the programme, for a coordinator to read beforehand.
help-command-preview = preview – read every message of the programme before anybody does
messages-message =
    To { $role ->
        [mentor] a mentor
       *[mentee] a mentee
    }, as it will arrive. Camille and Dominique are made up; names, dates and reasons will be those of each pair.
    .title = Message { $number } of { $count }
    .invite = Invite
    .next = Nothing is sent by this.
messages-in =
    .fr = In French
    .en = In English
messages-page =
    .previous = The one before
    .following = The next one
