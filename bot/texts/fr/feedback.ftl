# Les deux rétroactions plus longues, à mi-chemin et à la fin.
help-command-feedback = rétroaction – votre rétroaction de mi-parcours ou de fin, le moment venu

feedback-invite-mid = { $partner } et vous êtes à mi-chemin. Quelques petites questions aideront la deuxième moitié; environ deux minutes.
    .title = À mi-chemin
    .start = Commencer
    .next = Cela remplace le bilan de cette semaine. Vos réponses restent privées; une seule phrase peut aller à { $partner }, et seulement si vous la cochez.
feedback-invite-final = Vos semaines prévues avec { $partner } tirent à leur fin. Un dernier regard en arrière; environ trois minutes.
    .title = Regard en arrière
    .start = Commencer
    .next = Cela remplace le bilan de cette semaine. Vos réponses restent privées, sauf ce que vous cochez ou écrivez à { $partner }.
feedback-nudge = { $reminder ->
    [last] Mon dernier rappel : { $kind ->
        [final] trois minutes suffisent pour revenir sur votre temps avec { $partner }.
       *[mid] quelques questions sur le chemin fait avec { $partner }, deux minutes environ.
    }
   *[other] { $kind ->
        [final] Quand vous aurez trois minutes : un dernier regard sur votre temps avec { $partner }.
       *[mid] Quand vous aurez deux minutes : j’aimerais savoir comment ça va avec { $partner }.
    }
}
    .start = Commencer

feedback-scale =
    .n1 = 1 – pas du tout
    .n2 = 2 – un peu
    .n3 = 3 – à moitié
    .n4 = 4 – en bonne partie
    .n5 = 5 – tout à fait

feedback-mid = Personne d’autre que vous ne voit ces réponses; la coordination voit seulement si les jumelages se rencontrent. Seule votre dernière phrase peut aller à { $partner }, et seulement si vous la cochez.
    .title = À mi-chemin
    .submit = Terminé
feedback-ask-met = Avez-vous pu vous voir depuis la dernière fois?
    .no = Pas cette fois
feedback-ask-progress = { $role ->
    [mentor] La personne que vous accompagnez est-elle près de son objectif?
   *[other] Êtes-vous près de votre objectif?
}
feedback-ask-expectations = Nous sommes d’accord sur ce que nous attendons de l’autre
feedback-ask-voice = Je peux dire ce que je pense
feedback-ask-partner = Nous deux, à partir de maintenant
    .keep = Continuer tel quel
    .adjust = Ajuster quelque chose
    .change = Changer de partenaire
feedback-change = Vous pouvez changer de partenaire maintenant, sans donner de raison, et ce n’est la faute de personne. Rien n’est encore fait.
    .rematch = Voir comment
    .next = Si vous préférez continuer, il n’y a rien à faire.
feedback-ask-change = Une chose à changer la prochaine fois
    .hint = Facultatif.
feedback-ask-share = Transmettre cette seule phrase à l’autre personne
    .hint = Mot pour mot, avec votre nom. Non, tant que vous n’y touchez pas.
    .empty = Il n’y a pas encore de phrase à transmettre : écrivez-en une, ou décochez la case.
feedback-shared = { $partner } a fait le point sur vos rencontres et tient à vous remettre cette phrase :
    .title = Une chose pour la prochaine fois
feedback-thanks = Merci. Cela reste entre nous, et la deuxième moitié vous appartient.
feedback-thanks-shared = Merci. { $partner } recevra votre phrase pendant ses heures de travail; le reste demeure entre nous.
feedback-thanks-unshared = Merci. Je n’arrive pas à joindre { $partner } en ce moment; votre phrase n’a donc pas été transmise, et rien d’autre ne sort d’ici.

feedback-final = Personne d’autre que vous ne voit ces réponses, sauf ce que vous cochez ou écrivez à { $partner }; la coordination voit seulement si les jumelages se rencontrent.
    .title = Regard en arrière
    .submit = Terminé
feedback-ask-level_now = { $role ->
    [mentor] Aujourd’hui, à quel point êtes-vous à l’aise de montrer quelque chose à une ou un cadre?
   *[other] Aujourd’hui, à quel point savez-vous faire ce que vous vouliez apprendre?
}
feedback-ask-level_then = { $role ->
    [mentor] Avec le recul, à quel point étiez-vous vraiment à l’aise au début?
   *[other] Avec le recul, à quel point saviez-vous vraiment le faire au début?
}
feedback-ask-listened = L’écoute a été mutuelle
feedback-ask-myself = J’ai pu rester moi-même, même quand je ne savais pas
feedback-ask-recommend = Recommanderiez-vous le programme à une ou un collègue? (0 – non, 10 – sans hésiter)
feedback-ask-changed = Une chose que j’ai changée grâce à cela
    .hint = Facultatif.
feedback-ask-publish = La coordination peut lire cette chose parmi les bons coups, avec mon nom
    .hint = Seulement si vous avez aussi accepté que votre nom paraisse. Non, tant que vous n’y touchez pas.
    .empty = Il n’y a encore rien à montrer : écrivez une chose, ou décochez la case.
feedback-ask-next = Et après?
    .continue = Nous continuons par nous-mêmes
    .new = Nouveau jumelage
    .swap = L’autre rôle
    .stop = Je m’arrête ici
feedback-ask-thanks = Un mot de remerciement pour votre mentor ou mentore
    .hint = Facultatif. La personne le recevra mot pour mot, avec votre nom.
feedback-done = Merci pour tout ce que vous y avez mis. Le { $day }, je clos votre jumelage avec { $partner }; rien d’autre à faire.
feedback-done-thanks = Merci pour tout ce que vous y avez mis. Le { $day }, je clos votre jumelage, et { $partner } recevra votre mot de remerciement tel quel.
feedback-none = Aucune rétroaction n’est ouverte pour l’instant. Je vous écris à mi-chemin et à la fin.
feedback-answered = J’ai déjà vos réponses; rien n’a été changé.
feedback-lapsed = Cette rétroaction est fermée, et c’est correct : rien n’a été changé. Écrivez « statut » pour voir où vous en êtes.

feedback-closing-mentor = Votre jumelage avec { $partner } arrive à sa fin prévue. Merci de l’avoir mené. Ces mots sont à vous, pour un portfolio ou un profil :
    .title = Bravo
    .again = { exits-ended.again }
    .rest = { exits-ended.rest }
    .leave = Quitter le programme
feedback-closing-mentee = Votre jumelage avec { $partner } arrive à sa fin prévue. Merci d’avoir accepté d’apprendre ainsi. Ce que vous continuez de faire de vos propres mains, c’est ce qui reste.
    .title = Bravo
    .again = { exits-ended.again }
    .rest = { exits-ended.rest }
    .leave = Quitter le programme
feedback-certificate = { $mentor } a accompagné une personne cadre en mentorat inversé dans « { $programme } », du { $start } au { $end }{ $meetings ->
    [0] .
    [one] , lors d’une rencontre.
   *[other] , lors de { $meetings } rencontres.
}
feedback-thank-you = { $partner } a écrit ceci pour vous :
feedback-wish = { $wish ->
    [new] Vous êtes sur la liste pour une nouvelle personne, et vous passez en premier au prochain tour.
    [swap] Vous aimeriez l’autre rôle : je vous le proposerai quand vous embarquerez au prochain tour. D’ici là, je ne cherche personne pour vous.
    [stop] Je ne cherche plus personne pour vous. Si vous le voulez, vous pouvez quitter le programme pour de bon.
   *[continue] Bonne suite par vous-mêmes : je ne demande plus rien, et je ne cherche personne d’autre tant que vous ne le dites pas.
}
