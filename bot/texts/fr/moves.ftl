# Une rencontre annulée, ou un autre moment; l’autre personne ne lit aucun reproche, et accepte ou non.
moves-rebook =
    C’est fait : la rencontre du { $when } avec { $partner } n’aura pas lieu. C’est vous qui proposez le nouveau moment; lequel vous convient?
    .title = Proposer une nouvelle date en un clic
    .keep = Je peux y être finalement
    .next = Choisissez; je demande à { $partner } si cela convient, sans donner de raison.

moves-again =
    C’est fait : la rencontre du { $when } avec { $partner } n’aura pas lieu. C’est la { $count ->
        [2] deuxième
       *[other] { $count }e
    } de suite, et c’est ainsi que l’élan se perd; une courte rencontre le sauve.
    .title = Proposer une nouvelle date en un clic
    .short = La faire en { $minutes } minutes
    .keep = Je peux y être finalement
    .next = Choisissez; je demande à { $partner } si cela convient, sans donner de raison.

moves-not-in-time = { $partner } ne travaille plus d’ici là et ne le lira qu’après : un mot de votre part serait apprécié.

moves-which =
    Laquelle de vos dates avec { $partner } ne vous convient pas?
    .title = Une autre date
    .plan = Revenir à toutes les dates

moves-change =
    Quel moment vous conviendrait mieux que le { $when } avec { $partner }?
    .title = Une autre date
    .cancel = Je ne peux pas venir à l’ancienne date
    .next = Je demande à { $partner }. Jusqu’à son oui, la date du { $when } tient.

moves-suggested =
    { $partner } reçoit la question pendant ses heures de travail : { $wanted }, pendant { $minutes } minutes.
    .title = Votre proposition est partie
    .plan = Voir toutes les dates
    .next = Rien n’est convenu avant le oui de { $partner }. Vous lirez ici sa réponse, ou qu’aucune n’est arrivée à temps.

moves-unasked =
    C’est noté : { $wanted }, mais je n’arrive pas à joindre { $partner } en ce moment; rien n’a été envoyé : prévenez cette personne vous-même.
    .title = Votre proposition est notée
    .plan = Voir toutes les dates
    .next = Rien n’est convenu avant le oui de { $partner }.

moves-asked =
    { $partner } propose le { $wanted } à la place du { $when }, pendant { $minutes } minutes. Cela vous convient?
    .title = Un autre moment?
    .yes = Ça me va
    .keep = Garder le { $when }
    .other = Encore un autre moment
    .next = Jusqu’à votre oui, la date du { $when } tient.

moves-asked-off =
    La rencontre du { $when } avec { $partner } n’aura pas lieu. { $partner } propose le { $wanted }, pendant { $minutes } minutes. Cela vous convient?
    .title = Un autre moment?
    .next = Rien n’est convenu avant votre oui.

moves-asked-again =
    La rencontre du { $when } avec { $partner } peut avoir lieu finalement. Cela vous convient-il toujours?
    .title = Finalement?
    .next = Rien n’est convenu avant votre oui.

moves-done =
    C’est convenu : vous voyez { $partner } le { $when }, pendant { $minutes } minutes.
    .title = La date est fixée
    .plan = Voir toutes les dates
    .next = { $partner } le lira pendant ses heures de travail.

moves-untold =
    C’est convenu : vous voyez { $partner } le { $when }, pendant { $minutes } minutes. Je n’arrive pas à joindre { $partner } en ce moment; rien n’a été envoyé : prévenez cette personne vous-même.
    .title = La date est fixée
    .plan = Voir toutes les dates

moves-kept =
    C’est bon : la rencontre avec { $partner } reste le { $when }.
    .title = Rien ne bouge
    .plan = Voir toutes les dates

moves-moved =
    C’est convenu : vous voyez { $partner } le { $when }, pendant { $minutes } minutes.
    .title = La date est fixée
    .plan = Voir ou déplacer une date

moves-stays =
    La rencontre avec { $partner } reste le { $when } : l’autre moment ne convient pas.
    .title = Votre date reste
    .plan = Voir ou déplacer une date

moves-unanswered =
    Aucun oui n’est arrivé à temps pour le { $wanted } avec { $partner }; la rencontre reste le { $when }.
    .title = Votre date reste
    .plan = Voir ou déplacer une date

moves-unanswered-off =
    Aucun oui n’est arrivé à temps pour le { $wanted } avec { $partner }, et la rencontre du { $when } est annulée; il n’y a donc pas encore de date.
    .title = Pas encore de date
    .plan = Voir les dates ou en choisir une

moves-cancelled =
    La rencontre du { $when } avec { $partner } n’aura pas lieu; une nouvelle date est à venir.
    .title = Une rencontre est annulée
    .plan = Voir les dates ou en choisir une
    .next = Rien à faire : je vous écris quand une nouvelle date est proposée.

moves-cancelled-late =
    La rencontre du { $when } avec { $partner } a été annulée, et je n’ai pas pu vous le dire avant. Je vous prie de m’en excuser.
    .title = Une rencontre a été annulée
    .plan = Voir les dates ou en choisir une
