# Le sommaire hebdomadaire.
help-command-digest = sommaire – ce qui demande une décision cette semaine
digest-none =
    Il n’y a pas encore de sommaire. Il commence avec votre premier programme.
    .title = Sommaire
    .console = Où en sont les choses
digest-first =
    Il n’y a pas encore de sommaire. Le premier arrive le { $when }, puis chaque semaine.
    .title = Sommaire
    .console = Où en sont les choses
digest-newest =
    Le { $day }. Ce qui demande une décision vient d’abord.
    .title = { $name } : sommaire { $number }
    .review = Revoir les propositions
    .match = Lancer le jumelage
    .volunteers = Volontaires
    .console = Où en sont les choses
    .next = Prochain sommaire : { $next }
digest-last =
    Le tour { $number } de { $name } est terminé : aucune paire ne continue, aucune proposition n’est ouverte et plus personne ne peut s’y joindre. C’est son dernier sommaire.
    .title = Le tour { $number } est terminé
    .programme = Ouvrir un nouveau tour
    .console = Où en sont les choses
    .next = Vous pouvez ouvrir un nouveau tour quand vous voudrez. Les sommaires reprendront avec lui.
digest-quiet =
    Le { $day }. Rien à faire cette semaine.
    .title = { $name } : sommaire { $number }
    .console = Où en sont les choses
    .next = Prochain sommaire : { $next }
digest-footer = Ces chiffres ne servent qu’au programme. Ils ne peuvent pas être utilisés pour une évaluation, une promotion ou une mesure disciplinaire.
digest-section =
    .decide = À décider
    .recruit = Recruter
    .help = Aider
    .deliverability = Messages
    .momentum = Élan
    .pulse = Pouls
    .milestones = Étapes de la semaine
    .exits = Fins jusqu’ici
    .wins = Bons coups
digest-review = { $drafts ->
    [one] Une proposition attend votre révision, avec ses raisons, les autres choix et ce qu’un changement coûterait.
   *[other] { $drafts } propositions attendent votre révision, avec leurs raisons, les autres choix et ce qu’un changement coûterait.
}
digest-match = Des paires peuvent être formées parmi les personnes libres : lancez le jumelage.
digest-waiting =
    .mentor = Mentors ou mentores en attente
    .mentee = Personnes mentorées en attente
digest-rate =
    .reach = Participent, parmi les personnes invitées
    .matched = Déjà jumelées, parmi celles qui participent
    .accepted = Acceptations, parmi les propositions
digest-about = environ { $value } %
digest-pair = { $mentor } et { $mentee } : { $label ->
    [asked] ont demandé de l’aide
   *[no_meeting] aucune rencontre notée depuis { $days } jours
}
digest-more = { $count ->
    [one] Et une autre paire.
   *[other] Et { $count } autres paires.
}
digest-delivery =
    .unreachable = Personnes participantes que je ne peux pas joindre
    .gone = Messages à des personnes parties ou qui m’ont bloqué
    .refused = Messages refusés par une plateforme
    .expired = Messages qui n’ont pu être remis à temps
    .suspended = Espaces de travail qui m’ont retiré : rien n’y est envoyé
    .unplaced = Personnes participantes dont on ne sait pas si elles dirigent (écrivez « cadres »)
    .guest = Personnes invitées de l’espace de travail, laissées de côté
    .stranger = Personnes d’autres organisations, laissées de côté
    .deactivated = Comptes désactivés, laissés de côté
digest-momentum =
    .to-date = Rencontres jusqu’ici
    .share = Tenues, parmi les rencontres convenues
    .chart = Rencontres tenues, environ, en % des rencontres convenues
digest-held = tenues : { $held }; convenues : { $agreed }
digest-period = Moyennes du tour jusqu’ici. Une moyenne change quand au moins cinq personnes ont répondu de nouveau.
digest-too-few = Trop peu de réponses pour tout montrer sans risque.
digest-rating =
    .mentor = Comment ça va, mentors ou mentores
    .mentee = Comment ça va, personnes mentorées
digest-progress =
    .mentor = Objectif, mentors ou mentores
    .mentee = Objectif, personnes mentorées
digest-voice =
    .mentor = « Je peux dire ce que je pense », mentors ou mentores
    .mentee = « Je peux dire ce que je pense », personnes mentorées
digest-response =
    .mentor = Bilans remplis, mentors ou mentores
    .mentee = Bilans remplis, personnes mentorées
digest-value =
    .rating = { NUMBER($value, minimumFractionDigits: 1) } sur 5
    .progress = { NUMBER($value, minimumFractionDigits: 1) } (de −1, besoin d’aide, à 1, ça avance)
    .voice = { NUMBER($value, minimumFractionDigits: 1) } sur 5
    .response = { NUMBER($value, minimumFractionDigits: 1) } %
digest-milestone =
    .mid = Paires à mi-parcours
    .final = Paires à la fin
digest-exit =
    .early = Paires qui ont pris fin plus tôt
    .completed = Paires arrivées à la fin prévue
    .lost = Départs de l’organisation
digest-lost = { $count ->
    [one] une paire a perdu un membre
   *[other] { $count } paires ont perdu un membre
}
