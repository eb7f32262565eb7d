# To whom a concern may be brought, as coordinators name them.
help-command-contacts = contacts – name whom a concern may be brought to
contacts-home =
    Whoever types “report” reads these names, without those in a reporting line with them or their partner, and without anybody who is away.
    .title = For concerns
    .name = Name somebody
    .take = Take off { $name }
    .away = away, or not reached here
    .in-chat = reached here
    .console = Where things stand
    .next = Two or more, in different parts of the organisation, leave somebody for everybody.
contacts-none =
    Nobody is named yet, so whoever types “report” is sent elsewhere. Name at least two people, best in different parts of the organisation.
    .title = For concerns
    .name = Name somebody
    .console = Where things stand
contacts-naming =
    People who may hear a concern in confidence. I write nothing to them: please ask them first.
    .title = For concerns
    .submit = Keep
    .who = Who
    .hint = Names in full or e-mails, one a line or with commas
    .needed = Name at least one person. Nothing was kept.
    .strangers = I know nobody called { $names }. Check the spelling, or write the e-mail. Nothing was kept.
    .several = Several people may be meant by { $name }: { $names }. Please write one of them as it stands here. Nothing was kept.
    .too-many = There can be { $most } of them at most. Take somebody off first; nothing was kept.
contacts-kept =
    It is kept: concerns may be brought to { $names } from now on.
    .title = For concerns
    .contacts = See them all
contacts-last = This is the last person a concern may be brought to. Name another one first; nothing was changed.
