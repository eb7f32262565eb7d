# Qui participe.
help-command-volunteers = volontaires – qui participe et ce qui manque
volunteers-none =
    Personne ne s’est encore joint à ce tour.
    .title = Volontaires
    .invite = Inviter
    .programme = Réglages et tour
volunteers-home =
    Tour { $number } : qui participe, et qui attend encore un jumelage.
    .title = Volontaires
    .names = Noms et rôles
    .invite = Inviter
    .match = Lancer le jumelage
    .topics = Sujets et souhaits
    .next = { $promised ->
        [yes] Les personnes inscrites avant le { $day } ont la promesse d’une réponse d’ici là.
       *[no] Qui s’inscrit maintenant aura une réponse au prochain jumelage, quelle qu’elle soit.
    }
volunteers-role =
    .mentor = Mentors ou mentores
    .mentee = Personnes mentorées
volunteers-count = { $count } ({ $waiting } en attente d’un jumelage)
volunteers-short = Ces sujets sont plus demandés qu’offerts :
volunteers-supply = demandé : { $wanted }; offert : { $offered }
volunteers-supply-fine = Chaque sujet demandé est offert en nombre suffisant.
volunteers-chart = Personnes qui demandent un sujet trop peu offert, au moins (à partir de dix)
volunteers-band = { $band ->
    [none] 0
    [few] moins de { $few }
   *[more] de { $least } à { $most }
}
volunteers-names =
    Personnes { $first } à { $last } sur { $count }, par nom. Seul le fait de participer est montré ici.
    .title = Noms et rôles
    .volunteers = Retour aux nombres
volunteers-name = { $name } : { $role ->
    [mentor] mentor ou mentore
   *[other] personne mentorée
}
