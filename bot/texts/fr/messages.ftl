# Tous les messages du programme, à lire d’avance par la coordination.
help-command-preview = aperçu – lire tous les messages du programme avant tout le monde
messages-message =
    { $role ->
        [mentor] À une personne mentore
       *[mentee] À une personne mentorée
    }, tel qu’il arrivera. Camille et Dominique sont fictifs; les noms, les dates et les raisons seront ceux de chaque paire.
    .title = Message { $number } sur { $count }
    .invite = Inviter
    .next = Rien n’est envoyé ainsi.
messages-in =
    .fr = En français
    .en = En anglais
messages-page =
    .previous = Le précédent
    .following = Le suivant
