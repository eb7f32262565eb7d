# Le programme, son rythme et ses tours.
help-command-programme = programme – ses réglages et ses tours
programme-home =
    Voici comment se déroule { $name } en ce moment.
    .title = { $name }
    .edit = Modifier les réglages
    .close = Fermer le tour
    .cancel = Annuler le tour
    .criteria = Ce qui compte
    .topics = Sujets
    .invite = Inviter
    .announce = Annoncer
    .match = Lancer le jumelage
programme-between =
    Aucun tour n’est ouvert. Les réglages restent tels quels jusqu’à ce que vous les changiez.
    .title = { $name }
    .cycle = Ouvrir un nouveau tour
    .edit = Modifier les réglages
programme-label =
    .weeks = Semaines
    .meetings = Rencontres
    .checkin = Bilan hebdomadaire
    .cycle = Tour
    .answer-by = Réponse promise au plus tard le
programme-state =
    .open = tour { $number }, ouvert aux volontaires
    .running = tour { $number }, en cours; on peut encore s’y joindre
    .closed = le tour { $number } est fermé
    .cancelled = le tour { $number } a été annulé
programme-weekday =
    .d0 = lundi
    .d1 = mardi
    .d2 = mercredi
    .d3 = jeudi
    .d4 = vendredi
programme-hour = { $hour } h
programme-checkin-moment = le { $weekday } à { $hour } h, à l’heure de chaque personne

programme-create =
    Je propose six rencontres en douze semaines. Tout peut être modifié plus tard.
    .title = Nouveau programme
    .submit = Créer
programme-edit =
    Les nouvelles paires commencent avec ces réglages; celles en cours gardent leur date de fin.
    .title = Réglages
    .submit = Enregistrer
programme-cycle =
    On peut se porter volontaire dès que le tour est ouvert.
    .title = Nouveau tour
    .submit = Ouvrir le tour
programme-field =
    .name = Nom du programme
    .name-hint = Tel que vos collègues le liront.
    .weeks = Combien de semaines? (de { $low } à { $high })
    .meetings = Combien de rencontres? (de { $low } à { $high })
    .weekday = Jour du bilan hebdomadaire
    .hour = Heure du bilan hebdomadaire
    .hour-hint = Dans le fuseau horaire de chaque personne.
    .answer-by = À quelle date, au plus tard, chaque volontaire aura-t-il une réponse?
    .answer-by-hint = Les volontaires lisent cette date en s’inscrivant : choisissez-en une que vous pourrez tenir.
programme-fault =
    .name = Il faut un nom au programme.
    .name-long = Ce nom compte { $length } caractères; { $limit } tiennent sur tous les écrans. Raccourcissez-le, s’il vous plaît.
    .meetings-many = Cela fait plus d’une rencontre par semaine. Choisissez { $weeks } ou moins.
    .date = Je n’arrive pas à lire cette date. Écrivez-la ainsi : 2026-12-31.
    .past = Il faut un jour à venir : choisissez-en un après le { $day }.
    .far = Ce jour est dans plus d’un an. Choisissez-en un plus proche.

programme-opened =
    { $name } est prêt, et le tour { $number } est ouvert. Personne n’a encore reçu de message.
    .title = Le tour est ouvert
    .invite = Inviter des collègues
    .programme = Réglages et tour
    .next = Qui s’inscrit avant le { $day } aura une réponse d’ici là. Votre premier sommaire arrive ici le { $digest }, puis chaque semaine.

programme-closing =
    Fermer le tour { $number }? Plus personne ne pourra s’inscrire, et les propositions restées sans accord seront retirées. { $some ->
        [no] Aucune paire n’est en cours.
       *[yes] Paires en cours : { $pairings }. Elles continuent jusqu’à leur propre fin, car seules leurs deux personnes peuvent y mettre un terme.
    }
    .title = Fermer le tour
    .yes = Fermer
    .no = Laisser ouvert
    .next = { $waiting ->
        [no] Personne n’attend de jumelage.
       *[yes] Qui attend encore un jumelage le lira pendant ses heures de travail.
    }
programme-cancelling =
    Annuler le tour { $number }? Les ébauches sont supprimées et les propositions retirées, en termes neutres. { $some ->
        [no] Aucune paire n’est en cours.
       *[yes] Paires en cours : { $pairings }. Elles continuent jusqu’à leur propre fin, car seules leurs deux personnes peuvent y mettre un terme.
    }
    .title = Annuler le tour
    .yes = Annuler le tour
    .no = Le garder
    .next = { $waiting ->
        [no] Personne n’attend de jumelage.
       *[yes] Qui attend encore un jumelage le lira pendant ses heures de travail.
    }
programme-closed =
    Le tour est fermé. { $told ->
        [no] Personne n’attendait.
       *[yes] Qui attendait un jumelage le lira pendant ses heures de travail.
    }
    .title = Tour fermé
    .programme = Réglages et tour
    .next = Vous pourrez ouvrir un nouveau tour quand vous voudrez.
programme-cancelled =
    Le tour est annulé. { $told ->
        [no] Personne n’attendait.
       *[yes] Qui attendait un jumelage le lira pendant ses heures de travail.
    }
    .title = Tour annulé
    .programme = Réglages et tour
    .next = Vous pourrez ouvrir un nouveau tour quand vous voudrez.
programme-told-closed =
    Ce tour de mentorat inversé est maintenant fermé, et il ne s’y est pas trouvé de jumelage pour vous. Cela arrive, et cela ne dit rien de vous.
    .title = Ce tour est terminé
    .next = Si l’on vous invite au prochain tour, vous le lirez ici.
programme-told-closed-after =
    Ce tour de mentorat inversé est maintenant fermé. Merci pour le temps que vous y avez donné à votre jumelage.
    .title = Ce tour est terminé
    .next = Si l’on vous invite au prochain tour, vous le lirez ici.
programme-told-cancelled-after =
    Ce tour de mentorat inversé a été annulé. Merci pour le temps que vous y avez donné à votre jumelage; vous n’avez rien à faire.
    .title = Ce tour est annulé
    .next = Si l’on vous invite au prochain tour, vous le lirez ici.
programme-told-cancelled =
    Ce tour de mentorat inversé a été annulé. Merci d’avoir dit oui; vous n’avez rien à faire.
    .title = Ce tour est annulé
    .next = Si l’on vous invite au prochain tour, vous le lirez ici.

programme-exists = Il y a déjà un programme; rien n’a été créé. Écrivez « programme » pour le voir.
programme-none-open = Aucun tour n’est ouvert pour l’instant. Écrivez « programme » pour en ouvrir un.
programme-still-open = Le tour { $number } est encore ouvert. Fermez-le ou annulez-le d’abord; un nouveau pourra alors commencer.
