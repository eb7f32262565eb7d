# Inviter à un tour : qui, avec quels premiers mots, et de qui il s’agit nommément.
help-command-invite = inviter – choisir qui inviter, voir, puis envoyer
invitations-none =
    Tout le monde a déjà reçu l’invitation; personne ne la reçoit deux fois dans un même tour.
    .title = Invitations
    .volunteers = Volontaires
    .recall = Reprendre un envoi
    .programme = Réglages et tour
invitations-preview =
    { $count ->
        [0] Il ne reste personne à inviter parmi ces personnes. Choisissez-en d’autres, ou restez-en là.
        [one] Une personne recevrait l’invitation.
       *[other] { $count } personnes recevraient l’invitation.
    }
    .title = Invitations : aperçu
    .go = Continuer
    .names = Voir les noms
    .choose = Choisir qui inviter
    .lines = Changer la première phrase
    .no = Pas maintenant
    .next = Rien n’est encore envoyé. Je vous le demanderai une dernière fois.
invitations-row =
    .whom = Qui
    .unreachable = Impossible à joindre ici
    .left-out = Nommées, mais laissées de côté : déjà invitées
invitations-whom =
    .everybody = toutes les personnes qui n’ont pas encore reçu d’invitation
    .again = celles qu’une invitation précédente n’a pas jointes
invitations-levels = { $ends ->
    [both] niveaux { $low } à { $high }
    [low] niveau { $low } et plus
   *[high] jusqu’au niveau { $high }
}
invitations-named = { $count ->
    [one] une personne nommée
   *[other] { $count } personnes nommées
}
invitations-role =
    .mentor = Rôle suggéré (mentorat)
    .mentee = Rôle suggéré (apprentissage)
    .unknown = Niveau inconnu
invitations-in =
    .fr = En français, on reçoit
    .en = En anglais, on reçoit
invitations-names =
    { $first } à { $last } sur { $count } :
    .title = Qui recevrait l’invitation
    .invite = Revenir à l’aperçu
invitations-name = { $name } ({ $email }){ $place ->
    [none] { "" }
   *[other] , { $place }
}{ $role ->
    [mentor] { " – mentorat" }
    [mentee] { " – apprentissage" }
   *[unknown] { "" }
}
invitations-choice =
    En ce moment : { $whom }. Qui a déjà reçu l’invitation ne la reçoit jamais deux fois; qui n’a pas pu être joint peut la recevoir.
    .title = Qui invitez-vous?
    .everybody = Toutes celles et tous ceux qui restent
    .part = Services, bureaux, niveaux
    .named = Des personnes, par nom ou adresse
    .again = { $count ->
        [one] Réessayer pour la personne non jointe
       *[other] Réessayer pour les { $count } non jointes
    }
    .back = Laisser ainsi
    .next = Vous verrez les noms avant tout envoi.
invitations-part =
    L’invitation va aux personnes qui répondent à tout ce que vous remplissez. Un champ laissé vide n’écarte personne.
    .title = Une partie de l’organisation
    .submit = Voir de qui il s’agit
    .departments = Services
    .offices = Bureaux
    .lowest = À partir du niveau
    .highest = Jusqu’au niveau
    .written = Des noms, séparés par des virgules.
invitations-named-form =
    Pour un projet pilote, par exemple : seules les personnes que vous nommez reçoivent l’invitation.
    .title = Des personnes, par nom ou adresse
    .submit = Voir de qui il s’agit
    .people = Qui
    .hint = Un nom ou une adresse par ligne, ou les lignes d’un tableau où figurent les adresses.
invitations-lines =
    Votre propre première phrase dans chaque langue; la suite ne change pas, car elle dit à quoi les gens consentent. Laissez un champ vide pour garder la nôtre, qui figure dessous.
    .title = La première phrase
    .submit = Voir le résultat
    .fr = En français
    .en = En anglais
invitations-fault =
    .unknown = { $count ->
        [one] Je ne connais pas { $names }.
       *[other] Je ne connais pas ces { $count } entrées : { $names }.
    }
    .several = { $count ->
        [one] Plusieurs personnes répondent au nom de { $names }; donnez plutôt l’adresse.
       *[other] Plusieurs personnes répondent à chacun de ces { $count } noms; donnez plutôt leurs adresses : { $names }.
    }
    .more = { $count ->
        [one] Une autre n’est pas affichée.
       *[other] { $count } autres ne sont pas affichées.
    }
    .kept = Personne de la liste n’a été retenu; corrigez-la et renvoyez-la.
    .levels = C’est plus bas que { $lowest }, où vous commencez.
    .nothing = Remplissez au moins un des quatre champs; pour tout le monde, il y a un bouton.
invitations-sure =
    { $count ->
        [one] Une personne va recevoir l’invitation
       *[other] { $count } personnes vont recevoir l’invitation
    } : { $whom }. Tant que l’invitation n’est pas arrivée chez quelqu’un, elle peut être reprise.
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
    .recall = Reprendre l’envoi
    .next = Chacune arrive pendant les heures de travail. { $promised ->
        [yes] Qui s’inscrit avant le { $day } aura une réponse d’ici là, jumelage ou non.
       *[no] Qui s’inscrit maintenant aura une réponse au prochain jumelage, quelle qu’elle soit.
    }
invitations-kept =
    Rien n’a été envoyé.
    .title = Invitations
    .invite = Inviter
    .programme = Réglages et tour
invitations-already = Ces invitations sont déjà en route; personne ne la reçoit deux fois.
