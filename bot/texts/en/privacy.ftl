# What is kept about somebody, and who can read it.
privacy-who-sees =
    Everything I keep about you, and everybody who can read it. Your line manager sees nothing at all, and nothing here may be used for appraisal, promotion or discipline.
    .title = Who sees what
    .my-data = Show me my data
    .forget-me = Erase my data
    .next = Messages you write in this chat are also kept by the chat platform, as your organisation has set it up.
privacy-readers-you-partner-coordinators = You, your partner and the programme’s coordinators:
privacy-readers-you-coordinators = You and the programme’s coordinators:
privacy-readers-you-partner = You and your partner:
privacy-readers-you-nameless = You; the programme’s coordinators read the words, never whose they are:
privacy-readers-you-sums = You; beyond that only sums of five people or more, if you agreed to them:
privacy-readers-you = Only you:
privacy-readers-nobody = Nobody, because it is not kept:
privacy-item-name = your name, team and office
privacy-item-languages = the languages you speak
privacy-item-topics = your topics
privacy-item-interests = what you like outside of work, as far as your partner likes it too
privacy-item-moments = the moments and ways to meet that you share
privacy-item-pairing = whom you are paired with or proposed to, since when, and the reasons for it
privacy-item-met = whether a meeting took place
privacy-item-hand = that your pair could use a hand – you both read it before anybody else
privacy-item-work = what HR’s staff list says of you: e-mail, level, start date, line manager, time zone
privacy-item-part = that you take part, in which role, and whether you wait for a partner
privacy-item-goal = your goal
privacy-item-meetings = the days and times of your meetings
privacy-item-break = until when a break lasts; your partner reads that the pairing rests, never whose wish it was
privacy-item-checkins = your check-in answers
privacy-item-feedback = your mid-point and final feedback
privacy-item-levels = your levels
privacy-item-wishes = topics in your own words, unless you share them
privacy-item-shared = topics in your own words that you share, once five people or more have joined with you
privacy-item-obstacle = what makes it hard to be a beginner
privacy-item-avoided = the people and teams you would rather avoid
privacy-item-answer = your answer to a proposal
privacy-item-notes = notes you add to a check-in
privacy-item-consents = your four consents
privacy-item-memory = where our conversation stands, and which advice you had
privacy-item-concern = that you looked for somebody to bring a concern to

privacy-data =
    Everything I keep about you, as a text that other programs can read. Page { $number } of { $count }; one after the other they make one file.
    .title = Your data
    .more = Next page
    .earlier = Previous page
    .who-sees = Who sees what
    .forget-me = Erase my data
    .next = Is something wrong? Type “profile” for what you told me; HR corrects the staff list. For anything else, ask a coordinator.
