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
    { $some ->
        [no] Nobody takes part yet, so nobody would get this:
       *[yes] Number of people who would get this, each in their own language: { $count }.
    }
    .title = Announcement: preview
    .go = Continue
    .again = Write it again
    .no = Drop it
    .next = Nothing is sent yet. I ask you once more first.
announcement-sure =
    Your message is about to go out. Number of people who get it: { $count }. As long as it has not reached somebody, it can be taken back.
    .title = Send now?
    .yes = Send it
    .no = Drop it
    .next = It arrives in each person’s working hours, with your name.
announcement-card =
    A word from the coordination of { $name }:
    .title = Announcement
announcement-sent =
    { $some ->
        [no] Nobody could be reached.
       *[yes] Your message is on its way. Number of people who get it: { $count }.
    }
    .title = Announcement
    .recall = Take it back
    .next = It arrives in each person’s working hours.
announcement-dropped =
    The announcement is dropped; nothing was sent.
    .title = Announcement
    .announce = Write another one
announcement-already = This announcement was sent already; nobody gets it twice.
