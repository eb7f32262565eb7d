# Pourquoi ces deux personnes : pour l’une ou l’autre, et (.review) pour la coordination.
reason-topics =
    { $role ->
        [mentor] { $partner } veut apprendre ce que vous pouvez montrer : { $topics }.
       *[mentee] { $partner } peut montrer ce que vous voulez apprendre : { $topics }.
    }
    .review = { $count ->
        [one] Un sujet souhaité est offert : { $topics }
       *[other] Des sujets souhaités sont offerts : { $topics }
    }
reason-hours =
    { $hours ->
        [one] Vous avez une heure libre en commun par semaine.
       *[other] Vous avez { $hours } heures libres en commun par semaine.
    }
    .review = Libres en même temps : { $hours } h par semaine
reason-interests =
    { $count ->
        [one] Vous avez un intérêt en commun : { $interests }.
       *[other] Vous avez des intérêts en commun : { $interests }.
    }
    .review = Intérêts en commun : { $interests }
reason-waiting =
    .review = Tours d’attente : mentor ou mentore { $mentor }, cadre { $mentee }
reason-department = Vous travaillez dans des services différents : chaque personne voit ce que l’autre ne voit pas.
    .review = Services différents : { $mentor } et { $mentee }
reason-gap = Vous voyez l’organisation de deux endroits différents.
    .review = Niveaux d’écart entre les deux : { $levels }
reason-format =
    { $format ->
        [on_site] Vous pouvez vous voir sur place : { $office }.
       *[video] La vidéo vous convient à vous deux.
    }
    .review = { $format ->
        [on_site] Peuvent se voir sur place : { $office }
       *[video] La vidéo convient aux deux
    }
reason-languages =
    { $count ->
        [one] Vous avez une langue en commun : { $languages }.
       *[other] Vous avez { $count } langues en commun : { $languages }.
    }
    .review = Langues en commun : { $languages }
