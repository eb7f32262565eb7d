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
    .another = Une autre date
    .rebook = Remplacer le { $day }
    .next = Le jour ouvrable avant chaque rencontre, vous recevez tous deux un mot pour vous préparer, si votre semaine a encore de la place.
plan-others =
    À laquelle de vos rencontres avec { $partner } ne pouvez-vous pas être? Vous choisirez ensuite une nouvelle date.
    .title = Une autre date
    .keep = Les garder toutes

plan-line = { $number }. { $when }{ $minutes ->
    [60] { "" }
   *[other] , { $minutes } minutes
} – { $state ->
    [past] passée
    [proposed] attend une réponse
    [yours] attend votre réponse
    [agreed] convenue
   *[cancelled] nouvelle date à venir
}

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
    .next = Dès que vous choisissez, votre choix part vers { $partner }, qui le lira pendant ses heures de travail.

plan-later =
    Voici d’autres moments pour la première rencontre avec { $partner }.
    .title = Choisir un moment
    .next = Dès que vous choisissez, votre choix part vers { $partner }, qui le lira pendant ses heures de travail.

plan-asked =
    C’est bon : { $when }. { $partner } reçoit la question pendant ses heures de travail, avec toutes les dates qui en découlent.
    .title = Votre choix est noté
    .plan = Voir toutes les dates
    .next = Vous lirez ici la réponse de { $partner }.
plan-unreached =
    C’est bon : { $when }, avec toutes les dates qui en découlent. Je ne peux pas joindre { $partner } pour l’instant; rien n’a été envoyé : prévenez cette personne vous-même.
    .title = Votre choix est noté
    .plan = Voir toutes les dates

plan-dates =
    Les dates avec { $partner } sont fixées :
    .title = Vos dates
    .agenda = Déroulement de la première rencontre
    .plan = Voir ou déplacer une date
    .next = Le jour ouvrable avant chaque rencontre, vous recevez tous deux un mot pour vous préparer, si votre semaine a encore de la place.
