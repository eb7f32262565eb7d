# L’accueil de la coordination.
help-command-admin = coordination – où en est le programme et ce qu’il faut décider
console-empty =
    Il n’y a pas encore de programme. Vous choisissez son nom et son rythme; avec votre oui, j’invite et je propose des jumelages; ensuite, je demande et je rappelle.
    .title = Coordination
    .programme = Créer le programme
console-between =
    « { $name } » est entre deux tours. Les paires en cours gardent leur rythme; ouvrez un nouveau tour quand vous voudrez.
    .title = Coordination
    .programme = Ouvrir un nouveau tour
    .digest = Dernier sommaire
console-home =
    { $advice }
    .title = { $name }
    .programme = Réglages et tour
    .invite = Inviter
    .volunteers = Volontaires
    .match = Lancer le jumelage
    .review = Revoir les propositions
    .digest = Dernier sommaire
    .announce = Annoncer
console-label =
    .cycle = Tour
    .answer-by = Réponse promise au plus tard le
    .invited = Personnes invitées
    .mentors = Mentors ou mentores
    .mentees = Personnes mentorées
    .drafts = Propositions à revoir
    .offered = Propositions encore ouvertes
    .pairings = Paires en cours
console-next-review = À décider : { $drafts ->
    [one] une proposition attend votre révision.
   *[other] { $drafts } propositions attendent votre révision.
}
console-next-match = À décider : des mentors ou mentores et des personnes mentorées attendent un jumelage. Vous pouvez le lancer.
console-next-invite = À décider : des collègues n’ont pas encore reçu d’invitation. Vous pouvez les inviter.
console-next-answers = Rien à décider : les propositions sont parties, chacune pour cinq jours ouvrables au plus.
console-next-recruit = À décider : il faut des mentors ou mentores et des personnes mentorées. Un mot de la direction aide plus que tout.
console-next-nothing = Rien à décider pour l’instant.
