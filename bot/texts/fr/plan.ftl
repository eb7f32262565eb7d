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
    .next = Dès que la pause sera finie des deux côtés, je vous demanderai de nouvelles dates.

plan-empty =
    Vous n’avez pas encore de date à venir avec { $partner }. Un seul choix les fixe toutes.
    .title = Vos dates
    .choose = Choisir un moment

plan-show =
    Vos rencontres avec { $partner } :
    .title = Votre échéancier
    .choose = Choisir un autre moment
    .cancel = Je ne peux pas le { $day }
    .rebook = Remplacer le { $day }
    .next = Le jour ouvrable avant chaque rencontre, vous recevez un mot pour vous préparer.

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
    .next = Dès que vous choisissez, je préviens { $partner }.

plan-later =
    Voici d’autres moments pour la première rencontre avec { $partner }.
    .title = Choisir un moment
    .next = Dès que vous choisissez, je préviens { $partner }.

plan-asked =
    C’est bon : { $when }. Je demande maintenant à { $partner }, avec toutes les dates qui en découlent.
    .title = Votre choix est noté
    .plan = Voir toutes les dates
    .next = Je vous écris dès que { $partner } répond.

plan-dates =
    Les dates avec { $partner } sont fixées :
    .title = Vos dates
    .agenda = Déroulement de la première rencontre
    .plan = Voir ou déplacer une date
    .next = Le jour ouvrable avant chaque rencontre, vous recevez un mot pour vous préparer.
