# Lancer le jumelage et revoir ce qu’il propose.
help-command-criteria = critères – ce qui fait une bonne paire, et ce qu’elle doit avoir
help-command-match = jumeler – chercher des jumelages
help-command-review = réviser – voir les propositions avant que quiconque en soit informé
help-command-why-not = pourquoi-pas Ana et Bob – la règle qui s’oppose à deux personnes, ou le prix
help-command-rules = règles – des jumelages à garder ou à ne jamais faire
review-summary =
    { $pairs ->
        [one] Une paire est proposée
       *[other] { $pairs } paires sont proposées
    } (points sur { $most } : au mieux { $best }, au plus bas { $lowest }). { $left ->
        [0] Personne ne reste sans proposition.
        [one] Une personne reste sans proposition.
       *[other] { $left } personnes restent sans proposition.
    }
    .title = Le jumelage est calculé
    .anew = Examiner tout le monde
    .look = Revoir une à une
    .unmatched = Qui reste, et pourquoi
    .approve = Approuver
    .why-not = Pourquoi pas ces deux-là?
    .criteria = Ce qui compte
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
review-who = { $place ->
    [unknown] { $name } (service et bureau inconnus)
   *[other] { $name } ({ $place })
}
review-line-unknown = { $count ->
    [one] La ligne hiérarchique { DE($names) } est inconnue : vérifiez qu’aucune de ces deux personnes n’est au-dessus de l’autre.
   *[other] Les lignes hiérarchiques { DE($names) } sont inconnues : vérifiez qu’aucune de ces deux personnes n’est au-dessus de l’autre.
}
review-level-unknown = Aucun niveau ne dit { QUE($mentee) } occupe le poste le plus élevé; cela repose sur ce qui a été dit de qui dirige des personnes ou un budget.
review-swap =
    Proposition actuelle pour { $mentee } : { $mentor }. Voici les meilleurs autres choix, et ce que chacun coûterait si les deux personnes disent oui :
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
review-no-mentees = Des mentors ou mentores sont libres, mais aucune personne mentorée libre; rien n’a été changé. Demandez à des cadres de s’inscrire : écrivez « annoncer » ou « inviter ».
review-no-mentors = Des personnes mentorées sont libres, mais aucun mentor, aucune mentore libre; rien n’a été changé. Demandez à des collègues d’offrir un sujet : écrivez « annoncer » ou « inviter ».
review-gone = Cette proposition n’est plus à revoir; rien n’a été changé. Écrivez « revue » pour voir celles qui le sont.
review-lock-capacity = La paire { $mentor } et { $mentee } est verrouillée, mais l’une de ces personnes l’est avec plus de monde qu’elle n’a de places. Rien n’a été changé. Écrivez « règles » pour retirer un verrou, puis relancez le jumelage.
review-lock-forbidden = La paire { $mentor } et { $mentee } est à la fois verrouillée et interdite. Rien n’a été changé. Écrivez « règles » pour retirer l’une des deux décisions, puis relancez le jumelage.
review-lock-reporting-line = La paire { $mentor } et { $mentee } est verrouillée, mais l’une de ces personnes relève de l’autre. Rien n’a été changé. Écrivez « règles » pour retirer le verrou, puis relancez le jumelage.
review-lock-level-gap = La paire { $mentor } et { $mentee } est verrouillée, mais { $mentee } n’occupe pas le poste le plus élevé des deux. Rien n’a été changé. Écrivez « règles » pour retirer le verrou, puis relancez le jumelage.
review-lock-level-unknown = La paire { $mentor } et { $mentee } est verrouillée, mais rien ne dit { QUE($mentee) } occupe le poste le plus élevé des deux. Rien n’a été changé. Écrivez « cadres » pour dire qui dirige des personnes ou un budget, ou « règles » pour retirer le verrou; relancez ensuite le jumelage.
review-lock-other = La paire { $mentor } et { $mentee } est verrouillée, mais elle n’est plus possible. Rien n’a été changé. Écrivez « règles » pour retirer le verrou, puis relancez le jumelage.
review-rules =
    Ces décisions, les vôtres, valent chaque fois que le jumelage est lancé dans ce tour; à l’approbation, les verrous sont retirés.
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

review-since = Des ébauches précédentes, { $stayed ->
    [0] aucune ne reste
    [one] { $stayed } reste
   *[other] { $stayed } restent
}; { $changed ->
    [0] aucune n’a dû changer.
    [one] { $changed } a dû changer :
   *[other] { $changed } ont dû changer :
}
    .repaired = J’ai examiné seulement les personnes sans jumelage et les ébauches de celles qui leur conviendraient. Parmi les ébauches qui tiennent encore, la part que j’ai changée ne dépasse pas celle des ébauches qui ne tiennent plus, ou 2 % au plus. Si j’examine tout le monde, une ou deux personnes de plus auront peut-être un jumelage.
review-working =
    J’examine { $people } personnes et les paires possibles entre elles{ $percent ->
        [0] .
       *[other]  : environ { $percent } % est fait.
    } Tout le monde peut continuer pendant ce temps, vous aussi.
    .title = J’y travaille
    .look = Est-ce prêt?
    .stop = Arrêter
    .next = Je vous écris ici dès que c’est fait. Si le tour change d’ici là, rien n’est gardé.
review-run-cancelled =
    Le calcul a été arrêté. Rien n’a été changé.
    .title = Arrêté
    .match = Lancer le jumelage
    .review = Revoir les propositions
review-run-outdated =
    Quelqu’un s’est inscrit, est parti ou a modifié quelque chose pendant le calcul : la réponse ne convient plus. Rien n’a été changé.
    .title = Dépassé
    .match = Lancer le jumelage
    .review = Revoir les propositions
review-run-failed =
    Cette question n’a pas de réponse, et rien n’a été changé.
    .title = Pas de réponse
    .rules = Vos règles
    .criteria = Ce qui compte
review-run-too-large = Il y a ici plus de personnes et de points que je ne peux en peser à la fois. Réduisez les poids : écrivez « critères ».
review-run-solver = Le calcul s’est interrompu trois fois. La personne qui gère le serveur en trouvera la raison dans son journal.
review-run-gone = Cette comparaison a été remplacée par une plus récente; rien n’a été changé. Écrivez « revue » pour continuer.
review-try-settings =
    Avec ces réglages, relancer le jumelage donnerait ceci. Rien n’est encore enregistré.
    .title = Ce qui changerait
    .yes = Garder ces réglages
    .no = Les laisser tels quels
    .next = Les réglages gardés comptent à partir du prochain jumelage; d’ici là, les ébauches restent telles quelles.
review-try-lock =
    Garder { $mentor } et { $mentee } ensemble? { $change ->
        [gains] Si les deux personnes disent oui, cela rapporte { $points } points de plus en tout.
        [costs] { $points ->
            [one] Si les deux personnes disent oui, cela coûte { $points } point en tout.
           *[other] Si les deux personnes disent oui, cela coûte { $points } points en tout.
        }
       *[nothing] Si les deux personnes disent oui, cela ne coûte rien dans l’état actuel.
    }
    .title = Verrouiller ces deux-là?
    .yes = Verrouiller
    .no = Laisser tel quel
    .next = Jusqu’à votre approbation, une paire verrouillée revient à chaque jumelage si les deux personnes sont libres, même si autre chose serait mieux.
review-try-forbid =
    Ne jamais jumeler { $mentor } et { $mentee } dans ce tour? { $change ->
        [gains] Cela rapporte { $points } points de plus en tout.
        [costs] { $points ->
            [one] Cela coûte { $points } point en tout, même avec le meilleur choix qui reste.
           *[other] Cela coûte { $points } points en tout, même avec le meilleur choix qui reste.
        }
       *[nothing] Cela ne coûte rien : un autre choix est aussi bon.
    }
    .title = Jamais ces deux-là?
    .yes = Jamais ces deux-là
    .no = Laisser tel quel
    .next = Leur ébauche disparaît tout de suite. Les autres ébauches ne changent que si vous relancez le jumelage.
review-outcome =
    .score = Points de ces deux personnes
    .mentees = Personnes mentorées jumelées
    .pairs = Paires
    .total = Points en tout
    .moved = Personnes dont le jumelage change
review-outcome-change = { $before } → { $after }
review-outcome-same = { $count }
review-outcome-incomparable = Avec ces réglages, les points ne pèsent plus la même chose : ne comparez pas les deux sommes. Comparez qui est jumelé, et pour qui cela change.
review-outcome-left = { $name } resterait sans jumelage.
review-outcome-served = { $name } aurait un jumelage.
review-outcome-gone = { $mentor } et { $mentee } se séparent : { $why ->
    [moved] dans l’ensemble, un autre choix est meilleur
    [reporting-line] l’une de ces personnes relève de l’autre
    [level-gap] { $mentee } n’occupe pas un poste assez élevé
    [level-unknown] rien ne dit { QUE($mentee) } occupe le poste le plus élevé
    [forbidden] vous avez interdit la paire
    [no-common-topic] il n’y a aucun sujet en commun
   *[other] la paire n’est pas possible pour l’instant
}
review-outcome-new = Nouvelle paire : { $mentor } et { $mentee }
review-outcome-more = { $count ->
    [one] et { $count } autre changement
   *[other] et { $count } autres changements
}
review-leaving-out =
    Laisser de côté { $mentor } et { $mentee }? Cela retire leurs { $points } points de cette révision.
    .title = Laisser de côté?
    .yes = Laisser de côté
    .no = Garder l’ébauche
    .next = La paire peut revenir quand vous relancez le jumelage. Pour l’exclure, choisissez « Jamais ces deux-là ».
review-ruled-lock =
    La paire { $mentor } et { $mentee } est verrouillée. Le prochain jumelage la fera, si les deux personnes sont libres.
    .title = Verrouillé
    .match = Lancer le jumelage
    .rules = Vos règles
review-ruled-forbid =
    La paire { $mentor } et { $mentee } ne sera pas faite dans ce tour.
    .title = Jamais ces deux-là
    .match = Lancer le jumelage
    .rules = Vos règles
review-nothing-changed =
    Rien n’a été changé.
    .title = Comme avant
    .review = Revoir les propositions
    .criteria = Ce qui compte
review-criteria-kept =
    Ces réglages comptent à partir du prochain jumelage de ce tour.
    .title = C’est gardé
    .match = Lancer le jumelage
    .criteria = Ce qui compte
review-criteria =
    Ce qui fait une bonne paire, en points, et ce qu’une paire doit avoir. Avant que quoi que ce soit soit enregistré, vous voyez ce qui changerait.
    .title = Ce qui compte
    .submit = Voir ce qui changerait
    .nothing-counts = Il faut qu’au moins un de ces éléments compte, sinon toutes les paires se vaudraient.
review-setting-weight-topics = Sujets ({ $low } à { $high } points)
    .hint = L’importance du fait que l’une veut apprendre ce que l’autre peut montrer.
review-setting-weight-hours = Heures ({ $low } à { $high } points)
    .hint = L’importance d’être libre aux mêmes moments.
review-setting-weight-interests = Intérêts ({ $low } à { $high } points)
    .hint = L’importance d’aimer les mêmes choses en dehors du travail.
review-setting-weight-waiting = Attente ({ $low } à { $high } points)
    .hint = Des points pour les personnes qui ont attendu un tour; de toute façon, elles passent en premier.
review-setting-weight-department = Regard neuf ({ $low } à { $high } points)
    .hint = L’importance de travailler dans des services différents.
review-setting-weight-gap = Distance de niveau ({ $low } à { $high } points)
    .hint = L’importance d’avoir beaucoup de niveaux entre les deux personnes.
review-setting-weight-format = Façon de se voir ({ $low } à { $high } points)
    .hint = L’importance de préférer la même façon de se voir : sur place ou en vidéo.
review-setting-weight-languages = Langues ({ $low } à { $high } points)
    .hint = L’importance d’une deuxième langue en commun; il en faut toujours une.
review-setting-minimum-hours = Heures communes par semaine, au moins ({ $low } à { $high })
    .hint = Deux personnes qui ont moins d’heures en commun ne sont jamais jumelées.
review-setting-minimum-level-gap = Écart de niveau, au moins ({ $low } à { $high })
    .hint = La personne mentorée doit être plus haut d’autant de niveaux; avec 0, la personne arrivée en premier apprend.
review-setting-minimum-score = Points d’une paire, au moins ({ $low } à { $high })
    .hint = Plutôt aucun jumelage qu’un jumelage de moins de points; 0 jumelle le plus de personnes possible.
review-setting-stay-bonus = Prime à l’ébauche qui reste ({ $low } à { $high } points)
    .hint = Plus elle est haute, moins les ébauches changent quand vous relancez le jumelage; avec 0, tout le monde est réexaminé.
review-setting-fairness = Équité
    .hint = Ce qui passe en premier une fois que le plus de personnes possible ont un jumelage.
review-fairness-worst = La moins bonne paire est la meilleure possible
review-fairness-concave = Peu de paires sont faibles
review-fairness-total = La somme des points est la plus haute
review-two =
    Je dis quelle règle s’oppose à cette paire, ou ce qu’elle coûterait.
    .title = Pourquoi pas ces deux-là?
    .submit = Comparer
    .one = L’une des deux personnes
    .other = L’autre
    .hint = Nom ou courriel
review-why-unclear =
    Je ne sais pas de qui vous parlez :
    .title = Pourquoi pas ces deux-là?
    .why-not = Réessayer
    .volunteers = Volontaires
review-why-nobody = Aucune personne inscrite à ce tour ne répond au nom de « { $name } ». Vérifiez l’orthographe ou écrivez son courriel.
review-why-several = Plusieurs personnes inscrites répondent au nom de « { $name } » : { $names }. Écrivez l’un de ces noms tel quel, ou un courriel.
review-why-same-mentor = Ces deux personnes offrent d’enseigner. Nommez une personne de chaque rôle.
review-why-same-mentee = Ces deux personnes veulent apprendre. Nommez une personne de chaque rôle.
review-why-not-free =
    Aucun jumelage n’est possible pour { $name } en ce moment.
    .title = Pourquoi pas ces deux-là?
    .why-not = Deux autres personnes
review-why-banned =
    La paire { $mentor } et { $mentee } n’est pas possible dans l’état actuel :
    .title = Pourquoi pas ces deux-là?
    .why-not = Deux autres personnes
    .next = Qui l’on préfère éviter reste privé : ce n’est jamais dit, ni à vous ni à personne.
review-rule-reporting-line = l’une de ces personnes est dans la ligne hiérarchique de l’autre
review-rule-level-gap = la personne mentorée n’est pas assez haut par rapport à l’autre : voyez « Écart de niveau » sous « critères »
review-rule-level-unknown = rien ne dit que la personne mentorée occupe le poste le plus élevé : écrivez « cadres » pour dire qui dirige des personnes ou un budget
review-rule-forbidden = vous avez interdit la paire : écrivez « règles » pour lever l’interdiction
review-rule-no-common-topic = rien de ce que l’une veut apprendre n’est offert par l’autre
review-rule-other = leurs heures ou leurs langues ne vont pas ensemble, ou ces personnes ont déjà été jumelées
