# Ce qu’on peut écrire, et à qui confier une préoccupation.
help-commands =
    J’anime le programme de mentorat inversé : je demande qui veut participer, je trouve des jumelages et je garde le contact. Écrivez l’un de ces mots. Quand je vous pose une question, le numéro d’une réponse suffit aussi : 1 pour la première.
    .title = Ce que je sais faire
    .status = Où j’en suis
    .who-sees = Qui voit quoi
    .report = J’ai une préoccupation
help-hello =
    J’anime le programme de mentorat inversé : une personne qui maîtrise une nouveauté la montre à une ou un cadre qui veut l’apprendre. Participer est votre choix, aujourd’hui et en tout temps.
    .title = Bonjour
    .status = Où j’en suis
    .who-sees = Qui voit quoi
    .help = Ce que je sais faire
help-hello-coordinator =
    Vous coordonnez le programme de mentorat inversé. Où il en est et ce qu’il faut décider ensuite : c’est à un clic.
    .title = Bonjour
    .admin = Où il en est
    .help = Ce que je sais faire
help-hello-first =
    Vous coordonnez ici le mentorat inversé, et il commence en trois temps. D’abord, vous en réglez le rythme et ouvrez un tour : le bouton ci-dessous y mène. Écrivez ensuite « inviter », et je demande à chaque personne admissible si elle veut participer. Quand assez de gens auront accepté, écrivez « jumeler » : je propose des jumelages avec mes raisons, et personne n’en sait rien avant votre approbation.
    .title = Bienvenue
    .programme = Régler le programme
    .help = Ce que je sais faire
    .next = La personne qui gère mon serveur peut vérifier en tout temps que tout va bien : « passerelle doctor ».
help-hello-nobody =
    Personne ne coordonne encore le mentorat inversé ici, et rien ne commence avant cela. La personne qui gère mon serveur nomme quelqu’un : par son courriel lors de l’importation des gens, ou par son identifiant de membre dans les réglages de Slack. Cette personne m’écrit ensuite « programme ».
    .title = Bienvenue
    .who-sees = Qui voit quoi
    .help = Ce que je sais faire
    .next = « passerelle doctor », sur le serveur, dit ce qui manque encore.
help-group-everybody = Pour tout le monde
help-group-participants = Pendant votre participation
help-group-coordinators = Pour la coordination
help-command-hello = bonjour – par où commencer
help-command-report = signaler – une personne de l’extérieur à qui parler
help-command-help = aide – cette carte

help-concern =
    Vous pouvez parler à l’une de ces personnes. { $line ->
        [known] Aucune ne fait partie de votre ligne hiérarchique ni de celle de la personne jumelée avec vous.
       *[unknown] On ne m’a pas indiqué toutes les lignes hiérarchiques : choisissez une personne qui n’est ni dans la vôtre, ni dans celle de la personne jumelée avec vous.
    } Écrivez-leur directement : je ne transmets rien et je ne conserve pas que vous l’avez demandé.
    .title = Une personne de l’extérieur à qui parler
    .status = Où j’en suis
    .leave = Arrêter le jumelage maintenant
    .next = Votre organisation les a nommées pour cela; sa politique contre le harcèlement dit comment vos propos sont protégés. En cas de danger, appelez d’abord les services d’urgence.
help-contact-wanted =
    En ce moment, certaines personnes du programme n’ont personne à qui confier une préoccupation : parmi les personnes désignées, certaines sont absentes, sont parties ou se trouvent dans une ligne hiérarchique. Veuillez en désigner une de plus, de préférence d’un autre secteur de l’organisation. Je ne dis à personne de qui il s’agit, ni si quelqu’un l’a demandé.
    .title = Une personne de plus à désigner
    .who-sees = Qui voit quoi
    .contacts = Désigner quelqu’un
    .next = Écrivez « personnes-ressources » en tout temps pour voir qui est désigné et en désigner d’autres.
help-nobody-to-tell =
    Personne ici n’est en ce moment à la fois hors de votre ligne hiérarchique et de celle de la personne jumelée avec vous. Adressez-vous à la personne nommée dans la politique contre le harcèlement de votre organisation, ou à un organisme externe comme celui des normes du travail. { $asked ->
        [yes] Je demande à la coordination de désigner une personne de plus; elle ne lit ni qui l’a demandé, ni pourquoi.
       *[no] { "" }
    } Je ne transmets rien et je ne conserve pas que vous l’avez demandé.
    .title = Une personne de l’extérieur à qui parler
    .status = Où j’en suis
    .next = Vous pouvez arrêter le jumelage en tout temps, sans raison à donner : écrivez « quitter ».
