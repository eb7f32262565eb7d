# Une proposition de jumelage : la question posée en privé à chaque personne, et comment elle finit.
proposal-offer =
    { $role ->
        [mentor] J’ai trouvé une personne pour vous accompagner comme mentor ou mentore : { $partner }.
       *[mentee] J’ai trouvé une ou un cadre qui aimerait apprendre de vous : { $partner }.
    }{ $placed ->
        [yes] { " " }Vous trouverez { $partner } ici : { $place }.
       *[no] { "" }
    }
    .title = Un jumelage pour vous
    .accept = J’accepte
    .other = Proposez quelqu’un d’autre
    .pause = Me mettre en pause
    .next = Répondez d’ici le { $day }, s’il vous plaît. Un « non » reste entre vous et moi.

proposal-reminder =
    { $role ->
        [mentor] Je vous garde toujours une personne pour vous accompagner comme mentor ou mentore : { $partner }.
       *[mentee] Je vous garde toujours une ou un cadre qui aimerait apprendre de vous : { $partner }.
    }
    .title = Votre proposition vous attend
    .accept = J’accepte
    .other = Proposez quelqu’un d’autre
    .pause = Me mettre en pause
    .next = C’est le seul rappel. Après le { $day }, la proposition prend simplement fin, sans reproche à personne.

proposal-why = Pourquoi vous deux :
proposal-notice = { $line ->
    [known] { $partner } n’est pas dans votre ligne hiérarchique.
   *[unknown] Personne ne m’a indiqué les lignes hiérarchiques : si { $partner } fait partie de la vôtre, refusez; personne ne saura pourquoi.
} Un programme informatique a suggéré ce jumelage, et une personne a décidé : { $known ->
    [yes] { $contact } l’a approuvé. Écrivez à { $contact } pour demander pourquoi, donner vos observations ou faire revoir la décision.
   *[no] la coordination l’a approuvé. Écrivez à la coordination pour demander pourquoi, donner vos observations ou faire revoir la décision.
}
proposal-factors = { $factors ->
    [none] { "" }
   *[other] Ce qui a compté pour vous deux : { $factors }.{ " " }
}{ $waiting ->
    [yes] Le temps d’attente compte pour tous les jumelages.{ " " }
   *[no] { "" }
}Pour voir ou corriger ce que je sais de vous, écrivez « mes-données » ou « profil ».
proposal-factor =
    .topics = les sujets demandés et offerts
    .hours = les heures en commun
    .interests = les intérêts en commun
    .department = des services différents
    .gap = la distance de niveau
    .format = la façon de se voir
    .languages = les langues en commun

proposal-waiting =
    Merci. Je n’ai dit à personne ce que vous avez répondu.
    .title = Votre oui est noté
    .next = Je vous écris dès que les deux réponses sont là, ou quand le délai est passé : au plus tard le { $day }.

proposal-declined =
    Merci de me le dire. Personne ne saura ce que vous avez répondu, et vous passez en premier au prochain tour.
    .title = Pas de souci
    .pause = Me mettre en pause
    .next = Rien à faire : je vous écris quand j’ai une autre personne à vous proposer.

proposal-declined-full =
    Merci de me le dire. Personne ne saura ce que vous avez répondu. Vous avez autant de jumelages que vous avez de places; je ne cherche donc personne d’autre.
    .title = Pas de souci
    .profile = Mon profil
    .next = Rien à faire : si un jour vous avez de la place pour une autre personne, dites-le dans votre profil.

proposal-over =
    Le jumelage que je vous proposais ne se fera pas. Cela arrive pour toutes sortes de raisons ordinaires, et ce n’est la faute de personne. Vous passez en premier au prochain tour.
    .title = Pas cette fois
    .pause = Me mettre en pause
    .next = Rien à faire : je vous écris quand j’ai une autre personne à vous proposer.

proposal-over-full =
    Un autre jumelage que je vous proposais ne se fera pas. Cela arrive pour toutes sortes de raisons ordinaires, et ce n’est la faute de personne. Vous avez autant de jumelages que vous avez de places; rien d’autre ne change pour vous.
    .title = Pas cette fois
    .profile = Mon profil
    .next = Rien à faire : si un jour vous avez de la place pour une autre personne, dites-le dans votre profil.

proposal-past =
    Cette proposition appartient au passé; rien n’a été changé.
    .status = Où j’en suis
