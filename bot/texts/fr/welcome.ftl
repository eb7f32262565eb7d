# Rejoindre le programme : l’invitation, le rôle et les quatre consentements.
help-command-join = rejoindre – participer
welcome-invitation-opening = Le mentorat inversé réunit une personne qui maîtrise une nouveauté et une ou un cadre qui veut l’apprendre.
welcome-invitation =
    { $opening } { $meetings ->
        [one] Une rencontre d’environ une heure
       *[other] { $meetings } rencontres d’environ une heure
    } en { $weeks } semaines. C’est votre choix, aujourd’hui et en tout temps; refuser n’a aucun effet sur votre emploi.
    .title = Apprendre l’un de l’autre
    .yes = J’embarque
    .no = Pas pour moi
    .who-sees = Voir ce qui est conservé et qui le voit
    .next = Rien ne presse : cette carte reste valable tant que les inscriptions sont ouvertes.

welcome-closed = Ce tour n’accueille plus personne; rien n’a été changé. Si l’on vous invite au prochain, vous le lirez ici.

welcome-declined =
    Merci de me l’avoir dit. Rien d’autre ne vous est demandé, et personne ne saura pourquoi.
    .title = C’est très bien ainsi
    .join = J’ai changé d’avis
    .next = Vous pouvez embarquer tant que le tour est ouvert : écrivez « rejoindre ».

welcome-in-already =
    Vous participez déjà; rien n’a été changé.
    .title = Vous y êtes
    .status = Où j’en suis
    .profile = Mon profil
    .pause = Prendre une pause
    .leave = Cesser de participer

welcome-on-a-break =
    Vous participez déjà, et vous êtes en pause.
    .title = Vous y êtes
    .resume = Terminer ma pause
    .status = Où j’en suis

welcome-leading =
    Une question d’abord, car aucune liste ne me le dit : dirigez-vous des personnes ou un budget? Un mentor ou une mentore montre du nouveau à quelqu’un qui le fait.
    .title = Dirigez-vous?
    .yes = Oui
    .no = Non
    .skip = J’aime mieux ne pas le dire
    .next = La coordination peut voir votre réponse. Sans elle, je pourrais ne pas vous trouver de jumelage.

welcome-role =
    Préférez-vous montrer ou apprendre? Mentor ou mentore, vous montrez à une ou un cadre ce que vous connaissez bien. Personne mentorée, vous êtes la ou le cadre qui apprend. { $wished ->
        [yes] Vous aviez souhaité l’autre rôle à la fin de votre dernier jumelage;
       *[no] { $suggested ->
            [mentee] Vu votre poste, le rôle de personne mentorée semble naturel;
           *[mentor] Vu votre poste, le rôle de mentor ou mentore semble naturel;
        }
    } les deux vous sont ouverts.
    .title = Votre rôle
    .mentor = Je montre : mentor ou mentore
    .mentee = J’apprends : personne mentorée
    .next = Suivent quatre courts consentements, puis votre profil. Comptez environ trois minutes.

welcome-consent =
    Quatre questions distinctes, toutes à « non » tant que vous n’y touchez pas. Les deux premières sont nécessaires pour participer; les deux dernières sont à votre choix. Vous pouvez relire qui voit quoi en tout temps : écrivez « qui-voit ».
    .title = Ce que vous acceptez
    .submit = Continuer
welcome-consent-matching = Mon profil peut servir à me trouver un jumelage
    .hint = Nécessaire pour participer. Vos niveaux et les personnes à éviter ne sont jamais montrés à personne.
    .needed = Sans cet accord, je ne peux pas chercher de jumelage. Si vous préférez ne pas le donner, fermez simplement ce formulaire : vous ne participez alors pas.
welcome-consent-facts = La coordination peut voir que nous nous rencontrons
    .hint = Nécessaire pour participer. Elle lit ce que dit la liste du personnel, votre rôle, vos sujets et vos langues, ce que vous avez en commun et pourquoi vous êtes jumelés, si vous vous rencontrez, et si votre jumelage aurait besoin d’un coup de main. Rien d’autre sans un autre oui de votre part.
    .needed = Le programme ne peut pas fonctionner si la coordination ne peut pas lire cela. Si vous préférez ne pas donner cet accord, fermez simplement ce formulaire : vous ne participez alors pas.
welcome-consent-statistics = Mes réponses aux bilans peuvent compter dans les statistiques
    .hint = Facultatif. Seulement en sommes de cinq personnes ou plus, jamais par nom.
welcome-consent-recognition = Mon nom peut paraître quand on dit merci
    .hint = Facultatif. Vous pouvez participer sans cela.
