# A proposed pairing: the private question to each side, and how it ends.
proposal-offer =
    { $role ->
        [mentor] I have found a mentor for you: { $partner }.
       *[mentee] I have found a leader who would like to learn from you: { $partner }.
    }{ $placed ->
        [yes] { " " }You will find { $partner } here: { $place }.
       *[no] { "" }
    }
    .title = A partner for you
    .accept = Accept
    .other = Suggest someone else
    .pause = Pause me
    .next = Please answer by { $day }. A “no” stays between you and me.

proposal-reminder =
    { $role ->
        [mentor] I still have a mentor for you: { $partner }.
       *[mentee] I still have a leader who would like to learn from you: { $partner }.
    }
    .title = Your proposal is waiting
    .accept = Accept
    .other = Suggest someone else
    .pause = Pause me
    .next = This is the only reminder. After { $day } the proposal simply lapses; nobody is blamed.

proposal-why = Why you two:
proposal-notice = { $line ->
    [known] { $partner } is not in your reporting line.
   *[unknown] Nobody told me the reporting lines: if { $partner } is in yours, say no; nobody hears why.
} A computer program suggested this pair, and a person decided: { $known ->
    [yes] { $contact } approved it. Write to { $contact } to ask why, to say what you think of it, or to have it looked at again.
   *[no] a coordinator approved it. Write to your coordinators to ask why, to say what you think of it, or to have it looked at again.
}
proposal-factors = { $factors ->
    [none] { "" }
   *[other] What counted for you two: { $factors }.{ " " }
}{ $waiting ->
    [yes] How long somebody has waited counts for every pair.{ " " }
   *[no] { "" }
}To see or correct what I know about you, type “my-data” or “profile”.
proposal-factor =
    .topics = topics wanted and offered
    .hours = hours in common
    .interests = interests in common
    .department = different departments
    .gap = distance in seniority
    .format = the way to meet
    .languages = languages in common

proposal-waiting =
    Thank you. I have told nobody what you answered.
    .title = Your yes is noted
    .next = I will write once both have answered, or when the time to answer is over: by { $day } at the latest.

proposal-declined =
    Thank you for saying so. Nobody learns of your answer, and you go first in the next round.
    .title = No problem
    .pause = Pause me
    .next = Nothing to do: I will write when I have another partner for you.

proposal-declined-full =
    Thank you for saying so. Nobody learns of your answer. You have as many partners as you have room for, so I look for nobody else.
    .title = No problem
    .profile = My profile
    .next = Nothing to do. Should you have room for another partner one day, say so in your profile.

proposal-over =
    The pairing I proposed did not come about. That happens for all sorts of everyday reasons, and it is nobody’s fault. You go first in the next round.
    .title = Not this time
    .pause = Pause me
    .next = Nothing to do: I will write when I have another partner for you.

proposal-over-full =
    Another pairing I proposed to you did not come about. That happens for all sorts of everyday reasons, and it is nobody’s fault. You have as many partners as you have room for, so nothing else changes for you.
    .title = Not this time
    .profile = My profile
    .next = Nothing to do. Should you have room for another partner one day, say so in your profile.

proposal-past =
    That proposal belongs to the past, so nothing was changed.
    .status = Where I stand
