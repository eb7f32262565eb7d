# A coordinator’s message to all who take part.
help-command-announce = announce – write to everybody who takes part
announcement-write =
    It goes to everybody who takes part and is not on a break, each in their own language.
    .title = Announcement
    .submit = Preview
    .fr = Message in French
    .en = Message in English
    .hint = Up to { $limit } characters.
announcement-fault =
    .empty = Please write the message in both languages: everybody reads it in their own.
    .long = That is { $length } characters; { $limit } fit. Please shorten it.
announcement-preview =
    { $count ->
        [0] Nobody takes part yet, so nobody would get this:
        [one] One person takes part and would get this, in their own language, unless they are on a break:
       *[other] { $count } people take part; all who are not on a break would get this, each in their own language:
    }
    .title = Announcement: preview
    .go = Continue
    .again = Write it again
    .no = Drop it
    .next = Nothing is sent yet. I ask you once more first.
announcement-sure =
    { $count ->
        [one] The one person who takes part is about to get your message, unless they are on a break.
       *[other] The { $count } people who take part are about to get your message, but for those on a break.
    } As long as it has not reached somebody, it can be taken back.
    .title = Send now?
    .yes = { $count ->
        [one] Send it to the one who takes part
       *[other] Send it to all who take part
    }
    .no = Drop it
    .next = It arrives in each person’s working hours, with your name.
announcement-card =
    A word from the coordination of { $name }:
    .title = Announcement
announcement-sent =
    { $count ->
        [0] Nobody could be reached.
        [one] Your message is on its way to the one person who takes part, unless they are on a break.
       *[other] Your message is on its way to the { $count } people who take part, but for those on a break.
    }
    .title = Announcement
    .recall = Take it back
    .next = It arrives in each person’s working hours.
announcement-dropped =
    The announcement is dropped; nothing was sent.
    .title = Announcement
    .announce = Write another one
announcement-already = This announcement was sent already; nobody gets it twice.
