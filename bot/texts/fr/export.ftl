# La révision, sous forme de fichier pour un tableur.
export-notice = Seulement pour la révision du jumelage. Ne peut servir ni à une évaluation, ni à une promotion, ni à une mesure disciplinaire.
export-sheet = Révision
export-column =
    .part = Partie
    .mentor = Mentor ou mentore
    .mentor-team = Équipe et bureau (mentor ou mentore)
    .mentee = Personne mentorée
    .mentee-team = Équipe et bureau (personne mentorée)
    .score = Points
    .topics = Sujets
    .hours = Heures
    .interests = Intérêts
    .waiting = Attente
    .department = Regard neuf
    .gap = Niveau
    .format = Façon de se voir
    .languages = Langues
    .reasons = Pourquoi ces deux-là
    .locked = Verrouillée
    .cost = Points perdus en tout si on les sépare
    .payers = Qui y perdrait
    .left = Pourquoi sans jumelage
    .waited = Tours d’attente la prochaine fois
export-pair = paire proposée
export-left = sans jumelage
export-locked = oui
export-free = non
export-payers = { $names ->
    [none] { $moved ->
        [0] personne ne reste et aucun jumelage ne change
        [one] personne ne reste; un jumelage change pour { $moved } personne
       *[other] personne ne reste; le jumelage change pour { $moved } personnes
    }
   *[other] sans jumelage : { $names }
}
export-nothing = Rien n’est en révision; aucun fichier n’a été écrit. Lancez d’abord le jumelage : écrivez « /mentor jumeler ».
export-unwritable = Impossible d’écrire { $path } : { $why }.
export-done = { $count ->
    [one] { $count } ligne est dans { $path }. Elle contient des noms : gardez le fichier là où seule la coordination peut le lire.
   *[other] { $count } lignes sont dans { $path }. Elles contiennent des noms : gardez le fichier là où seule la coordination peut le lire.
}
export-weighing = Chaque paire est pesée
