# Les sujets de l’organisation, et ce que les personnes souhaitent.
help-command-topics = sujets – ajouter les vôtres au catalogue, d’après les souhaits
topics-home =
    Le catalogue contient { $count } sujets; on les trouve en écrivant, dans les deux langues. Vous pouvez ajouter les vôtres.
    .title = Sujets
    .add = Ajouter un sujet
    .wish = Faire un sujet de « { $words } »
    .change = Modifier « { $name } »
    .volunteers = Volontaires
    .next = Un sujet peut être choisi dans tous les profils dès qu’il est gardé.
topics-own = Vos propres sujets :
topics-wishes = Des mots pour lesquels il n’y a pas encore de sujet. Leurs auteurs et autrices ont accepté que vous les lisiez, sans nom :
topics-no-wishes = Il n’y a aucun souhait à montrer. Ils paraissent par groupes de cinq volontaires d’un même rôle, et seulement avec l’accord des personnes.
topics-edit =
    On trouve un sujet par ses noms et par d’autres mots, fautes de frappe comprises.
    .title = Un sujet à vous
    .submit = Garder
    .fr = Nom en français
    .fr-hint = Comme vos collègues le disent; 48 caractères au plus
    .en = Nom en anglais
    .en-hint = Comme vos collègues le disent; 48 caractères au plus
    .synonyms = D’autres mots pour le dire, dans n’importe quelle langue
    .synonyms-hint = Séparés par des virgules : sigles, outils, ce que disent les nouvelles recrues
    .needed = Écrivez un nom en lettres ou en chiffres.
    .taken = « { $name } » désigne déjà le sujet « { $topic } ». Choisissez d’autres mots.
topics-saved =
    « { $name } » est dans le catalogue. Les personnes qui avaient partagé ce souhait l’ont maintenant dans leur profil.
    .title = C’est gardé
    .topics = Sujets
    .volunteers = Volontaires
