# Où en est une personne, ses pauses et sa langue.
help-command-status = statut – où vous en êtes et ce qui vient ensuite
help-command-pause = pause, pause 2 semaines – prendre une pause
help-command-resume = reprendre – terminer votre pause
help-command-lang = langue fr, langue en – la langue dans laquelle je vous écris
settings-role = { $role ->
    [mentee] Personne mentorée : vous apprenez
   *[mentor] Mentor ou mentore : vous montrez
}
settings-fact-partner = Jumelage avec
settings-fact-role = Votre rôle
settings-fact-meeting = Prochaine rencontre
settings-fact-checkin = Prochain bilan
settings-fact-now = En ce moment
settings-fact-resting = en pause : ni rencontres, ni questions
settings-fact-ends = Fin prévue
settings-fact-none = rien de prévu
settings-proposed-too = Un autre jumelage vous a été proposé; la carte se trouve plus haut dans cette conversation.

settings-status-none =
    Vous ne participez à rien pour l’instant, et aucun programme n’est ouvert.
    .title = Où vous en êtes
    .next = Si l’on vous invite à un programme, vous le lirez ici.
settings-status-free =
    Les inscriptions au mentorat inversé sont ouvertes. Vous n’y participez pas.
    .title = Où vous en êtes
    .join = M’en dire plus
    .next = Rien ne se passe tant que vous n’embarquez pas. Vous pouvez le faire tant que le tour est ouvert.
settings-status-invited =
    Vous avez reçu une invitation et n’y avez pas répondu. Ne pas répondre, c’est permis aussi.
    .title = Où vous en êtes
    .join = Voir l’invitation
    .next = Rien ne se passe tant que vous n’embarquez pas.
settings-status-choosing =
    Vous avez dit oui. Vos consentements ou votre profil ne sont pas complets; vous ne participez donc pas encore.
    .title = Où vous en êtes
    .join = Reprendre où j’en étais
    .next = Il faut environ trois minutes, au moment qui vous convient.
settings-status-declined =
    Vous avez dit non à ce tour. C’est très bien ainsi.
    .title = Où vous en êtes
    .join = J’ai changé d’avis
    .next = Je ne vous le redemanderai pas pour ce tour.
settings-status-left =
    Vous avez cessé de participer. Merci du temps que vous avez donné.
    .title = Où vous en êtes
    .join = Embarquer de nouveau
    .next = Je ne vous le redemanderai pas pour ce tour.
settings-status-waiting =
    Vous participez, et je vous cherche un jumelage.
    .title = Où vous en êtes
    .profile = Mon profil
    .pause = Prendre une pause
    .who-sees = Qui voit quoi
    .next = Vous aurez de mes nouvelles au plus tard le { $day }, jumelage ou non.
settings-status-waiting-on =
    Vous participez, et je vous cherche toujours un jumelage.
    .title = Où vous en êtes
    .profile = Mon profil
    .pause = Prendre une pause
    .who-sees = Qui voit quoi
    .next = Je vous écrirai dès qu’il y en aura un.
settings-status-asked =
    Un jumelage vous a été proposé; la carte se trouve plus haut dans cette conversation et attend votre réponse.
    .title = Où vous en êtes
    .profile = Mon profil
    .pause = Prendre une pause
    .who-sees = Qui voit quoi
    .next = Sans réponse, la proposition tombe d’elle-même, sans reproche.
settings-status-answered =
    Vous avez dit oui à une proposition. J’attends que les deux réponses soient là.
    .title = Où vous en êtes
    .profile = Mon profil
    .pause = Prendre une pause
    .who-sees = Qui voit quoi
    .next = Je vous écrirai dès que c’est réglé, au plus tard le { $day }.
settings-status-paired =
    Votre jumelage est en cours.
    .title = Où vous en êtes
    .plan = Nos rencontres
    .checkin = Faire mon bilan
    .pause = Prendre une pause
    .who-sees = Qui voit quoi
    .next = Je prendrai des nouvelles au prochain bilan.
settings-status-resting =
    Votre jumelage est en pause. Rien n’est attendu de vous.
    .title = Où vous en êtes
    .profile = Mon profil
    .leave = Cesser de participer
    .next = Je vous écrirai quand il reprendra.
settings-status-paused =
    Vous êtes en pause, aussi longtemps que vous voulez. Je ne vous demande rien jusqu’à votre retour.
    .title = Où vous en êtes
    .resume = Terminer ma pause
    .profile = Mon profil
    .next = Écrivez « reprendre » quand vous voudrez continuer.
settings-status-paused-until =
    Vous êtes en pause jusqu’au { $until }. D’ici là, je ne vous demande rien.
    .title = Où vous en êtes
    .resume = Terminer ma pause
    .profile = Mon profil
    .next = Elle se termine d’elle-même, et je vous écris ce jour-là. Écrivez « reprendre » pour revenir plus tôt.

settings-not-in = Vous ne participez pas pour l’instant; il n’y a donc rien à mettre en pause. Écrivez « rejoindre » pour participer.
settings-pause =
    Bonne idée. Pendant une pause, je ne vous demande rien, et elle se termine d’elle-même. Si votre jumelage est en cours, l’autre personne lit qu’il est en pause, pas pourquoi.
    .title = Combien de temps?
    .two = Deux semaines
    .four = Quatre semaines
    .day = Jusqu’à un jour de mon choix
settings-which-day =
    Je garderai le silence jusqu’au matin de ce jour-là.
    .title = Pause jusqu’au
    .submit = Commencer ma pause
    .label = Jour du retour
    .hint = Dans les douze prochains mois
settings-day-unreadable = Je n’ai pas pu lire ce jour; rien n’a été changé. Écrivez-le comme { $example }, ou « 2 semaines ».
settings-day-past = Il faut un jour à venir; rien n’a été changé. Écrivez-le comme { $example }.
settings-day-far = Une pause dure au plus douze mois; rien n’a été changé. Écrivez « quitter » si vous préférez arrêter.
settings-paused =
    Vous êtes en pause jusqu’au { $day }. D’ici là, je ne vous demande rien.
    .title = Bonne pause
    .resume = Terminer ma pause maintenant
    .status = Où j’en suis
    .next = Elle se termine d’elle-même, et je vous écris ce jour-là. Écrivez « reprendre » pour revenir plus tôt.
settings-no-date = { $count ->
    [one] La rencontre du { $when } avec { $partner } tombe pendant la pause et n’aura pas lieu.
   *[other] La rencontre du { $when } avec { $partner } tombe pendant la pause, comme les suivantes; elles n’auront pas lieu.
}
settings-withdrawn = La proposition que vous aviez est retirée, sans reproche. Je chercherai de nouveau à votre retour.
settings-no-break =
    Vous n’êtes pas en pause; rien n’a été changé.
    .title = Vous êtes là
    .status = Où j’en suis
    .pause = Prendre une pause
settings-back =
    Votre pause est terminée et vous participez de nouveau.
    .title = Heureux retour
    .status = Où j’en suis
    .pause = Encore un peu
    .next = Je vous cherche un jumelage et vous écrirai dès qu’il y en aura un.
settings-back-paired =
    Votre pause est terminée, et votre jumelage avec { $partner } se poursuit.
    .title = Heureux retour
    .plan = Nos rencontres
    .status = Où j’en suis
    .pause = Encore un peu
    .next = { $dated ->
        [yes] Votre rencontre du { $when } avec { $partner } tient toujours.
       *[no] Choisissez votre prochaine rencontre à un moment qui convient aux deux.
    } Je prendrai des nouvelles le { $day }.
settings-back-resting =
    Votre pause est terminée. Votre jumelage avec { $partner } reste en pause encore un peu; rien n’est attendu de vous.
    .title = Heureux retour
    .status = Où j’en suis
    .next = Je vous écrirai quand il reprendra.
settings-silent =
    Je n’ai pas eu de vos nouvelles depuis trois semaines; j’ai donc cessé de demander, et vous êtes en pause. Ce n’est pas un problème, et personne ne saura pourquoi.
    .title = Vous êtes en pause
    .yes = Me revoilà
    .status = Où j’en suis
    .leave = Cesser de participer
    .next = Rien ne se passe avant votre retour : un seul bouton, ou écrivez « reprendre ».
settings-resting =
    Votre jumelage avec { $partner } est en pause. Rien n’est attendu de vous.
    .title = Une pause
    .status = Où j’en suis
    .next = Je vous écrirai quand il reprendra.
settings-awake =
    La pause est terminée : votre jumelage avec { $partner } se poursuit.
    .title = On continue
    .plan = Nos rencontres
    .status = Où j’en suis
    .next = { $dated ->
        [yes] Votre rencontre du { $when } avec { $partner } tient toujours.
       *[no] Choisissez votre prochaine rencontre à un moment qui convient aux deux.
    } Je prendrai des nouvelles le { $day }.

settings-language =
    Dans quelle langue voulez-vous que je vous écrive? · In which language shall I write to you?
    .title = Langue · Language
settings-en = English
settings-fr = Français
settings-language-unknown = Je ne parle pas encore « { $word } ». Écrivez « langue fr » pour le français ou « langue en » pour l’anglais.
settings-speaks =
    Désormais, je vous écris en français.{ $paired ->
        [yes] { " " }L’autre personne de votre jumelage garde sa langue.
       *[no] { "" }
    }
    .title = Langue
    .status = Où j’en suis
    .help = Ce que je sais faire
