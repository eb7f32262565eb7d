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
    { $some ->
        [no] Personne ne participe encore; personne ne recevrait ceci :
       *[yes] Nombre de personnes qui recevraient ceci, chacune dans sa langue : { $count }.
    }
    .title = Annonce : aperçu
    .go = Continuer
    .again = Réécrire
    .no = Laisser tomber
    .next = Rien n’est encore envoyé. Je vous le demanderai une dernière fois.
announcement-sure =
    Votre message va partir. Nombre de personnes qui le recevront : { $count }. Tant qu’il n’est pas arrivé chez quelqu’un, il peut être repris.
    .title = Envoyer maintenant?
    .yes = Envoyer
    .no = Laisser tomber
    .next = Il arrive pendant les heures de travail de chaque personne, avec votre nom.
announcement-card =
    Un mot de la coordination { DE($name) } :
    .title = Annonce
announcement-sent =
    { $some ->
        [no] Personne n’a pu être joint.
       *[yes] Votre message est en route. Nombre de personnes qui le recevront : { $count }.
    }
    .title = Annonce
    .recall = Reprendre l’envoi
    .next = Il arrive pendant les heures de travail de chaque personne.
announcement-dropped =
    L’annonce est mise de côté; rien n’a été envoyé.
    .title = Annonce
    .announce = En écrire une autre
announcement-already = Cette annonce a déjà été envoyée; personne ne la reçoit deux fois.
