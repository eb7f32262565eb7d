# The organisation’s own topics, and what people wish for.
help-command-topics = topics – add your own to the catalogue, from what people wish for
topics-home =
    The catalogue holds { $count } topics; people find them as they type, in both languages. You can add your own.
    .title = Topics
    .add = Add a topic
    .wish = Make a topic of “{ $words }”
    .change = Change “{ $name }”
    .volunteers = Volunteers
    .next = A topic can be chosen in every profile as soon as it is kept.
topics-own = Your own topics:
topics-wishes = Words for which there is no topic yet. Their authors agreed that you read them, without a name:
topics-no-wishes = There are no wishes to show. They appear in groups of five volunteers of one role, and only if their authors agreed.
topics-edit =
    People find a topic by its names and by other words for it, typing errors included.
    .title = A topic of your own
    .submit = Keep
    .fr = Name in French
    .fr-hint = As your colleagues say it; 48 characters at most
    .en = Name in English
    .en-hint = As your colleagues say it; 48 characters at most
    .synonyms = Other words for it, in any language
    .synonyms-hint = Separated by commas: abbreviations, tools, what newcomers call it
    .needed = Please write a name in letters or digits.
    .taken = “{ $name }” already means the topic “{ $topic }”. Choose other words.
topics-saved =
    “{ $name }” is in the catalogue. Those who shared a wish for it have it in their profile now.
    .title = Kept
    .topics = Topics
    .volunteers = Volunteers
