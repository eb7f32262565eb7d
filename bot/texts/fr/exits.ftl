# Arrêter, d’un côté ou de l’autre, sans raison à donner.
help-command-rematch = rejumeler – demander un autre jumelage
help-command-leave = quitter – arrêter, sans raison à donner
exits-not-in = Vous ne participez pas en ce moment; il n’y a donc rien à arrêter. Écrivez « rejoindre » si vous voulez embarquer.
exits-nobody-to-change = Vous n’êtes en jumelage avec personne en ce moment; il n’y a donc rien à changer. Écrivez « statut » pour voir où vous en êtes.

exits-leave =
    Vous pouvez arrêter maintenant, sans raison à donner et sans effet sur votre emploi. Que souhaitez-vous?
    .title = Arrêter
    .stop = Arrêter avec { $partner }
    .out = Quitter le programme
    .pause = Seulement une pause
    .stay = Rester
    .next = Si vous arrêtez, l’autre personne apprend le prochain matin ouvrable que le jumelage a pris fin : jamais qui a arrêté, ni pourquoi.

exits-confirm =
    Vous pouvez quitter maintenant, sans raison à donner et sans effet sur votre emploi. Votre profil est vidé aussitôt.
    .title = Quitter le programme
    .out = Quitter le programme
    .pause = Seulement une pause
    .stay = Rester

exits-rematch =
    Changer de jumelage ou arrêter n’est la faute de personne, et aucune raison n’est à donner. Le jumelage prend fin, et chaque personne peut demander un nouveau jumelage.
    .title = Changer ou arrêter
    .change = Quelqu’un d’autre que { $partner }
    .pause = Seulement une pause
    .stay = Rester
    .next = L’autre personne apprend le prochain matin ouvrable que le jumelage a pris fin : jamais qui l’a demandé, ni pourquoi.

exits-stay =
    C’est bon, rien n’a été changé.
    .status = Où j’en suis

exits-stopped =
    C’est terminé; rien d’autre ne vous est demandé à ce sujet. Merci pour le temps que vous avez donné.
    .title = Le jumelage a pris fin
    .again = Nouveau jumelage
    .rest = Repos
    .back = J’ai changé d’avis
    .why = Dire pourquoi, pour les statistiques seulement
    .next = Le même jumelage ne reviendra pas. « Repos » veut dire le silence jusqu’à votre retour. Jusqu’au prochain matin ouvrable, quand l’autre personne l’apprend, vous pouvez encore changer d’avis : le jumelage continue si l’autre personne n’y a pas mis fin, elle aussi.

exits-changed =
    C’est fait : le jumelage a pris fin, et vous passez en premier au prochain tour.
    .title = Un nouveau jumelage pour vous
    .back = { exits-stopped.back }
    .why = Dire pourquoi, pour les statistiques seulement
    .status = Où j’en suis
    .next = Je vous écris quand j’ai une autre personne à vous proposer. Le même jumelage ne reviendra pas. Jusqu’au prochain matin ouvrable, quand l’autre personne l’apprend, vous pouvez encore changer d’avis : le jumelage continue si l’autre personne n’y a pas mis fin, elle aussi.

exits-back =
    Parfait. Vous continuez avec { $partner } comme si de rien n’était, et personne n’en sait rien.
    .title = Vous continuez
    .status = Où j’en suis
    .help-me = Ce qui peut aider
    .next = Ma prochaine question arrive comme d’habitude.
exits-too-late = Il est trop tard pour revenir là-dessus; rien n’a été changé. Écrivez « statut » pour voir où vous en êtes.

exits-left =
    { $seen ->
        [yes] Vous avez quitté le programme. Votre profil est vidé dès que l’autre personne apprend la fin du jumelage, le prochain matin ouvrable.
       *[no] Vous avez quitté le programme, et votre profil est vide.
    } Il reste le simple fait d’avoir participé; « oublie-moi » l’efface aussi.
    .title = Merci pour le temps que vous avez donné
    .why = Dire pourquoi, pour les statistiques seulement
    .back = J’ai changé d’avis
    .join = J’ai changé d’avis
    .next = Je ne vous écrirai plus au sujet de ce tour.

exits-ended =
    Le jumelage commencé le { $day } a pris fin. Cela arrive, et ce n’est la faute de personne.
    .title = Le jumelage a pris fin
    .again = { exits-stopped.again }
    .rest = { exits-stopped.rest }
    .next = « Repos » veut dire le silence jusqu’à votre retour. Les rencontres encore prévues sont annulées.

exits-waiting =
    Vous êtes sur la liste pour un nouveau jumelage, et vous passez en premier au prochain tour.
    .title = Un nouveau jumelage
    .status = Où j’en suis
    .next = Rien à faire : je vous écris quand j’ai quelqu’un à vous proposer.

exits-next-round =
    Ce tour est terminé; on ne peut plus y trouver personne. Si vous rejoignez le prochain, vous y passerez en premier.
    .title = Un nouveau jumelage
    .status = Où j’en suis
    .next = Si l’on vous invite au prochain tour, vous le lirez ici.

exits-resting =
    Bon repos. Je ne vous cherche personne jusqu’à ce que vous le disiez.
    .title = Repos
    .resume = Revenir
    .next = Rien à faire : écrivez « reprendre » le jour où vous voulez revenir.

exits-why =
    Qu’est-ce qui s’en approche le plus? C’est conservé sans votre nom, ni celui de l’autre personne, ni la date : une marque de plus dans une somme, rien d’autre.
    .title = Pour les statistiques seulement
    .time = Le temps me manque
    .fit = L’entente n’y était pas
    .goal = J’ai obtenu ce que je cherchais
    .work = Mon travail a changé
    .other = Autre chose

exits-thanks =
    Merci. C’est ajouté à la somme, et personne ne peut savoir que cela vient de vous.
    .title = C’est noté
