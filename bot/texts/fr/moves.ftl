# Une rencontre annulée et sa nouvelle date; l’autre personne ne lit aucun reproche.
moves-rebook =
    C’est fait : la rencontre du { $when } avec { $partner } n’aura pas lieu. C’est vous qui proposez le nouveau moment; lequel vous convient?
    .title = Une nouvelle date en un clic
    .keep = Je peux y être finalement
    .next = Choisissez; { $partner } lira simplement que la rencontre est déplacée.

moves-again =
    C’est fait : la rencontre du { $when } avec { $partner } n’aura pas lieu. C’est la deuxième de suite, et c’est ainsi que l’élan se perd; une courte rencontre le sauve.
    .title = Une nouvelle date en un clic
    .short = La faire en { $minutes } minutes
    .keep = Je peux y être finalement
    .next = Choisissez; { $partner } lira simplement que la rencontre est déplacée.

moves-done =
    C’est bon : vous voyez { $partner } le { $when }, pendant { $minutes } minutes.
    .title = La nouvelle date est fixée
    .plan = Voir toutes les dates
    .next = { $partner } lira la nouvelle heure pendant ses heures de travail.
moves-untold =
    C’est bon : vous voyez { $partner } le { $when }, pendant { $minutes } minutes. Je ne peux pas joindre { $partner } pour l’instant; rien n’a été envoyé : prévenez cette personne vous-même.
    .title = La nouvelle date est fixée
    .plan = Voir toutes les dates

moves-kept =
    C’est bon : la rencontre avec { $partner } reste le { $when }.
    .title = Rien ne bouge
    .plan = Voir toutes les dates

moves-moved =
    Votre prochaine rencontre avec { $partner } a lieu le { $when }, pendant { $minutes } minutes.
    .title = Une rencontre est déplacée
    .plan = Voir ou déplacer une date
    .next = Rien à faire si cela vous convient.

moves-cancelled =
    La rencontre du { $when } avec { $partner } n’aura pas lieu; une nouvelle date est à venir.
    .title = Une rencontre est annulée
    .plan = Voir les dates ou en choisir une
    .next = Rien à faire : je vous écris quand la nouvelle date est fixée.
