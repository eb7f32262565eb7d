# Effacer tout ce qui est conservé sur une personne.
help-command-forget-me = oublie-moi – tout effacer
erasure-sure =
    Ceci efface tout ce que je conserve sur vous, pour de bon et tout de suite. Personne ne saura pourquoi.
    .title = Tout effacer?
    .yes = Tout effacer
    .no = Tout garder
    .my-data = Voir mes données d’abord
    .pause = Plutôt une pause
    .next = Vous voulez une copie? Écrivez d’abord « mes-données » : après, il n’y aura plus rien à montrer.
erasure-goes-profile = votre nom, votre courriel, votre profil et vos consentements
erasure-goes-answers = vos bilans, votre rétroaction et vos notes
erasure-goes-pairing = un jumelage en cours se termine aussitôt; l’autre personne peut le voir, et lit le prochain matin ouvrable seulement qu’il est terminé
erasure-goes-account = le lien avec cette conversation : je ne vous connaîtrai plus
erasure-stays = Ce qui reste, sans votre nom :
erasure-stays-tombstone = une entrée vide, pour que l’autre personne garde les dates d’un jumelage passé
erasure-stays-decisions = les décisions prises à la coordination, sous un numéro qui ne mène plus à vous
erasure-last-coordinator = Vous assurez seul ou seule la coordination, et les personnes du programme en ont besoin. Demandez aux RH de nommer quelqu’un d’autre, puis écrivez de nouveau « oublie-moi ». Rien n’a été changé.
erasure-kept =
    Rien n’a été effacé.
    .title = Tout est comme avant
    .status = Où j’en suis
erasure-done =
    C’est fait : { $count ->
        [one] { $count } entrée à votre sujet est effacée
       *[other] { $count } entrées à votre sujet sont effacées
    }, et votre nom avec elles. Merci du temps que vous avez donné.
    .title = Effacé
    .next = Je ne vous écrirai plus, à moins que votre organisation vous ajoute de nouveau aux personnes du programme.
