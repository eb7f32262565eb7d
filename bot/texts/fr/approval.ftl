# Approuver les propositions revues, et qui reste.
approval-none =
    Il n’y a rien à revoir pour l’instant.
    .title = Révision
    .match = Lancer le jumelage
    .volunteers = Volontaires
approval-nothing = Il ne reste rien à approuver ni à laisser tomber; rien n’a été changé. Écrivez « coordination » pour voir où en sont les choses.
approval-unmatched =
    { $count ->
        [one] Une personne reste sans jumelage. Pourquoi :
       *[other] { $count } personnes restent sans jumelage. Pourquoi :
    }
    .title = Qui reste
    .names = Voir les noms
    .review = Revoir les propositions
    .volunteers = Sujets trop peu offerts
    .announce = Annoncer
    .leaders = Dire qui dirige
    .next = Quand vous approuverez, chaque personne saura pourquoi et passera en premier la prochaine fois.
approval-no-pairs =
    Aucune paire ne peut être formée parmi les personnes libres. Pourquoi :
    .title = Aucune paire cette fois
    .volunteers = Sujets trop peu offerts
    .leaders = Dire qui dirige
    .announce = Annoncer
    .next = Rien n’a été envoyé. Relancez le jumelage quand d’autres personnes se seront inscrites.
approval-no-levels =
    Aucune paire ne peut être formée, car des niveaux manquent : je jumelle une personne qui dirige d’autres personnes ou un budget avec une autre qui ne le fait pas, et de trop de personnes, rien n’a été dit. Pourquoi, par rôle :
    .title = Des niveaux manquent
    .leaders = Dire qui dirige
    .volunteers = Sujets trop peu offerts
    .next = Dites qui dirige des personnes ou un budget, ou importez la liste des RH avec les niveaux. Relancez ensuite le jumelage. Rien n’a été envoyé.
approval-run = Tel que le jumelage lancé le { $when } l’a trouvé; les personnes inscrites depuis n’ont pas été prises en compte.
approval-levels-missing = Pour certaines de ces personnes, des niveaux manquent. Écrivez « cadres » pour dire qui dirige des personnes ou un budget, ou importez la liste des RH avec les niveaux; relancez ensuite le jumelage.
approval-all-paired =
    { $asked ->
        [0] Parmi les personnes que le dernier jumelage a prises en compte, aucune ne reste sans jumelage.
       *[other] Cette revue ne laisse personne de côté. Les personnes proposées ou sollicitées en ce moment pourraient tout de même rester sans jumelage : une proposition peut être refusée.
    }
    .title = Qui reste
    .review = Revoir les propositions
approval-reason-nobody-on-other-side = { $role ->
    [mentor] Mentors ou mentores : aucune personne qui veut apprendre n’est libre pour l’instant
   *[mentee] Personnes mentorées : aucune personne qui offre d’enseigner n’est libre pour l’instant
}
approval-reason-no-common-topic = { $role ->
    [mentor] Mentors ou mentores : trop peu de personnes libres ont demandé ce qui est offert
   *[mentee] Personnes mentorées : trop peu de personnes libres offrent ce qui est demandé
}
approval-reason-level-gap = { $role ->
    [mentor] Mentors ou mentores : trop peu de personnes libres qui veulent apprendre occupent un poste assez élevé
   *[mentee] Personnes mentorées : trop peu de personnes libres qui enseignent occupent un poste assez junior
}
approval-reason-level-unknown = { $role ->
    [mentor] Mentors ou mentores : pour trop de personnes libres, on ne sait pas qui occupe le poste le plus élevé
   *[mentee] Personnes mentorées : pour trop de personnes libres, on ne sait pas qui occupe le poste le plus élevé
}
approval-reason-reporting-line = { $role ->
    [mentor] Mentors ou mentores : trop de personnes libres sont dans leur ligne hiérarchique
   *[mentee] Personnes mentorées : trop de personnes libres sont dans leur ligne hiérarchique
}
approval-reason-minimum-score = { $role ->
    [mentor] Mentors ou mentores : avec les personnes libres qui conviendraient, la paire n’a pas le minimum de points
   *[mentee] Personnes mentorées : avec les personnes libres qui conviendraient, la paire n’a pas le minimum de points
}
approval-reason-other = { $role ->
    [mentor] Mentors ou mentores : les personnes libres qui conviendraient ont une autre proposition, ou des heures, des langues, des jumelages antérieurs ou des souhaits l’empêchent
   *[mentee] Personnes mentorées : les personnes libres qui conviendraient ont une autre proposition, ou des heures, des langues, des jumelages antérieurs ou des souhaits l’empêchent
}
approval-names =
    Personnes { $first } à { $last } sur { $count } qui restent, par nom.
    .title = Qui reste
    .review = Revoir les propositions
    .volunteers = Sujets trop peu offerts
    .next = Quand vous approuverez, chaque personne saura pourquoi et passera en premier la prochaine fois.
approval-name = { $name } – { $why }.
approval-why-nobody-on-other-side = personne n’est libre dans l’autre rôle
approval-why-no-common-topic = trop peu de personnes libres ont un sujet en commun
approval-why-level-gap = trop peu de personnes libres sont à la bonne distance de niveau
approval-why-level-unknown = pour trop de personnes libres, on ne sait pas qui occupe le poste le plus élevé
approval-why-reporting-line = trop de personnes libres sont dans sa ligne hiérarchique
approval-why-minimum-score = avec les personnes libres qui conviendraient, la paire n’a pas le minimum de points
approval-why-other = les personnes libres qui conviendraient ont une autre proposition, ou des heures, des langues, des jumelages antérieurs ou des souhaits l’empêchent
approval-sure =
    { $count ->
        [one] Approuver cette paire? Elle commence si les deux personnes disent oui, et reste ouverte cinq jours ouvrables au plus.
       *[other] Approuver ces { $count } paires? Chacune commence si les deux personnes disent oui, et reste ouverte cinq jours ouvrables au plus.
    } { $left ->
        [0] Personne ne reste sans proposition.
        [one] La seule personne qui reste saura pourquoi et passera en premier la prochaine fois.
       *[other] Les { $left } personnes qui restent sauront pourquoi et passeront en premier la prochaine fois.
    }
    .title = Approuver?
    .yes = { $count ->
        [one] Approuver une paire
       *[other] Approuver { $count } paires
    }
    .cancel = Laisser tomber les ébauches
    .no = Pas encore
    .next = Avec votre oui, c’est une personne qui décide, pas un ordinateur.
approval-later =
    Rien n’a été envoyé; les ébauches sont conservées.
    .title = Révision
    .review = Revoir les propositions
    .console = Où en sont les choses
approval-done =
    { $count ->
        [one] Une paire est approuvée : elle commence si les deux personnes disent oui.
       *[other] { $count } paires sont approuvées : chacune commence si les deux personnes disent oui.
    } { $told ->
        [0] { "" }
        [one] Une personne lira pendant ses heures de travail qu’il n’y a pas encore de jumelage pour elle, et pourquoi.
       *[other] { $told } personnes liront pendant leurs heures de travail qu’il n’y a pas encore de jumelage pour elles, et pourquoi.
    }
    .title = Approuvé
    .console = Où en sont les choses
    .recall = Reprendre l’envoi
    .next = Une paire reste ouverte cinq jours ouvrables au plus. Vous ne voyez jamais qui a refusé; vous voyez les paires qui commencent.
approval-dropped =
    { $count ->
        [one] L’ébauche est supprimée; personne n’en a été avisé.
       *[other] Les { $count } ébauches sont supprimées; personne n’en a été avisé.
    }
    .title = Ébauches supprimées
    .match = Lancer le jumelage
    .console = Où en sont les choses
approval-left =
    { $before ->
        [yes] Je n’ai pas d’autre jumelage pour vous cette fois.
       *[no] Je n’ai pas de bon jumelage pour vous cette fois.
    } { $why }
    .title = Pas cette fois
    .status = Où j’en suis
    .next = Vous passez en premier la prochaine fois. Vous n’avez rien à faire.
approval-left-taken = { $role ->
    [mentor] Les personnes libres qui demandent ce que vous offrez n’ont pas pu être jumelées avec vous cette fois.
   *[mentee] Les personnes libres qui offrent ce que vous demandez n’ont pas pu être jumelées avec vous cette fois.
}
approval-left-nobody-on-other-side = { $role ->
    [mentor] Aucune personne qui cherche un mentor ou une mentore n’est libre pour l’instant.
   *[mentee] Aucun mentor, aucune mentore n’est libre pour l’instant.
}
approval-left-no-common-topic = { $role ->
    [mentor] Trop peu de personnes libres ont demandé les sujets que vous offrez.
   *[mentee] Trop peu de personnes libres offrent les sujets que vous demandez.
}
approval-left-no-common-language = Trop peu de personnes libres parlent l’une de vos langues.
approval-left-no-common-hours = Trop peu de personnes libres le sont aux mêmes heures que vous; en ajouter à votre profil aiderait.
approval-left-level-gap = { $role ->
    [mentor] Parmi les personnes libres qui veulent apprendre, trop peu occupent un poste plus élevé que le vôtre.
   *[mentee] Parmi les personnes libres qui enseignent, trop peu occupent un poste moins élevé que le vôtre.
}
approval-left-level-unknown = { $role ->
    [mentor] Pour trop de personnes libres, on ne sait pas qui de vous deux occupe le poste le plus élevé.
   *[mentee] Pour trop de personnes libres, on ne sait pas qui de vous deux occupe le poste le plus élevé. Si vous dirigez des personnes ou un budget, dites-le dans votre profil.
}
approval-left-reporting-line = Trop de personnes libres sont dans votre ligne hiérarchique, ce qui empêcherait de parler librement.
approval-left-past-partner = Trop de personnes libres vous ont déjà été proposées.
approval-left-minimum-score = Aucune personne libre ne vous conviendrait assez bien cette fois.
approval-left-other = Les personnes libres qui conviendraient n’ont pas pu être jumelées avec vous cette fois.
