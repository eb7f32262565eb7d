# Ce qui est conservé sur une personne, et qui peut le lire.
privacy-who-sees =
    Tout ce que je conserve sur vous, et toutes les personnes qui peuvent le lire. Votre gestionnaire ne voit rien du tout, et rien d’ici ne peut servir à une évaluation, à une promotion ou à une mesure disciplinaire.
    .title = Qui voit quoi
    .my-data = Voir mes données
    .forget-me = Effacer mes données
    .next = Les messages que vous écrivez ici sont aussi conservés par la plateforme de clavardage, selon les réglages de votre organisation.
privacy-readers-you-partner-coordinators = Vous, la personne jumelée avec vous et la coordination du programme :
privacy-readers-you-coordinators = Vous et la coordination du programme :
privacy-readers-you-partner = Vous et la personne jumelée avec vous :
privacy-readers-you-nameless = Vous; la coordination du programme lit les mots, jamais de qui ils viennent :
privacy-readers-you-sums = Vous; au-delà, seulement des sommes de cinq personnes ou plus, si vous y avez consenti :
privacy-readers-you = Vous seulement :
privacy-readers-nobody = Personne, car ce n’est pas conservé :
privacy-item-name = votre nom, votre équipe et votre bureau
privacy-item-languages = les langues que vous parlez
privacy-item-topics = vos sujets
privacy-item-interests = ce que vous aimez en dehors du travail, si la personne jumelée avec vous l’aime aussi
privacy-item-moments = les moments et les façons de se voir que vous avez en commun
privacy-item-pairing = vos jumelages et propositions de jumelage, leurs dates et leurs raisons
privacy-item-met = si une rencontre a eu lieu
privacy-item-hand = que votre duo aurait besoin d’un coup de main – vous le lisez avant tout le monde
privacy-item-work = ce que dit la liste du personnel des RH : courriel, niveau, date d’arrivée, gestionnaire, fuseau horaire
privacy-item-part = que vous participez, dans quel rôle, et si vous attendez un jumelage
privacy-item-goal = votre objectif
privacy-item-meetings = les jours et heures de vos rencontres
privacy-item-break = la fin d’une pause; l’autre personne lit que le jumelage est en pause, jamais qui l’a demandée
privacy-item-checkins = vos réponses aux bilans
privacy-item-feedback = votre rétroaction à mi-parcours et à la fin
privacy-item-levels = vos niveaux
privacy-item-wishes = les sujets dans vos mots, à moins que vous les partagiez
privacy-item-shared = les sujets dans vos mots que vous partagez, dès que cinq personnes ou plus sont inscrites avec vous
privacy-item-obstacle = ce qui rend difficile d’être débutant ou débutante
privacy-item-avoided = les personnes et les équipes à éviter
privacy-item-answer = votre réponse à une proposition
privacy-item-notes = les notes ajoutées à un bilan
privacy-item-consents = vos quatre consentements
privacy-item-memory = où en est notre conversation, et quels conseils vous avez reçus
privacy-item-concern = que vous avez cherché à qui confier une préoccupation

privacy-data =
    Tout ce que je conserve sur vous, sous une forme que d’autres logiciels peuvent lire. Page { $number } sur { $count }; mises bout à bout, elles forment un seul fichier.
    .title = Vos données
    .more = Page suivante
    .earlier = Page précédente
    .who-sees = Qui voit quoi
    .forget-me = Effacer mes données
    .next = Quelque chose est inexact? Écrivez « profil » pour ce que vous m’avez dit; les RH corrigent la liste du personnel. Pour le reste, demandez à la coordination.
