# Stopping, from either side, without a reason.
help-command-rematch = rematch – ask for another partner
help-command-leave = leave – stop, without a reason
exits-not-in = You are not taking part at the moment, so there is nothing to stop. Type “join” if you would like to.
exits-nobody-to-change = You have no partner at the moment, so there is nobody to change. Type “status” to see where you stand.

exits-leave =
    You can stop now. No reason needed, and it has no effect on your job. What would you like?
    .title = Stopping
    .stop = Stop with { $partner }
    .out = Leave the programme
    .pause = Just a pause
    .stay = Stay
    .next = If you stop, your partner hears the next working morning that the pairing has ended: never who stopped it, nor why.

exits-confirm =
    You can leave now. No reason needed, and it has no effect on your job. Your profile is emptied at once.
    .title = Leaving the programme
    .out = Leave the programme
    .pause = Just a pause
    .stay = Stay

exits-rematch =
    Changing partner or stopping is nobody’s fault, and no reason is needed. The pairing ends, and both of you may ask for a new partner.
    .title = Change or stop
    .change = Somebody else than { $partner }
    .pause = Just a pause
    .stay = Stay
    .next = Your partner hears the next working morning that the pairing has ended: never who asked, nor why.

exits-stay =
    Good, nothing was changed.
    .status = Where I stand

exits-stopped =
    It is over, and nothing more is asked of you about it. Thank you for the time you gave.
    .title = The pairing has ended
    .again = New partner
    .rest = Rest
    .back = I changed my mind
    .why = Say why, for the statistics only
    .next = You two will not be paired again. Rest means silence until you come back. Until the next working morning, when your partner is told, you may still change your mind: the pairing goes on if your partner did not stop it as well.

exits-changed =
    It is done: the pairing has ended, and you go first in the next round.
    .title = A new partner for you
    .back = { exits-stopped.back }
    .why = Say why, for the statistics only
    .status = Where I stand
    .next = I will write when I have another partner for you. You two will not be paired again. Until the next working morning, when your partner is told, you may still change your mind: the pairing goes on if your partner did not stop it as well.

exits-back =
    Good. You and { $partner } go on as if nothing had been said, and nobody hears of it.
    .title = You go on
    .status = Where I stand
    .help-me = What may help
    .next = My next question comes as usual.
exits-too-late = It is too late to take that back, so nothing was changed. Type “status” to see where you stand.

exits-left =
    { $seen ->
        [yes] You have left. Your profile is emptied once your partner has heard that the pairing has ended, the next working morning.
       *[no] You have left, and your profile is empty.
    } What stays is the bare fact that you took part; “forget-me” removes that too.
    .title = Thank you for the time you gave
    .why = Say why, for the statistics only
    .back = I changed my mind
    .join = I changed my mind
    .next = I will not write to you any more about this round.

exits-ended =
    The pairing that began on { $day } has ended. That happens, and it is nobody’s fault.
    .title = The pairing has ended
    .again = { exits-stopped.again }
    .rest = { exits-stopped.rest }
    .next = Rest means silence until you come back. Your meetings that were still planned are off.

exits-waiting =
    You are on the list for a new partner, and you go first in the next round.
    .title = A new partner
    .status = Where I stand
    .next = Nothing to do: I will write when I have somebody for you.

exits-next-round =
    This round is over, so nobody new can be found in it. If you join the next one, you go first in it.
    .title = A new partner
    .status = Where I stand
    .next = If you are invited to the next round, you read it here.

exits-resting =
    Enjoy the rest. I will look for no new partner until you say so.
    .title = Resting
    .resume = Come back
    .next = Nothing to do: type “resume” on the day you want to come back.

exits-why =
    Which comes closest? It is kept without your name, your partner’s or the day: one more mark in a sum, and nothing else.
    .title = For the statistics only
    .time = I do not have the time
    .fit = We were not a good fit
    .goal = I got what I came for
    .work = My work changed
    .other = Something else

exits-thanks =
    Thank you. It was added to the sum, and nobody can tell it came from you.
    .title = Noted
