# Un court message à l’autre moitié du jumelage, remis par le robot.
help-command-tell = dire – un court message à la personne avec qui vous êtes en jumelage
relay-nobody = Vous n’avez aucun jumelage en cours; il n’y a donc personne à qui remettre un message. Écrivez « statut » pour voir où vous en êtes.
relay-enough = { $partner } a reçu { $most } messages de votre part aujourd’hui. C’est tout ce que je remets en une journée; il y aura de la place demain.

relay-which =
    À qui voulez-vous écrire?
    .title = Un message

relay-write = Vous verrez exactement ce { QUE($partner) } recevra avant que quoi que ce soit ne parte. Je remets vos mots et votre nom, rien d’autre.
    .title = Un message
    .label = Vos mots à { $partner }
    .hint = Une question, un lieu, un mot avant la rencontre.
    .submit = Me le montrer

relay-preview = { $partner } recevra ceci, mot pour mot, et personne d’autre :
    .title = Prêt à partir
    .send = Envoyer
    .change = Modifier
    .discard = Ne pas envoyer
    .next = Le message arrive pendant ses heures de travail. Sauf urgence, je n’écris à personne plus de trois fois par semaine; il pourrait donc attendre à lundi.

relay-sent = C’est parti : { $partner } le lira pendant ses heures de travail.
relay-not-sent = Je n’arrive pas à joindre { $partner } en ce moment; rien n’a été envoyé.
relay-discarded = C’est effacé. Rien n’a été envoyé, et je n’ai rien gardé.

relay-told = { $partner } m’a demandé de vous remettre ceci :
    .title = Un message
    .answer = Répondre
    .report = Parler à une personne de l’extérieur
