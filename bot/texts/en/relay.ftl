# A short message to the partner, passed on by the bot.
help-command-tell = tell – a short message to your partner
relay-nobody = You have no running pairing, so there is nobody I could pass a message to. Type “status” to see where you stand.
relay-enough = { $partner } got { $most } messages from you today. That is all I pass on in a day; tomorrow there is room again.

relay-which =
    Whom would you like to write to?
    .title = A message

relay-write = You will see exactly what { $partner } gets before anything is sent. I pass on your words and your name, nothing else.
    .title = A message
    .label = Your words to { $partner }
    .hint = A question, a link to the place, a word before the meeting.
    .submit = Show me

relay-preview = { $partner } gets this, word for word, and nobody else:
    .title = Ready to send
    .send = Send it
    .change = Change it
    .discard = Do not send
    .next = It arrives during their working hours. Urgent news apart, I write to nobody more than three times a week, so it may wait for Monday.

relay-sent = On its way: { $partner } reads it during working hours.
relay-not-sent = I cannot reach { $partner } at the moment, so nothing was sent.
relay-discarded = Discarded. Nothing was sent, and I kept nothing.

relay-told = { $partner } asked me to give you this:
    .title = A message
    .answer = Answer
    .report = Talk to someone outside
