# Ce qui ne va pas dans un fichier de personnes, et comment le corriger. Lu par qui l’importe.
people-read = { $count ->
    [one] Le fichier est bon : une personne.
   *[other] Le fichier est bon : { $count } personnes.
}
people-refused = { $count ->
    [one] Le fichier contient une erreur; rien n’a été importé.
   *[other] Le fichier contient { $count } erreurs; rien n’a été importé.
}
people-refused-more = { $count ->
    [one] Une autre erreur n’est pas affichée.
   *[other] { $count } autres erreurs ne sont pas affichées.
}

# Le fichier dans son ensemble.
people-fault-empty = Le fichier est vide.
people-fault-no-people = Le fichier a des en-têtes, mais aucune personne en dessous.
people-fault-too-big = Le fichier dépasse { $limit } Mio, le plus qui peut être lu en une fois. Gardez seulement les colonnes que l’importation demande.
people-fault-archive = C’est un classeur ou une archive, pas un fichier CSV. Ouvrez-le dans un tableur et choisissez « Enregistrer sous », puis « CSV UTF-8 ».
people-fault-too-many-rows = Le fichier compte plus de { $limit } lignes, y compris les lignes vides. Supprimez ces dernières.
people-fault-too-many-columns = Le fichier compte plus de { $limit } colonnes. Gardez seulement celles que l’importation demande.
people-fault-encoding = Ligne { $line } : certaines lettres sont illisibles. Dans votre tableur, choisissez « Enregistrer sous », puis « CSV UTF-8 ».
people-fault-line-too-long = La ligne { $line } dépasse { $limit } caractères. Il manque peut-être un guillemet ou une fin de ligne.
people-fault-quotes = Ligne { $line } : les guillemets ne vont pas par paires. Dans une cellule entre guillemets, doublez chacun d’eux.

# Les en-têtes.
people-fault-column-missing = Il manque la colonne « { $french } ».
people-fault-column-twice = « { $other } » et « { $column } » désignent la même colonne. Gardez-en une seule.
people-fault-column-unnamed = La colonne { $number } n’a pas d’en-tête. Nommez-la ou supprimez-la.
people-fault-column-unknown = L’importation n’utilise pas de colonne « { $column } ». Supprimez-la, pour que rien de privé ne circule par accident.
people-fault-column-unknown-near = L’importation ne connaît pas de colonne « { $column } ». Vouliez-vous dire « { $nearest } »?

# Une ligne.
people-fault-cells-uneven = La ligne { $line } a { $found ->
    [one] une seule cellule
   *[other] { $found } cellules
}; il y a { $expected } en-têtes.
people-fault-cell-blank = Ligne { $line }, { $column } : cette cellule est vide. Remplissez-la.
people-fault-cell-too-long = Ligne { $line }, { $column } : cette cellule est trop longue. Elle peut contenir { $limit } octets; une lettre accentuée en prend deux.
people-fault-cell-hidden = Ligne { $line }, { $column } : « { $value } » contient un saut de ligne ou un caractère invisible. Retapez la cellule.
people-fault-email-unreadable = Ligne { $line }, { $column } : « { $value } » n’est pas une adresse courriel.
people-fault-email-twice = Ligne { $line } : { $value } figure déjà à la ligne { $first }. Gardez une seule des deux.
people-fault-number-twice = Ligne { $line }, { $column } : { $value } figure déjà à la ligne { $first }. Chaque numéro est celui d’une seule personne.
people-fault-level-unknown = Ligne { $line }, { $column } : « { $value } » n’est pas un niveau. Écrivez un nombre entier de { $lowest } à { $highest }.
people-fault-date-unreadable = Ligne { $line }, { $column } : je n’arrive pas à lire la date « { $value } ». Écrivez année-mois-jour, par exemple 2019-09-03.
people-fault-date-future = Ligne { $line }, { $column } : le { $value } n’est pas encore arrivé; nous sommes le { $today }.
people-fault-date-early = Ligne { $line }, { $column } : le { $value } est trop ancien. La première date possible est le { $earliest }.
people-fault-zone-unknown = Ligne { $line }, { $column } : « { $value } » n’est pas un fuseau horaire. Écrivez par exemple America/Toronto.
people-fault-zone-unknown-near = Ligne { $line }, { $column } : « { $value } » n’est pas un fuseau horaire. Les plus proches : { $nearest }.
people-fault-zone-short = Ligne { $line }, { $column } : « { $value } » pourrait ignorer l’heure d’été. Écrivez une région et une ville, par exemple America/Toronto.
people-fault-language-unknown = Ligne { $line }, { $column } : « { $value } » n’est pas un code de langue. Écrivez des codes comme fr;en, la langue préférée en premier.
people-fault-language-unknown-near = Ligne { $line }, { $column } : « { $value } » n’est pas un code de langue. Vouliez-vous dire « { $nearest } »?

# Qui relève de qui.
people-fault-line-manager-unknown = Ligne { $line } : { $value }, gestionnaire de cette personne, n’est ni dans le fichier ni connue. Ajoutez sa ligne, ou laissez la cellule vide au sommet.
people-fault-reporting-self = Ligne { $line } : { $value } figure comme gestionnaire sur sa propre ligne. Laissez la cellule vide au sommet.
people-fault-reporting-loop = Ligne { $line } : { $count } personnes relèvent les unes des autres en boucle : { $loop }. Corrigez le courriel de gestionnaire de l’une d’elles.
