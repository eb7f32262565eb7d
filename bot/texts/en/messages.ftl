# Every message of the programme, for a coordinator to read beforehand.
help-command-preview = preview – read every message of the programme before anybody does
messages-message =
    As it will arrive. Camille and Dominique are made up; names, dates, figures and reasons will be those of each pair.
    .title = Message { $number } of { $count }
    .invite = Invite
    .next = Nothing is sent by this.
messages-side =
    .mentor = here the mentor
    .mentee = here the mentee
messages-words =
    .goal = Write a letter with an assistant, and check it myself
    .thanks = You let me make my own mistakes. Thank you.
    .told = I booked the small room on the third floor for Thursday.
    .change = Next time I would like to try first, and ask afterwards.
    .announcement = Thursday at noon we eat together in the River room.
messages-in =
    .fr = In French
    .en = In English
messages-page =
    .previous = The one before
    .following = The next one
