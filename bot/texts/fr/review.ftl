# Lancer le jumelage et revoir ce qu’il propose.
review-summary =
    { $pairs ->
        [one] Une paire est proposée
       *[other] { $pairs } paires sont proposées
    } (points sur 1000 : au mieux { $best }, au plus bas { $lowest }). { $left ->
        [0] Personne ne reste sans jumelage.
        [one] Une personne reste sans jumelage.
       *[other] { $left } personnes restent sans jumelage.
    }
    .title = Le jumelage est calculé
    .look = Revoir une à une
    .unmatched = Qui reste, et pourquoi
    .approve = Approuver
    .next = Personne n’en a encore été avisé. C’est vous qui décidez.
review-pair =
    Mentor ou mentore : { $mentor }
    Personne mentorée : { $mentee }
    { $locked ->
        [true] Verrouillée : relancer le jumelage garde ces deux personnes ensemble. Leurs { $score } points, raison par raison :
       *[false] Leurs { $score } points, raison par raison :
    }
    .title = Proposition { $number } sur { $count }
    .previous = Précédente
    .following = Suivante
    .lock = Verrouiller
    .unlock = Déverrouiller
    .swap = Autre mentor ou mentore
    .forbid = Jamais ces deux-là
    .drop = Laisser de côté
    .approve = Tout approuver
    .next = Personne n’en a encore été avisé.
review-swap =
    Proposition actuelle pour { $mentee } : { $mentor }. Voici les meilleurs autres choix, et ce que chacun coûterait :
    .title = Autre mentor ou mentore
    .choose = { $mentor }
    .no = Garder tel quel
    .next = La nouvelle paire sera verrouillée : relancer le jumelage la gardera.
review-swap-none =
    Aucun autre mentor, aucune autre mentore ne convient à { $mentee } sans enfreindre une règle.
    .title = Autre mentor ou mentore
    .no = Retour
review-price = { $score } points; { $change ->
    [gains] { $points ->
        [one] rapporte { $points } point en tout
       *[other] rapporte { $points } points en tout
    }
   *[costs] { $points ->
        [one] coûte { $points } point en tout
       *[other] coûte { $points } points en tout
    }
}. { $effect ->
    [moves] { $payer } irait plutôt avec la personne proposée ici.
    [left] { $payer } resterait sans jumelage.
   *[nobody] Personne d’autre n’est touché.
}
review-nobody = Personne n’est libre pour un jumelage; rien n’a été changé. Invitez d’abord des collègues : écrivez « inviter ».
review-no-mentees = { $count ->
    [one] Il y a un mentor ou une mentore libre
   *[other] Il y a { $count } mentors ou mentores libres
}, mais aucune personne mentorée libre; rien n’a été changé. Demandez à des cadres de s’inscrire : écrivez « annoncer » ou « inviter ».
review-no-mentors = { $count ->
    [one] Il y a une personne mentorée libre
   *[other] Il y a { $count } personnes mentorées libres
}, mais aucun mentor, aucune mentore libre; rien n’a été changé. Demandez à des collègues d’offrir un sujet : écrivez « annoncer » ou « inviter ».
review-gone = Cette proposition n’est plus à revoir; rien n’a été changé. Écrivez « revue » pour voir celles qui le sont.
review-lock-capacity = { $mentor } et { $mentee } sont verrouillés ensemble, mais l’une de ces personnes l’est avec plus de monde qu’elle n’a de places. Rien n’a été changé. Écrivez « règles » pour retirer un verrou, puis relancez le jumelage.
review-lock-forbidden = { $mentor } et { $mentee } sont à la fois verrouillés ensemble et interdits. Rien n’a été changé. Écrivez « règles » pour retirer l’une des deux décisions, puis relancez le jumelage.
review-lock-reporting-line = { $mentor } et { $mentee } sont verrouillés ensemble, mais l’une de ces personnes relève de l’autre. Rien n’a été changé. Écrivez « règles » pour retirer le verrou, puis relancez le jumelage.
review-lock-level-gap = { $mentor } et { $mentee } sont verrouillés ensemble, mais { $mentee } n’occupe pas le poste le plus élevé des deux. Rien n’a été changé. Écrivez « règles » pour retirer le verrou, puis relancez le jumelage.
review-lock-other = { $mentor } et { $mentee } sont verrouillés ensemble, mais ne peuvent plus être jumelés. Rien n’a été changé. Écrivez « règles » pour retirer le verrou, puis relancez le jumelage.
review-rules =
    Ces décisions, les vôtres, valent chaque fois que le jumelage est lancé dans ce tour.
    .title = Vos règles
    .match = Lancer le jumelage
    .take = Retirer : { $mentor }, { $mentee }
review-rules-none =
    Il n’y a ni verrou ni paire interdite dans ce tour.
    .title = Vos règles
    .match = Lancer le jumelage
review-rule = { $kind ->
    [lock] Toujours ensemble : { $mentor } et { $mentee }
   *[forbid] Jamais ensemble : { $mentor } et { $mentee }
}
