# Ce qu’une personne offre ou veut apprendre, ses moments libres et les personnes à éviter.
help-command-profile = profil – vos sujets, vos moments et vos préférences
profile-join-first =
    Vous n’avez pas encore de profil. Il vient tout de suite après l’inscription et prend environ trois minutes.
    .title = Votre profil
    .join = Embarquer

profile-mentor =
    Seuls les sujets sont nécessaires. Vous pourrez tout modifier plus tard : écrivez « profil ».
    .title = Ce que vous pourriez montrer
    .submit = Conserver
profile-mentee =
    Seuls votre objectif et un sujet sont nécessaires. Vous pourrez tout modifier plus tard : écrivez « profil ».
    .title = Ce que vous voulez apprendre
    .submit = Conserver

profile-goal = Que voulez-vous savoir faire dans 12 semaines que vous ne savez pas faire aujourd’hui?
    .hint = Une phrase qui commence par un verbe. La personne jumelée avec vous la lira, personne d’autre.
    .needed = Une phrase suffit; c’est à partir d’elle qu’on préparera vos rencontres.
profile-topics-mentor = Que pourriez-vous montrer à une ou un cadre?
    .hint = Au moins un, ici ou dans vos mots plus bas; cinq au plus
profile-topics-mentee = Que voulez-vous apprendre?
    .hint = Au moins un, ici ou dans vos mots plus bas; cinq au plus
profile-others = D’autres sujets, dans vos mots
    .hint = Séparés par des virgules
profile-share = Les RH peuvent lire ces mots, sans mon nom, pour en faire un sujet
    .hint = Sans cela, personne d’autre que vous ne les voit. Avec cela, les RH les voient parmi les mots d’au moins cinq personnes inscrites.
profile-topics-needed = Choisissez au moins un sujet, ou écrivez le vôtre dans le champ des autres sujets.
profile-topics-too-many = C’est plus de { $most } sujets. Gardez ceux qui comptent le plus.

profile-obstacle = Qu’est-ce qui rendra difficile d’être débutant ou débutante?
    .hint = Privé. Cela m’aide seulement à choisir les conseils à vous donner.
profile-obstacle-time = Trouver le temps
profile-obstacle-lost = La peur d’avoir l’air de ne pas savoir
profile-obstacle-deciding = L’habitude de trancher
profile-obstacle-none = Rien de particulier

profile-slots = À quels moments êtes-vous le plus souvent libre?
    .hint = À votre heure locale. Laissez vide si tous les moments conviennent.
profile-slot = { $weekday ->
    [0] Lundi
    [1] Mardi
    [2] Mercredi
    [3] Jeudi
   *[4] Vendredi
} { $part ->
    [am] matin
    [noon] midi
   *[pm] après-midi
}
profile-formats = Comment aimeriez-vous vous rencontrer?
    .hint = Laissez vide si les deux conviennent
profile-format-site = En personne
profile-format-video = En vidéo
profile-capacity-mentor = Combien de personnes pourriez-vous accompagner à la fois?
    .hint = Une seule, c’est très bien pour une première fois
profile-capacity-mentor-1 = Une personne
profile-capacity-mentor-2 = Deux personnes
profile-capacity-mentor-3 = Trois personnes
profile-capacity-mentee = Combien de mentors ou mentores aimeriez-vous à la fois?
    .hint = Chaque jumelage a ses propres rencontres
profile-capacity-mentee-1 = Un jumelage
profile-capacity-mentee-2 = Deux jumelages
profile-interests = Qu’aimez-vous en dehors du travail?
    .hint = Jusqu’à cinq, si vous le voulez : de quoi commencer la conversation. L’autre personne voit seulement ce que vous aimez toutes les deux.

profile-avoid = Y a-t-il une personne à éviter dans votre jumelage?
    .hint = Noms ou courriels, séparés par des virgules. Privé : ni cette personne ni les RH ne le voient.
profile-avoid-nobody = Je ne trouve ici personne du nom de « { $name } » avec qui un jumelage serait possible. Vérifiez l’orthographe ou écrivez son courriel.
profile-avoid-several = Plusieurs personnes répondent au nom de « { $name } » : { $names }. Écrivez l’un de ces noms tel quel, ou un courriel.
profile-departments = Y a-t-il une équipe à éviter dans votre jumelage?
    .hint = Privé : ni cette équipe ni les RH ne le voient.

profile-levels-mentor =
    1, c’est un peu; 5, c’est tout à fait. Privé : cela aide seulement à trouver un bon jumelage.
    .title = Êtes-vous à l’aise?
    .submit = Terminer
profile-level-mentor-1 = 1 – je me débrouille
profile-level-mentor-2 = 2 – je m’en sers
profile-level-mentor-3 = 3 – je connais bien
profile-level-mentor-4 = 4 – j’aide déjà d’autres personnes
profile-level-mentor-5 = 5 – je pourrais l’enseigner demain
profile-levels-mentee =
    Où en êtes-vous aujourd’hui? Privé : cela aide seulement à trouver un bon jumelage.
    .title = Votre niveau actuel
    .submit = Terminer
profile-level-mentee-1 = 1 – tout est nouveau
profile-level-mentee-2 = 2 – j’en ai entendu parler
profile-level-mentee-3 = 3 – j’ai essayé
profile-level-mentee-4 = 4 – je m’en sers avec de l’aide
profile-level-mentee-5 = 5 – je m’en sers sans aide

profile-saved =
    Votre profil est conservé et vous participez. Merci.
    .title = Vous y êtes
    .status = Où j’en suis
    .profile = Modifier mon profil
    .next = Vous aurez de mes nouvelles au plus tard le { $day }, jumelage ou non.
profile-saved-late =
    Votre profil est conservé et vous participez. Merci.
    .title = Vous y êtes
    .status = Où j’en suis
    .profile = Modifier mon profil
    .next = Des jumelages de ce tour sont peut-être déjà faits. Vous aurez de mes nouvelles dès qu’il y aura un jumelage pour vous.
profile-no-partner-yet =
    C’est aujourd’hui que je vous devais une réponse. Il n’y a pas encore de jumelage pour vous; je continue de chercher.
    .title = Pas encore de jumelage
    .status = Où j’en suis
    .profile = Modifier mon profil
    .next = Vous aurez de mes nouvelles dès qu’il y en aura un. Vous n’avez rien à faire.
profile-kept =
    Votre profil est conservé. Il comptera la prochaine fois que je vous chercherai un jumelage.
    .title = Votre profil est conservé
    .status = Où j’en suis
    .profile = Modifier mon profil
    .next = Votre jumelage actuel se poursuit tel quel.
profile-wish = « { $words } »
profile-wishes = Je n’ai pas encore { $words } parmi mes sujets. Je garde vos mots tels quels{ $shared ->
    [true] , et les RH pourront les lire sans votre nom.
   *[false] , pour vous seulement.
}
profile-avoided = Entre nous : aucun jumelage ne vous sera proposé avec { $names }.
profile-prepare = { $role ->
    [mentee] Deux minutes : comment apprendre
   *[mentor] Deux minutes : mener 45 minutes
}
profile-prepare-mentor =
    C’est vous qui menez : l’ordre, le rythme, le droit de reculer d’un pas. Une bonne rencontre de 45 minutes a quatre temps.
    .title = Comment mener 45 minutes
    .first = Demandez : que voulez-vous savoir faire à la fin?
    .second = Montrez une seule chose, lentement, à partir de ses propres dossiers.
    .third = Laissez conduire : ses mains sur le clavier, pas les vôtres.
    .fourth = Récapitulez : l’autre personne dit ce qu’elle retient et ce qu’elle essaiera sans aide.
    .status = Où j’en suis
    .next = Gardez ceci pour votre première rencontre; je vous écrirai dès qu’il y aura un jumelage.
profile-prepare-mentee =
    Pendant une heure, c’est vous qui apprenez. Quatre habitudes aident plus que tout.
    .title = Comment apprendre
    .first = Manipulez : faites-le vous-même, même si c’est plus lent.
    .second = Des questions avant une opinion : posez-en trois d’abord.
    .third = Soyez là : au rendez-vous, téléphone retourné.
    .fourth = Remerciez avec précision : nommez une chose qui changera pour vous.
    .status = Où j’en suis
    .next = Gardez ceci pour votre première rencontre; je vous écrirai dès qu’il y aura un jumelage.
profile-leads = Dirigez-vous des personnes ou un budget?
    .hint = Aucune liste ne le dit, alors votre parole compte; la coordination peut la voir.
profile-leads-yes = Oui
profile-leads-no = Non
