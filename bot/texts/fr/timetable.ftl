# La page de tout ce que le robot dit de lui-même, docs/timetable.fr.md; les nombres viennent de bot.domain.rhythm.
timetable-page =
    Tout ce que le robot dit de lui-même, dans l’ordre d’un programme : à qui, quand, combien de rappels, et ce qui arrive sans réponse. Ce qui répond à un clic ou à une ligne de quelqu’un vient aussitôt et n’est pas sur cette page.
    .title = Échéancier
    .other = In English
timetable-rule-hours = Personne ne reçoit de message en dehors des heures de travail : du { $first } au { $last }, de { $opens } à { $closes } là où se trouve la personne, jamais un jour férié chez elle. Ce qui survient entre-temps attend la prochaine heure ouvrable.
timetable-rule-week = Personne ne reçoit plus de { $count } messages par semaine, sauf urgence. Ce que devient un message quand la semaine est pleine figure dans la dernière colonne.
timetable-rule-late = Un bilan ou un rappel qui n’a pas pu partir pendant { $span }, parce que le service était en panne, est laissé de côté : le suivant demande la même chose.
timetable-rule-missed = Une rencontre dont personne ne dit rien pendant { $span } compte comme manquée.

timetable-column =
    .what = Ce qui est dit
    .to = À qui
    .when = Quand
    .silence = Sans réponse
    .until = Jusqu’à quand la réponse compte
    .week = Des { $count } par semaine
timetable-chapter =
    .joining = S’inscrire
    .pairing = Proposition et jumelage
    .meeting = Rencontres
    .checkin = Chaque semaine
    .feedback = À mi-parcours et à la fin
    .leaving = Pauses et fins
    .coordinating = Pour la coordination

timetable-span =
    { $unit ->
        [minutes] { $count ->
            [one] une minute
           *[other] { $count } minutes
        }
        [hours] { $count ->
            [one] une heure
           *[other] { $count } heures
        }
        [days] { $count ->
            [one] un jour
           *[other] { $count } jours
        }
       *[weeks] { $count ->
            [one] une semaine
           *[other] { $count } semaines
        }
    }
timetable-again =
    { $count ->
        [one] Un rappel après { $days } jours ouvrables.
       *[other] Rappels après { $days } jours ouvrables, puis plus rien.
    }

timetable-to =
    .invited = toute personne sans place dans le tour
    .volunteers = toute personne qui participe et n’est pas en pause
    .unpaired = les volontaires sans jumelage
    .oneself = la personne concernée
    .asked = les personnes consultées, sauf celle qui y a mis fin
    .each = chaque personne de la paire, en privé
    .both = les deux, ensemble dans un même espace
    .partner = l’autre personne de la paire
    .coordinators = toute la coordination
    .asker = la personne de la coordination qui l’a demandé

timetable-when-at-once = À la prochaine heure ouvrable après { $event }.
timetable-when-next-morning = Le matin ouvrable suivant { $event }.
timetable-when-withheld = { $by } après { $event }, et pas du tout si une nouvelle date est trouvée d’ici là; sans délai si la rencontre commence d’ici { $unless_within }.
timetable-when-both-at-work = Quand les deux sont au travail, après { $event }.
timetable-when-by-programme = Chaque semaine, le jour et à l’heure du programme là où se trouve la personne (d’habitude le { $weekday } à { $at }), à { $spread } près selon les personnes. Jamais moins de { $settling_in } après le début ou la reprise d’un jumelage, et le jour d’une rencontre, pas avant qu’elle soit passée.
timetable-when-weekly = Chaque { $weekday } à { $at }, dans le fuseau horaire de la personne qui a créé le programme.
timetable-when-half-way = Au milieu des semaines du programme (d’habitude { $weeks }), à la place d’un bilan.
timetable-when-at-the-end = Quand les semaines du programme (d’habitude { $weeks }) sont écoulées.
timetable-when-later = { $by } après { $event }.
timetable-when-working-days-later = { $days } jours ouvrables après { $event }.
timetable-when-at-meeting = Quand le moment arrive sans oui, ou le jour ouvrable précédent si la question n’a pas pu être livrée d’ici là.
timetable-when-before-meeting =
    { $days ->
        [one] À l’ouverture du dernier jour ouvrable du mentor ou de la mentore avant la rencontre.
       *[other] À l’ouverture de la journée du mentor ou de la mentore, { $days } jours ouvrables avant la rencontre.
    }
timetable-when-without-meeting = Avec le bilan, après { $span } sans rencontre connue.
timetable-when-silent =
    { $weeks ->
        [one] À la place du bilan, après une semaine de silence.
       *[other] À la place du bilan, après { $weeks } semaines de silence de suite.
    }

timetable-until-later = pendant { $by }
timetable-until-working-days-later = pendant { $days } jours ouvrables
timetable-until-at-meeting = jusqu’à ce que le moment arrive
timetable-until =
    .read = –
    .next = jusqu’à la question suivante, ou jusqu’à la pause ou la fin du jumelage
    .cycle = jusqu’à la fin du tour
    .pairing = jusqu’à la pause ou la fin du jumelage
    .answered = en tout temps

timetable-silence =
    .nothing = –
    .stays_open = La question reste ouverte et n’est pas répétée.
    .asked_again = Personne n’en est informé. La semaine compte comme silencieuse, et la question suivante vient comme d’habitude.
    .rests = Si le silence dure, le jumelage est mis en pause.
    .break = La pause dure jusqu’à son retour.
    .ends = Le jumelage prend fin, sans blâme; les deux l’apprennent dans les mêmes mots.
    .left = On considère qu’il s’agit d’un départ, et sa participation prend fin.
    .lapses = La proposition prend fin, sans reproche : les deux lisent les mêmes mots et passent en premier au tour suivant.
    .date_lapses = Le moment n’est pas une date. Les deux personnes le lisent et peuvent en choisir un autre.
    .coordinators = La coordination lit depuis combien de jours aucune rencontre n’est connue, et rien d’autre.
    .goes_on = Personne n’en est informé; le jumelage continue.
    .closes = Personne n’en est informé; le jumelage prend fin quand même.

timetable-week =
    .waits = compte, et attend une semaine où il reste de la place
    .left_out = compte, et est laissé de côté si la semaine est pleine
    .goes_out = compte, et part même si la semaine est pleine
    .by_date = compte, et attend une semaine où il y a de la place, sauf si une date convenue en dépend

timetable-invitation = Une invitation à participer
    .after = la confirmation des invitations par la coordination
timetable-announcement = Une annonce de la coordination
    .after = sa confirmation
timetable-left-without = Qu’il n’y a pas de jumelage cette fois, et pourquoi
    .after = l’approbation des paires par la coordination
timetable-answer-due = Qu’il n’y a pas encore de jumelage
    .after = l’arrivée du jour promis à l’inscription, sans proposition d’ici là
timetable-cycle-over = Que le tour est fermé ou annulé
    .after = la décision de la coordination
timetable-proposal = Une personne proposée, et pourquoi
    .after = l’approbation des paires par la coordination
timetable-proposal-over = Qu’une proposition a pris fin, dans les mêmes mots quelle que soit la cause
    .after = sa fin
timetable-pairing-begins = Que les deux ont dit oui, et comment commencer
    .after = le deuxième oui
timetable-room = Un premier mot dans un espace commun, là où la plateforme le permet
    .after = le deuxième oui
timetable-dates-asked = Ces dates conviennent-elles?
    .after = le choix d’un moment par l’une des deux personnes
timetable-dates-asked-again = Encore une fois : ces dates conviennent-elles?
timetable-dates-set = Que les dates sont fixées
    .after = le oui de l’autre personne de la paire
timetable-dates-lapsed = Qu’aucun oui n’est arrivé à temps et qu’aucune date n’est fixée
timetable-move-asked = Un autre moment convient-il pour une rencontre?
    .after = sa proposition par l’une des deux personnes
timetable-move-lapsed = Qu’aucun oui n’est arrivé à temps pour un autre moment, et ce qui tient
timetable-preparation = Comment se préparer à la rencontre
timetable-meeting-off = Qu’une rencontre est annulée
    .after = l’annulation
timetable-meeting-moved = Qu’un autre moment est convenu, ou que l’ancien reste
    .after = la réponse de l’autre personne de la paire
timetable-checkin = Y a-t-il eu une rencontre?
timetable-still-there = Êtes-vous encore des nôtres?
timetable-date-wanted = Une demande de date, neutre
    .after = le signalement, par l’autre personne, qu’aucune réponse ne vient
timetable-thanks = Un remerciement de l’autre personne
    .after = son envoi
timetable-words-of-partner = Quelques mots de l’autre personne
    .after = leur envoi
timetable-no-meeting = Qu’aucune rencontre n’est connue
timetable-half-way = Quelques questions sur le chemin parcouru
timetable-half-way-shared = Ce que l’autre personne souhaite changer, si la case est cochée
    .after = sa réponse
timetable-look-back = Un dernier regard en arrière
timetable-closing = Des remerciements, et la suite
    .after = la question du dernier regard
timetable-rests-for-silence = Que la personne est maintenant en pause
timetable-partner-rests = Que le jumelage fait une pause, sans dire pourquoi
    .after = le début de la pause
timetable-rest-ends-soon = Qu’un jumelage en pause prend fin
    .after = le début de la pause, ou le jour où elle devait finir
timetable-break-over = Que la pause est finie
    .after = l’arrivée du jour choisi
timetable-partner-is-back = Que le jumelage continue
    .after = la fin de la pause
timetable-pairing-ended = Que le jumelage a pris fin, dans les mêmes mots quelle que soit la cause
    .after = sa fin
timetable-digest = Le sommaire : ce qu’il faut décider, et comment les choses vont
timetable-digest-last = Que le tour est terminé, faute de jumelage en cours
timetable-contact-wanted = Qu’il faut désigner une personne de plus pour les préoccupations, sans dire pourquoi
    .after = le moment où quelqu’un n’avait personne à qui s’adresser
timetable-account-closed = Qu’un compte est fermé, et la question de savoir s’il s’agit d’un départ
    .after = la fermeture du compte, si la personne participe; de nouveau après autant de jours, si la réponse est d’attendre
timetable-run-done = Ce qu’a donné le jumelage d’un grand tour
    .after = la fin du calcul
