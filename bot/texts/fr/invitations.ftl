# Inviter toutes les personnes qui n’ont pas encore de place dans le tour.
help-command-invite = inviter – écrire à qui n’a pas encore reçu d’invitation
invitations-none =
    Tout le monde a déjà reçu l’invitation; personne ne la reçoit deux fois dans un même tour.
    .title = Invitations
    .volunteers = Volontaires
    .programme = Réglages et tour
invitations-preview =
    { $count ->
        [one] Une personne n’a pas encore reçu d’invitation
       *[other] { $count } personnes n’ont pas encore reçu d’invitation
    }. Chacune lira cette carte dans sa langue. { $unreachable ->
        [0] On peut toutes les joindre ici.
        [one] Une personne ne peut pas être jointe ici.
       *[other] { $unreachable } personnes ne peuvent pas être jointes ici.
    }
    .title = Invitations : aperçu
    .go = Continuer
    .no = Pas maintenant
    .next = Rien n’est encore envoyé. Je vous le demanderai une dernière fois.
invitations-sure =
    { $count ->
        [one] Une personne va recevoir l’invitation.
       *[other] { $count } personnes vont recevoir l’invitation.
    } Une fois parti, l’envoi ne peut plus être annulé.
    .title = Envoyer maintenant?
    .yes = { $count ->
        [one] Envoyer à une personne
       *[other] Envoyer à { $count } personnes
    }
    .no = Pas maintenant
    .next = Personne ne reçoit de message en dehors de ses heures de travail.
invitations-sent =
    { $count ->
        [one] Une invitation est en route.
       *[other] { $count } invitations sont en route.
    }
    .title = Invitations
    .volunteers = Volontaires
    .next = Chacune arrive pendant les heures de travail. Qui s’inscrit avant le { $day } aura une réponse d’ici là, jumelage ou non.
invitations-kept =
    Rien n’a été envoyé.
    .title = Invitations
    .invite = Inviter
    .programme = Réglages et tour
invitations-already = Ces invitations sont déjà en route; personne ne la reçoit deux fois.
