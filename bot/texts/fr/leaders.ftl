# Qui dirige des personnes ou un budget, quand aucune liste ne le dit.
help-command-leaders = cadres – dire qui dirige des personnes ou un budget
leaders-home =
    Les personnes mentorées dirigent des personnes ou un budget, les mentors et mentores non. Là où aucun niveau n’est connu, je me fie à ce que chaque personne dit en s’inscrivant, ou à ce que vous dites ici.
    .title = Qui dirige
    .name = Nommer des personnes
    .untold = Parcourir les inconnues
    .match = Lancer le jumelage
    .next = Un niveau de la liste des RH passe toujours avant.
leaders-known =
    .level = Niveau connu par la liste des RH
    .leads = Dirigent, selon ce qui a été dit
    .leads-nobody = Ne dirigent personne, selon ce qui a été dit
    .unknown = Rien n’a été dit
leaders-untold =
    Personnes { $first } à { $last } sur { $count } dont on ne sait pas si elles dirigent des personnes ou un budget. Appuyez sur le bouton de celles qui le font.
    .title = Rien n’a été dit
    .leads = { $name } : dirige
    .leaders = Retour aux nombres
    .next = Inutile de toucher aux autres : « Nommer des personnes » les prend toutes à la fois.
leaders-who = { $about ->
    [unknown] { $name }
   *[other] { $name } – { $about }
}
leaders-said-the-same = Je jumelle une personne qui dirige d’autres personnes ou un budget avec une autre qui ne le fait pas. Pour certaines de celles qui restent, c’est leur réponse qui compte, faute de niveau, et trop d’entre elles ont répondu la même chose. Écrivez « cadres » si une réponse est inexacte; sinon, invitez d’autres personnes.
leaders-naming =
    Des noms au complet ou des courriels, un par ligne ou séparés par des virgules. Les titres qui semblent être ceux de cadres sont déjà inscrits : retirez ceux qui n’en sont pas.
    .title = Qui dirige?
    .submit = Garder
    .lead = Dirigent des personnes ou un budget
    .lead-hint = Vous pouvez coller une liste entière.
    .others = Ne dirigent ni personne ni budget
    .others-hint = Aussi pour corriger ce qui a été dit avant.
    .rest = Toutes les autres dont rien n’a été dit ne dirigent personne
    .rest-hint = À activer quand la liste est complète.
    .needed = Nommez au moins une personne, ou dites que la liste est complète.
    .twice = { $names } : sur les deux listes. Gardez chaque nom sur une seule. Rien n’a été gardé.
    .strangers = Personne ici ne répond au nom { DE($names) }{ $more ->
        [0] { "" }
       *[other] {" "}(et { $more } de plus)
    }. Vérifiez l’orthographe ou écrivez le courriel. Rien n’a été gardé.
    .several = Plusieurs personnes répondent au nom { DE($names) }{ $more ->
        [0] { "" }
       *[other] {" "}(et { $more } de plus)
    }. Écrivez le courriel de celles que vous voulez dire, ou appuyez sur leur bouton sous « Parcourir les inconnues ». Rien n’a été gardé.
leaders-kept =
    Dirigent : { $lead }. Ne dirigent personne : { $others }{ $rest ->
        [0] .
       *[other] , et { $rest } dont rien n’avait été dit.
    }
    .title = C’est gardé
    .leaders = Qui dirige
    .match = Lancer le jumelage
    .next = Cela compte dès le prochain jumelage.
