# Les jours où un bureau est fermé, en plus des jours fériés.
help-command-closing-days = jours-de-fermeture – les jours où vos bureaux sont fermés, en plus des jours fériés
closings-home =
    Vos bureaux sont fermés ces jours-là :
    .title = Jours de fermeture
    .add = Ajouter des jours
    .take = Retirer : { $name }, { $day }{ $where ->
        [office] {" "}({ $office })
       *[everywhere] { "" }
    }
    .programme = Réglages et tour
    .next = Ces jours-là, je n’écris à personne du bureau, ne propose aucune rencontre et ne compte aucun jour ouvrable. Inutile de nommer les jours fériés.
closings-none =
    Aucun jour de fermeture n’est à venir. Les jours fériés comptent déjà : ceux du pays et de la province de chaque bureau.
    .title = Jours de fermeture
    .programme = Réglages et tour
closings-one = { $name }, { $span ->
    [one] le { $first }
   *[some] du { $first } au { $last }
} ({ $where ->
    [office] { $office }
   *[everywhere] partout
})
closings-dated = { $day } { $year }
closings-edit =
    Des jours où un bureau, ou tous, sont fermés, en plus des jours fériés.
    .title = Jours de fermeture
    .submit = Garder
    .name = De quoi il s’agit
    .name-hint = Par exemple « congé de Noël » ou « déménagement »; 30 caractères au plus
    .first = Premier jour
    .last = Dernier jour
    .last-hint = Laissez vide pour un seul jour.
    .office = Où
    .everywhere = Partout
closings-sure =
    { $closing }
    Rencontres convenues ces jours-là : { $count }. Avec qui, cela reste entre les paires.
    .title = Des paires ont une date ces jours-là
    .yes = Oui, fermer
    .no = Laisser tel quel
    .next = Avec votre oui, les deux personnes de chaque paire lisent qu’un jour de congé prend leur date; une autre est demandée à l’une des deux. D’ici là, rien ne change.
closings-many = Il y a déjà { $most } fermetures, le plus qui soit gardé à la fois. Retirez-en une d’abord; rien n’a été changé.
closings-fault =
    .name = Dites en quelques mots de quoi il s’agit.
    .office = Choisissez l’un de ces bureaux, ou « Partout ».
    .date = Écrivez une date, comme 2026-12-24.
    .order = Le dernier jour vient avant le premier. Écrivez le { $day } ou un jour plus tard.
    .past = Ces jours sont passés. Écrivez un jour à partir du { $day }.
    .long = Cela fait { $days } jours de suite; un bureau ferme { $most } jours au plus. Vérifiez l’année des deux jours. Pour arrêter le programme plus longtemps, fermez le tour sous « programme ».
    .far = C’est à plus de deux ans d’ici. Vérifiez l’année.
