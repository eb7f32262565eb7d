# L’échéancier d’un jumelage.
help-command-plan = échéancier – vos rencontres
plan-already = Vos dates sont déjà convenues; rien n’a été changé. Écrivez « échéancier » pour les voir ou pour déplacer la prochaine.

plan-which =
    De qui voulez-vous voir les dates?
    .title = Vos dates

plan-resting =
    Votre jumelage avec { $partner } est en pause; aucune date ne compte pour l’instant.
    .title = Vos dates
    .status = Où j’en suis
    .next = Dès que la pause sera finie des deux côtés, choisissez ici de nouvelles dates.

plan-empty =
    Vous n’avez pas encore de date à venir avec { $partner }. Un seul choix les fixe toutes.
    .title = Vos dates
    .choose = Choisir un moment

plan-show =
    Vos rencontres avec { $partner } :
    .title = Votre échéancier
    .choose = Choisir un autre moment
    .cancel = Je ne peux pas le { $day }
    .change = Proposer une autre date
    .answer = Répondre pour le { $when }
    .rebook = Remplacer le { $day }
    .next = Le jour ouvrable avant chaque rencontre, chaque personne reçoit un mot pour se préparer, si sa semaine a encore de la place.

plan-line = { $when }{ $minutes ->
    [60] { "" }
   *[other] , { $minutes } minutes
} – { $state ->
    [past] passée
    [off] n’a pas eu lieu
    [proposed] attend une réponse
    [yours] attend votre réponse
    [agreed] convenue
   *[cancelled] nouvelle date à venir
}

plan-line-wanted = { $line }; le { $when } est proposé à la place et attend { $whose ->
    [yours] votre réponse
   *[theirs] une réponse
}
plan-in-vain = { $partner } n’a pas répondu à vos deux derniers choix; rien n’a donc été envoyé. Le prochain pourra partir le { $day }; d’ici là, un appel ou un mot en passant aidera peut-être davantage.
plan-too-late = Il est trop tard pour le { $when } : { $partner } ne lirait pas votre oui à temps; rien n’a été changé. Écrivez « échéancier » pour choisir un autre moment.

plan-agree =
    { $partner } propose ces moments pour vos rencontres. Cela vous convient?
    .title = Vos dates
    .yes = Ça me va
    .other = Un autre moment
    .next = Avec votre oui, toutes les dates sont fixées; chacune peut encore être déplacée.

plan-agree-again =
    La première rencontre proposée par { $partner } approche. Ces moments vous conviennent-ils?
    .title = Vos dates, à confirmer
    .next = Avec votre oui, toutes les dates sont fixées; chacune peut encore être déplacée.

plan-times =
    Quel moment vous convient pour la première rencontre avec { $partner }? Les suivantes auront lieu à la même heure.
    .title = Choisir un moment
    .next = Dès que vous choisissez, la question part vers { $partner }, qui la lira pendant ses heures de travail.

plan-later =
    Voici d’autres moments pour la première rencontre avec { $partner }.
    .title = Choisir un moment
    .next = Dès que vous choisissez, la question part vers { $partner }, qui la lira pendant ses heures de travail.

plan-asked =
    C’est noté : { $when }. { $partner } reçoit la question pendant ses heures de travail, avec toutes les dates qui en découlent.
    .title = Votre choix est noté
    .plan = Voir toutes les dates
    .next = Rien n’est convenu avant le oui de { $partner }. Vous lirez ici sa réponse, ou qu’aucune n’est arrivée à temps.

plan-unasked =
    C’est noté : { $when }, mais je n’arrive pas à joindre { $partner } en ce moment; rien n’a été envoyé : prévenez cette personne vous-même.
    .title = Votre choix est noté
    .plan = Voir toutes les dates
    .next = Rien n’est convenu avant le oui de { $partner }.

plan-lapsed =
    Aucun oui n’est arrivé à temps pour le { $when } avec { $partner }, ni pour les moments suivants; aucun n’est donc une date. Cela arrive; choisissez-en un autre.
    .title = Pas encore de date
    .choose = Choisir un moment

plan-lapsed-again =
    Aucun oui n’est venu à temps pour le { $when } avec { $partner }, pour la deuxième fois de suite; aucun de ces moments n’est donc une date. Cela arrive. Pour ne pas presser { $partner }, votre prochain choix pourra partir le { $day }; d’ici là, un appel ou un mot en passant aidera peut-être davantage.
    .title = Pas encore de date

plan-dates =
    Les dates avec { $partner } sont fixées :
    .title = Vos dates
    .agenda = Déroulement de la première rencontre
    .plan = Voir ou déplacer une date
    .next = Le jour ouvrable avant chaque rencontre, chaque personne reçoit un mot pour se préparer, si sa semaine a encore de la place.
