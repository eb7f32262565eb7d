# Why two people: for one side of the pair, and (.review) for the coordinator.
reason-topics =
    { $role ->
        [mentor] { $partner } wants to learn what you can show: { $topics }.
       *[mentee] { $partner } can show what you want to learn: { $topics }.
    }
    .review = { $count ->
        [one] A wished topic is offered: { $topics }
       *[other] Wished topics are offered: { $topics }
    }
reason-hours =
    { $hours ->
        [one] You have an hour a week free at the same time.
       *[other] You have { $hours } hours a week free at the same time.
    }
    .review = Free at the same time: { $hours } h a week
reason-interests =
    { $count ->
        [one] You both like this: { $interests }.
       *[other] You both like these: { $interests }.
    }
    .review = Interests in common: { $interests }
reason-waiting =
    .review = Rounds waited: mentor { $mentor }, mentee { $mentee }
reason-department = You work in different departments, so each sees what the other does not.
    .review = Different departments: { $mentor } and { $mentee }
reason-gap = You see the organisation from different places.
    .review = Levels between the two: { $levels }
reason-format =
    { $format ->
        [on_site] You can meet in person: { $office }.
       *[video] You are both happy to meet by video.
    }
    .review = { $format ->
        [on_site] Can meet in person: { $office }
       *[video] Both meet by video
    }
reason-languages =
    { $count ->
        [one] You share a language: { $languages }.
       *[other] You share { $count } languages: { $languages }.
    }
    .review = Languages in common: { $languages }
