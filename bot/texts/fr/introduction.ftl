# Un jumelage commence : une annonce pour chaque rôle, et comment mener la première rencontre.
help-command-agenda = ordre-du-jour – un guide pour la première rencontre
introduction-mentor =
    Vous accompagnez { $partner } comme mentor ou mentore. C’est vous qui menez : l’ordre des sujets, le rythme, le droit de dire « on recule d’un pas ». Avoir un peu le trac, c’est normal; cette personne l’a demandé. D’abord : choisissez un moment qui vous convient.
    .title = Le jumelage est fait
    .prepare = Comment mener 45 minutes
    .next = Dès que vous choisissez, { $partner } reçoit la question pour toutes vos dates d’un coup.

introduction-mentee =
    { $topics ->
        [0] { $partner } a accepté de vous enseigner.
       *[other] { $partner } a accepté de vous enseigner ceci : { $topic }.
    } Pendant une heure, c’est vous l’élève. Deux habitudes aident plus que tout : être au rendez-vous, et manipuler vous-même. Deux annulations, et l’élan se perd.
    .title = Le jumelage est fait
    .prepare = Comment se laisser enseigner
    .next = { $partner } choisit un premier moment parmi vos heures communes; je vous demande ensuite si cela vous va.

introduction-icebreaker = Pour briser la glace : quelle est la première chose que vous avez apprise à quelqu’un?

introduction-room =
    Voici un espace pour vous deux. { $mentor } mène : l’ordre des sujets, le rythme, le droit de dire « on recule d’un pas ». { $mentee } apprend, les mains à l’ouvrage. J’ai écrit à chaque personne ce qui ne regarde qu’elle.
    .title = Le jumelage est fait
    .choose = Choisir un premier moment
    .next = Je ne lis pas ce que vous écrivez ici. Quand vous appuyez sur un bouton ou m’écrivez, la réponse n’est visible que pour vous.

introduction-agenda = Votre première rencontre, en 45 minutes :
    .stories = 5 minutes : se raconter
    .wish = 10 minutes : ce que la ou le cadre veut savoir faire
    .try = 10 minutes : un premier essai, de ses propres mains
    .agreement = 15 minutes : votre entente (objectifs, rythme, ce qui reste entre vous, un mot d’arrêt)
    .dates = 5 minutes : vérifier les prochaines dates

introduction-prepare-mentor =
    Comment mener 45 minutes avec { $partner } :
    .back = Revenir à la première carte
    .title = Deux minutes pour se préparer
    .one = Demander : que voulez-vous savoir faire, et qu’avez-vous essayé?
    .two = Montrer : une seule chose, lentement, à partir de ses propres dossiers
    .three = Laisser faire : ses mains, vos mots
    .four = Récapituler : une phrase de sa part sur ce qui reste
    .plan = Nos dates

introduction-prepare-mentee =
    Comment tirer le meilleur d’une heure avec { $partner } :
    .back = Revenir à la première carte
    .title = Deux minutes pour se préparer
    .one = Manipuler : c’est vous qui tenez la souris ou le téléphone
    .two = Demander avant de juger : trois questions, au moins
    .three = Dire « je ne sais pas » à voix haute; cela met tout le monde à l’aise
    .four = Remercier pour une chose précise
    .plan = Nos dates

introduction-tomorrow-mentor =
    Vous voyez { $partner } le { $when }, pendant { $minutes } minutes. Un conseil, pour vous seulement :
    .title = Votre prochaine rencontre
    .plan = Il me faut un autre moment
    .next = Après la rencontre, ma question de la semaine prend trois clics en général.

introduction-tomorrow-mentee =
    Le { $when }, { $partner } vous donne { $minutes } minutes. Un conseil, pour vous seulement :
    .title = Votre prochaine rencontre
    .plan = Il me faut un autre moment
    .next = Après la rencontre, ma question de la semaine prend trois clics en général.
