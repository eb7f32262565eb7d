# What somebody offers or wants to learn, when they are free, and whom they would rather avoid.
help-command-profile = profile – your topics, hours and wishes
profile-join-first =
    You have no profile yet. It comes right after joining, and takes about three minutes.
    .title = Your profile
    .join = Join

profile-mentor =
    Only the topics are needed. You can change everything later: type “profile”.
    .title = What you could show
    .submit = Keep it
profile-mentee =
    Only your goal and a topic are needed. You can change everything later: type “profile”.
    .title = What you want to learn
    .submit = Keep it

profile-goal = What do you want to be able to do in 12 weeks that you cannot do today?
    .hint = One sentence that starts with a verb. Your partner reads it, nobody else.
    .needed = One sentence is enough, and it is what your partner prepares for.
profile-topics-mentor = What could you show a leader?
    .hint = At least one, here or in your own words below; five at most
profile-topics-mentee = What do you want to learn?
    .hint = At least one, here or in your own words below; five at most
profile-others = Other topics, in your own words
    .hint = Separated by commas
profile-share = HR may read these words, without my name, to make a topic of them
    .hint = Off: only you see them. On: HR sees them among the words of at least five people who joined.
profile-topics-needed = Please choose at least one topic, or write yours in the field for other topics.
profile-topics-too-many = That is more than { $most } topics. Please keep the ones that matter most.

profile-obstacle = What will make it hard to be a beginner?
    .hint = Private. It only helps me choose which advice to give you.
profile-obstacle-time = Finding the time
profile-obstacle-lost = Looking lost in front of others
profile-obstacle-deciding = The habit of deciding
profile-obstacle-none = Nothing much

profile-slots = When are you mostly free?
    .hint = Your local time. Leave it empty if any moment will do.
profile-slot = { $weekday ->
    [0] Monday
    [1] Tuesday
    [2] Wednesday
    [3] Thursday
   *[4] Friday
} { $part ->
    [am] morning
    [noon] midday
   *[pm] afternoon
}
profile-formats = How would you like to meet?
    .hint = Leave it empty if both are fine
profile-format-site = In person
profile-format-video = By video
profile-capacity-mentor = How many people could you mentor at once?
    .hint = One is plenty for a first time
profile-capacity-mentor-1 = One person
profile-capacity-mentor-2 = Two people
profile-capacity-mentor-3 = Three people
profile-capacity-mentee = How many mentors would you like at once?
    .hint = Each one comes with meetings of its own
profile-capacity-mentee-1 = One mentor
profile-capacity-mentee-2 = Two mentors
profile-interests = What do you like outside of work?
    .hint = Up to five, if you wish: something to talk about first. Your partner sees only what you both like.

profile-avoid = Is there anyone you would rather not be paired with?
    .hint = Names or e-mails, separated by commas. Private: neither they nor HR ever see it.
profile-avoid-nobody = I found nobody of the name “{ $name }” here whom you could be paired with. Please check the spelling, or use their e-mail.
profile-avoid-several = Several people are called “{ $name }”: { $names }. Please write one of them as it stands here, or an e-mail.
profile-departments = Is there a team you would rather not be paired with?
    .hint = Private: neither they nor HR ever see it.

profile-levels-mentor =
    1 is a little, 5 is very. Private: it only helps find a good pair.
    .title = How sure are you?
    .submit = Done
profile-level-mentor-1 = 1 – I get by
profile-level-mentor-2 = 2 – I use it
profile-level-mentor-3 = 3 – I know it well
profile-level-mentor-4 = 4 – I help others with it
profile-level-mentor-5 = 5 – I could teach it today
profile-levels-mentee =
    Where are you today? Private: it only helps find a good pair.
    .title = Your level today
    .submit = Done
profile-level-mentee-1 = 1 – all new to me
profile-level-mentee-2 = 2 – I have seen it
profile-level-mentee-3 = 3 – I have tried it
profile-level-mentee-4 = 4 – I use it with help
profile-level-mentee-5 = 5 – I use it alone

profile-saved =
    Your profile is kept, and you are taking part. Thank you.
    .title = You are in
    .status = Where I stand
    .profile = Change my profile
    .next = You will hear from me by { $day }, matched or not.
profile-saved-late =
    Your profile is kept, and you are taking part. Thank you.
    .title = You are in
    .status = Where I stand
    .profile = Change my profile
    .next = Pairs of this round may be made already. You will hear from me as soon as there is a partner for you.
profile-no-partner-yet =
    Today is the day by which I promised you an answer. There is no partner for you yet; I go on looking.
    .title = No partner yet
    .status = Where I stand
    .profile = Change my profile
    .next = You will hear from me as soon as there is one. There is nothing for you to do.
profile-kept =
    Your profile is kept. It counts the next time I look for a partner for you.
    .title = Your profile is kept
    .status = Where I stand
    .profile = Change my profile
    .next = Your present pairing goes on as it is.
profile-wish = “{ $words }”
profile-wishes = I do not have { $words } among my topics yet. I keep your words as you wrote them{ $shared ->
    [true] , and HR may read them without your name.
   *[false] , for you alone.
}
profile-avoided = Between us: you will not be paired with { $names }.
profile-prepare = { $role ->
    [mentee] Two minutes: how to be taught
   *[mentor] Two minutes: how to run 45 minutes
}
profile-prepare-mentor =
    You lead: the order, the pace, and the right to go back a step. A good 45 minutes has four parts.
    .title = How to run 45 minutes
    .first = Ask: what do you want to be able to do at the end?
    .second = Show one thing, slowly, on their own files.
    .third = Let them drive: their hands on the keyboard, yours off it.
    .fourth = Recap: they say what they learned, and what they will try alone.
    .status = Where I stand
    .next = Keep this for your first meeting; I will write again when there is a partner.
profile-prepare-mentee =
    For one hour you are the learner. Four habits help most.
    .title = How to be taught
    .first = Hands on: do it yourself, even when it is slower.
    .second = Questions before opinions: ask three before you give one.
    .third = Be there: come to the appointment, phone face down.
    .fourth = Be precise when you say thank you: name one thing that will change for you.
    .status = Where I stand
    .next = Keep this for your first meeting; I will write again when there is a partner.
profile-leads = Do you lead people or a budget?
    .hint = No list says it, so your word counts; the coordinators can see it.
profile-leads-yes = Yes
profile-leads-no = No
