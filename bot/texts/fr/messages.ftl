# Tous les messages du programme, à lire d’avance par la coordination.
help-command-preview = aperçu – lire tous les messages du programme avant tout le monde
messages-message =
    Tel qu’il arrivera. Camille et Dominique n’existent pas; les noms, les dates, les chiffres et les raisons seront ceux de chaque paire.
    .title = Message { $number } sur { $count }
    .invite = Inviter
    .next = Rien n’est envoyé ainsi.
messages-side =
    .mentor = ici, la personne qui enseigne
    .mentee = ici, la personne mentorée
messages-words =
    .goal = Écrire une lettre avec un assistant, et la vérifier sans aide
    .thanks = Vous m’avez laissé faire mes propres erreurs. Merci.
    .told = J’ai réservé la petite salle du troisième étage pour jeudi.
    .change = La prochaine fois, j’aimerais essayer d’abord et poser mes questions ensuite.
    .announcement = Jeudi midi, on mange ensemble dans la salle Fleuve.
messages-in =
    .fr = En français
    .en = En anglais
messages-page =
    .previous = Le précédent
    .following = Le suivant
