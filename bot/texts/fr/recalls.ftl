# Reprendre ce qui n’est pas encore parti.
help-command-recall = rappeler – reprendre ce qui n’est pas encore parti
recalls-home =
    Ce qui n’est encore arrivé chez personne peut être repris; ce qui est parti reste, et vous voyez chez qui.
    .title = Reprendre un envoi
    .invitation = Les invitations du { $when }
    .announcement = L’annonce du { $when }
    .approval = L’approbation du { $when }
    .next = Je vous le demanderai une dernière fois.
recalls-none =
    Il n’y a rien à reprendre : rien n’a été envoyé dans ce tour, ou tout est déjà parti.
    .title = Reprendre un envoi
    .console = Où en sont les choses
recalls-what =
    .invitation = { $count ->
        [one] Une invitation n’est pas encore partie : cette personne ne la recevrait pas, et pourra la recevoir plus tard.
       *[other] { $count } invitations ne sont pas encore parties : ces personnes ne les recevraient pas, et pourront les recevoir plus tard.
    }
    .announcement = Qui n’a pas encore reçu l’annonce ne la recevrait pas.
    .approval = { $count ->
        [one] Une paire n’a pas encore vu sa proposition : elle redeviendrait une ébauche à réviser.
       *[other] { $count } paires n’ont pas encore vu leur proposition : elles redeviendraient des ébauches à réviser.
    }
recalls-sure =
    { $what }
    .title = Reprendre l’envoi?
    .yes = Reprendre l’envoi
    .no = Laisser partir
recalls-out = { $count ->
    [one] C’est déjà arrivé chez une personne, et cela y reste :
   *[other] C’est déjà arrivé chez { $count } personnes, et cela y reste :
}
recalls-more = { $count ->
    [one] et une autre
   *[other] et { $count } autres
}
recalls-back =
    .invitation = { $count ->
        [one] Une invitation est reprise, comme si elle n’avait jamais existé.
       *[other] { $count } invitations sont reprises, comme si elles n’avaient jamais existé.
    }
    .announcement = L’annonce est reprise pour toutes les personnes qui ne l’avaient pas reçue.
    .approval = { $count ->
        [one] Une paire attend de nouveau votre révision.
       *[other] { $count } paires attendent de nouveau votre révision.
    }
recalls-done =
    { $what }
    .title = Envoi repris
    .invite = Inviter
    .announce = Annoncer
    .review = Revoir les propositions
recalls-too-late =
    Il est trop tard : tout est déjà parti.
    .title = Rien n’a été changé
    .console = Où en sont les choses
recalls-kept =
    Rien n’a été changé.
    .title = Tout suit son cours
    .console = Où en sont les choses
