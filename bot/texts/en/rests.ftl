# A pairing that rests comes to its end, and says so before.
rests-soon =
    Your pairing with { $partner } has been on a break for some weeks. If it does not go on before { $day }, it ends that day. That is nobody’s fault, and nothing is expected of you.
    .title = A break that comes to its end
    .resume = End my break
    .status = Where I stand
    .leave = Stop taking part
    .next = { $rests ->
        [yes] Type “resume” if you would like to go on.
       *[no] Nothing to do: I will write when it goes on, or when it has ended.
    }
