# Qui participe.
help-command-volunteers = volontaires – qui participe et ce qui manque
volunteers-none =
    Personne ne s’est encore joint à ce tour.
    .title = Volontaires
    .invite = Inviter
    .programme = Réglages et tour
volunteers-home =
    Tour { $number } : qui participe, et pour combien un jumelage est possible en ce moment.
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
volunteers-count = { $count } (jumelage possible en ce moment : { $free })
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
    Personnes { $first } à { $last } sur { $count }, par nom. Seuls le fait de participer et la possibilité d’un jumelage en ce moment sont montrés ici.
    .title = Noms et rôles
    .volunteers = Retour aux nombres
volunteers-name = { $name } : { $role ->
    [mentor] mentor ou mentore
   *[other] personne mentorée
}; jumelage possible en ce moment : { $free ->
    [yes] oui
   *[no] non
}
