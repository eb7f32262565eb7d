# Un message de la coordination à toutes les personnes qui participent.
help-command-announce = annoncer – écrire à toutes les personnes qui participent
announcement-write =
    Il est remis à toutes les personnes qui participent et ne sont pas en pause, chacune dans sa langue.
    .title = Annonce
    .submit = Aperçu
    .fr = Message en français
    .en = Message en anglais
    .hint = Jusqu’à { $limit } caractères.
announcement-fault =
    .empty = Écrivez le message dans les deux langues, s’il vous plaît : chaque personne le lit dans la sienne.
    .long = Cela fait { $length } caractères; le maximum est de { $limit }. Raccourcissez un peu, s’il vous plaît.
announcement-preview =
    { $count ->
        [0] Personne ne participe encore; personne ne recevrait ceci :
        [one] Une personne participe et recevrait ceci, dans sa langue, à moins d’être en pause :
       *[other] { $count } personnes participent; toutes celles qui ne sont pas en pause recevraient ceci, chacune dans sa langue :
    }
    .title = Annonce : aperçu
    .go = Continuer
    .again = Réécrire
    .no = Laisser tomber
    .next = Rien n’est encore envoyé. Je vous le demanderai une dernière fois.
announcement-sure =
    { $count ->
        [one] La seule personne qui participe va recevoir votre message, à moins d’être en pause.
       *[other] Les { $count } personnes qui participent vont recevoir votre message, sauf celles qui sont en pause.
    } Tant qu’il n’est pas arrivé chez quelqu’un, il peut être repris.
    .title = Envoyer maintenant?
    .yes = { $count ->
        [one] Envoyer à la seule personne
       *[other] Envoyer à toutes les personnes
    }
    .no = Laisser tomber
    .next = Il arrive pendant les heures de travail de chaque personne, avec votre nom.
announcement-card =
    Un mot de la coordination { DE($name) } :
    .title = Annonce
announcement-sent =
    { $count ->
        [0] Personne n’a pu être joint.
        [one] Votre message est en route vers la seule personne qui participe, à moins qu’elle soit en pause.
       *[other] Votre message est en route vers les { $count } personnes qui participent, sauf celles qui sont en pause.
    }
    .title = Annonce
    .recall = Reprendre l’envoi
    .next = Il arrive pendant les heures de travail de chaque personne.
announcement-dropped =
    L’annonce est mise de côté; rien n’a été envoyé.
    .title = Annonce
    .announce = En écrire une autre
announcement-already = Cette annonce a déjà été envoyée; personne ne la reçoit deux fois.
