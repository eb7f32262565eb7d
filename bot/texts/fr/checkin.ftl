# Le bilan de la semaine.
help-command-checkin = bilan – dire comment ça va
help-command-help-me = coup-de-main – un conseil, des mots pour en parler ou de l’aide, en tout temps

checkin-met = { $partner } et vous, avez-vous pu vous voir depuis la dernière fois?
    .title = Votre bilan de la semaine
    .planned = C’est prévu
    .not_this_week = Pas cette semaine, comme prévu
    .stuck = Ça bloque
    .report = Parler à une personne de l’extérieur
    .next = Quelques clics, trois en général. Personne d’autre ne lit vos notes ni vos mots; la coordination voit si les jumelages se rencontrent et, si vous me laissez le dire, que le vôtre demande un coup de main.
checkin-nudge = Quand vous aurez une seconde : { $partner } et vous, avez-vous pu vous voir depuis la dernière fois?
    .planned = { checkin-met.planned }
    .not_this_week = { checkin-met.not_this_week }
    .stuck = { checkin-met.stuck }
    .report = { checkin-met.report }
checkin-last = Mon dernier rappel à ce sujet : { $partner } et vous, avez-vous pu vous voir depuis la dernière fois?
    .planned = { checkin-met.planned }
    .not_this_week = { checkin-met.not_this_week }
    .stuck = { checkin-met.stuck }
    .report = { checkin-met.report }

checkin-when = Quand avez-vous pu vous voir?
    .earlier = Plus tôt

checkin-rating = { $reminder ->
    [nudge] Quand vous aurez une seconde : comment c’était?
    [last] Mon dernier rappel à ce sujet : comment c’était?
   *[other] Comment c’était?
}
    .one = 1 – difficile
    .two = 2
    .three = 3
    .four = 4
    .five = 5 – excellent
checkin-progress = { $reminder ->
    [nudge] Quand vous aurez une seconde : et { $role ->
        [mentor] l’objectif de la personne que vous accompagnez?
       *[mentee] votre objectif?
    }
    [last] Mon dernier rappel à ce sujet : et { $role ->
        [mentor] l’objectif de la personne que vous accompagnez?
       *[mentee] votre objectif?
    }
   *[other] { $role ->
        [mentor] L’objectif de la personne que vous accompagnez?
       *[mentee] Votre objectif?
    }
}
    .forward = Ça avance
    .same = Stable
    .hand = J’ai besoin d’un coup de main

checkin-still = Je n’ai pas eu de vos nouvelles depuis deux semaines, et c’est correct. Êtes-vous toujours des nôtres?
    .title = { $partner } et vous
    .yes = Oui
    .pause = Pause jusqu’au…
    .leave = Arrêter
    .next = Sans nouvelles de vous d’ici ma prochaine question, je mets votre jumelage en pause. Un clic suffira pour le reprendre.

checkin-next = Ma prochaine question arrivera le { $day }.

checkin-forward = Merci. C’est bon de savoir que ça avance.
checkin-same = Merci. Une semaine stable, ça fait aussi partie de l’apprentissage.
checkin-middling = Merci. Une petite chose à essayer la prochaine fois :
checkin-not-this-week = C’est noté, merci.
checkin-again = C’était une erreur
    .about = Corriger ma réponse au sujet de { $partner }
checkin-left = D’accord. Cela reste entre nous.
    .help-me = Ce qui peut aider aussi
checkin-planned = Parfait : vous vous voyez le { $when }, et si votre semaine a de la place, je vous envoie de quoi vous préparer le jour ouvrable précédent.
checkin-undated = Parfait. Je n’ai pas encore de date pour vous deux; avec une date, je peux vous aider à vous préparer.
    .plan = Fixer la date
    .next = Rien d’autre à faire : je vous repose la question la semaine prochaine.

checkin-note = Pour vous seulement. Personne d’autre ne peut la lire ici, ni votre partenaire ni les RH.
    .open = Ajouter une note
    .title = Une note privée
    .label = Votre note
    .submit = La garder
checkin-noted = C’est gardé, pour vous seulement.

checkin-offer = Les bonnes semaines s’additionnent. Aimeriez-vous remercier { $partner } dans vos propres mots?
    .write = Écrire un mot
    .no = Pas maintenant
checkin-thanks = Vous verrez exactement ce que { $partner } recevra avant que quoi que ce soit parte.
    .title = Un mot de remerciement
    .label = Vos mots pour { $partner }
    .hint = Une chose précise qui vous a été utile en dit plus que dix gentillesses.
    .submit = Me le montrer
checkin-preview = { $partner } recevra ceci, mot pour mot, et personne d’autre :
    .title = Prêt à partir
    .send = Envoyer
    .change = Modifier
    .discard = Ne pas envoyer
checkin-sent = C’est parti : { $partner } le lira pendant ses heures de travail.
checkin-not-sent = Je n’arrive pas à joindre { $partner } en ce moment; rien n’a été envoyé. Le lui dire vous-même fera tout aussi plaisir.
checkin-thanked = { $partner } m’a demandé de vous remettre ceci :
    .title = Un mot pour vous

checkin-low = Merci de l’avoir dit. Cela reste entre nous.
    .tip = Un conseil pour la prochaine fois
    .words = Des mots pour en parler
    .hand = Demander de l’aide à la coordination
    .leave_it = Rien pour l’instant
    .report = Parler à une personne de l’extérieur
    .rematch = Changer ou arrêter
checkin-low-again = Merci de l’avoir dit. Cela reste entre nous. Deux semaines difficiles de suite, cela peut simplement vouloir dire que le jumelage ne convient pas : vous pouvez changer ou arrêter maintenant, sans donner de raison, et ce n’est la faute de personne. Je n’y reviendrai pas.
    .tip = { checkin-low.tip }
    .words = { checkin-low.words }
    .hand = { checkin-low.hand }
    .leave_it = { checkin-low.leave_it }
    .report = { checkin-low.report }
    .rematch = { checkin-low.rematch }
checkin-tip = Pour la prochaine fois :
    .none = Vous avez déjà reçu tous mes conseils. Celui qui vous a le mieux servi mérite un deuxième essai.
    .tip = Un autre conseil
    .words = { checkin-low.words }
    .hand = { checkin-low.hand }
    .report = { checkin-low.report }
    .rematch = { checkin-low.rematch }
checkin-words = { $role ->
    [mentor] Vous pourriez dire : « J’aimerais que notre heure nous convienne mieux, à vous comme à moi. Est-ce que je peux vous dire ce qui m’aiderait, puis entendre ce qui vous aiderait? »
   *[other] Vous pourriez dire : « Je veux tirer le meilleur de ce que vous me montrez. Qu’est-ce que je pourrais faire autrement la prochaine fois? Et est-ce que je peux vous dire ce qui m’aiderait? »
}
    .tip = { checkin-low.tip }
    .hand = { checkin-low.hand }
    .report = { checkin-low.report }
    .rematch = { checkin-low.rematch }

checkin-help =
    Qu’est-ce qui aiderait avec { $partner }? Un choix ne ferme pas les autres, et personne n’en sait rien tant que vous n’envoyez rien.
    .title = Un coup de main
    .tip = { checkin-low.tip }
    .words = { checkin-low.words }
    .hand = { checkin-low.hand }
    .report = { checkin-low.report }
    .rematch = { checkin-low.rematch }
checkin-help-which =
    Avec qui auriez-vous besoin d’un coup de main?
    .title = Un coup de main
    .report = { checkin-low.report }
checkin-help-nobody = Vous n’êtes en jumelage avec personne en ce moment; je ne peux donc pas vous aider là-dessus. Écrivez « signaler » pour trouver à qui parler à l’extérieur.

checkin-stuck = Merci de me le dire. Qu’est-ce qui bloque?
    .no_answer = Pas de réponse de l’autre personne
    .unsure = Je ne sais pas trop quoi faire
    .hand = Demander de l’aide à la coordination
    .plan = On ne trouve pas de moment
    .report = Je ne suis pas à l’aise
checkin-date = Quand { $partner } et vous allez-vous vous revoir? Choisissez un moment qui vous convient, et la prochaine heure aura sa place.
    .title = Votre prochaine rencontre
    .plan = Voir les moments libres
checkin-date-asked = Je demande une date à { $partner }, comme je le ferais n’importe quelle semaine. Je ne dis pas que cela vient de vous.
    .help-me = { checkin-left.help-me }
checkin-date-not-asked = Je n’arrive pas à joindre { $partner } en ce moment; je n’ai donc rien demandé. Un message direct ou un appel fonctionnera peut-être mieux.
    .help-me = { checkin-left.help-me }
checkin-agenda = { $role ->
    [mentor] Quarante-cinq minutes que vous pouvez mener telles quelles :
   *[other] Quarante-cinq minutes qui fonctionnent bien; c’est l’autre personne qui mène :
}
    .help-me = { checkin-left.help-me }
    .one = { $role ->
        [mentor] 5 min – demandez : qu’avez-vous essayé depuis la dernière fois?
       *[other] 5 min – dites ce que vous avez essayé depuis la dernière fois, et ce qui n’a pas marché
    }
    .two = { $role ->
        [mentor] 10 min – montrez une seule chose, lentement, dans ses propres dossiers
       *[other] 10 min – regardez une seule chose, et posez trois questions avant une opinion
    }
    .three = { $role ->
        [mentor] 20 min – laissez la personne manipuler elle-même
       *[other] 20 min – manipulez vous-même
    }
    .four = { $role ->
        [mentor] 10 min – résumez en une phrase, puis fixez la prochaine date
       *[other] 10 min – dites en une phrase ce que vous retenez, puis fixez la prochaine date
    }

checkin-hand = Je peux dire une seule chose à { $coordinators } : que votre jumelage a demandé de l’aide. Ni qui de vous deux, ni pourquoi, ni rien de vos réponses. Je le fais?
    .title = Demander un coup de main
    .pass_on = Me montrer les mots
    .keep = Garder cela entre nous
    .report = Parler à une personne de l’extérieur
    .next = Rien ne part avant que vous l’ayez vu.
checkin-coordinators = la coordination du programme
checkin-hand-words = { $mentor } et { $mentee } : aide demandée
checkin-hand-preview = Voici tout ce que je transmets à { $coordinators } :
    .title = Prêt à transmettre
    .send = Transmettre
    .keep = Garder cela entre nous
checkin-hand-sent = C’est transmis à { $coordinators } et figurera dans le prochain sommaire hebdomadaire. La mention disparaîtra dès que vous vous reverrez.
    .help-me = { checkin-left.help-me }

checkin-quiet = Je n’ai aucune rencontre inscrite pour vous deux depuis trois semaines. Les périodes chargées, ça arrive.
    .title = { $partner } et vous
    .let_be = On s’en occupe
    .plan = Voir les moments libres
    .next = Si aucune rencontre n’est inscrite d’ici le { $day }, la coordination verra que votre jumelage n’a pas de rencontre inscrite, et depuis combien de jours. Rien d’autre; avec « On s’en occupe », elle ne le verra pas.
checkin-quiet-off = { $count } dates de suite n’ont pas tenu pour vous deux. Les périodes chargées, ça arrive; vingt minutes valent mieux que rien.
    .title = { $partner } et vous
    .let_be = { checkin-quiet.let_be }
    .plan = { checkin-quiet.plan }
    .next = { checkin-quiet.next }
checkin-quiet-met = Parfait, j’ai noté votre rencontre.
checkin-quiet-left = C’est entendu. Personne n’en saura rien, et je n’y reviendrai pas avant votre prochaine rencontre.

checkin-later = Rien n’est ouvert pour l’instant. Ma prochaine question arrivera le { $day }.
checkin-resting = Votre jumelage est en pause; je ne vous demande rien. Écrivez « reprendre » quand vous voudrez continuer.
checkin-over = Rien n’est ouvert pour l’instant, et je n’ai plus de question hebdomadaire pour ce jumelage.
checkin-none = Vous n’avez pas de jumelage en ce moment; il n’y a donc pas de bilan à faire. Écrivez « statut » pour voir où vous en êtes.
checkin-lapsed = Cette question est fermée, et c’est correct : rien n’a été changé. Écrivez « bilan » pour voir quand arrive la prochaine.
checkin-answered = J’ai déjà votre réponse; rien n’a été changé. Écrivez « bilan » pour voir ce qui est ouvert.
