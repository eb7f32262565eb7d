# À qui confier une préoccupation, selon la coordination.
help-command-contacts = personnes-ressources – désigner à qui confier une préoccupation
contacts-home =
    Toute personne qui écrit « signaler » lit ces noms, sauf ceux des personnes dans sa ligne hiérarchique ou celle de la personne jumelée, et sauf ceux des personnes absentes.
    .title = Pour les préoccupations
    .name = Désigner quelqu’un
    .take = Retirer { $name }
    .away = en absence, ou impossible à joindre ici
    .in-chat = à joindre ici
    .console = Où en sont les choses
    .next = À deux ou plus, dans des secteurs différents, il reste quelqu’un pour tout le monde.
contacts-none =
    Personne n’est encore désigné : les personnes qui écrivent « signaler » sont dirigées ailleurs. Désignez au moins deux personnes, de préférence dans des secteurs différents.
    .title = Pour les préoccupations
    .name = Désigner quelqu’un
    .console = Où en sont les choses
contacts-naming =
    Des personnes à qui l’on peut se confier. Je ne leur écris rien : demandez-leur d’abord leur accord.
    .title = Pour les préoccupations
    .submit = Garder
    .who = Qui
    .hint = Des noms complets ou des courriels, un par ligne ou séparés par des virgules
    .needed = Nommez au moins une personne. Rien n’a été gardé.
    .strangers = Je ne connais personne du nom { DE($names) }. Vérifiez l’orthographe ou écrivez le courriel. Rien n’a été gardé.
    .several = Plusieurs personnes répondent au nom { $name } : { $names }. Écrivez-en une telle qu’elle est nommée ici. Rien n’a été gardé.
    .too-many = Il peut y en avoir { $most } au plus. Retirez d’abord quelqu’un; rien n’a été gardé.
contacts-kept =
    C’est gardé. On peut dorénavant confier une préoccupation à { $names }.
    .title = Pour les préoccupations
    .contacts = Les voir toutes
contacts-last = C’est la dernière personne à qui confier une préoccupation. Désignez-en d’abord une autre; rien n’a été changé.
