# Mots communs à toutes les conversations.
moment = { $day } à { $time }

page =
    .previous = Page précédente
    .following = Page suivante

no-programme = Aucun programme n’est en cours pour l’instant. Votre équipe RH ouvrira le prochain; si l’on vous y invite, vous le lirez ici.
no-pairing = Vous n’êtes en jumelage avec personne en ce moment; il n’y a donc pas encore de dates. Écrivez « statut » pour voir où vous en êtes.
stale = Ce bouton n’est plus valable; rien n’a été changé. Écrivez « statut » pour voir où vous en êtes.
not-yours = Cette question a été posée à quelqu’un d’autre; je ne peux pas prendre votre réponse. Écrivez « statut » pour voir les vôtres.
not-allowed = C’est réservé à la coordination du programme. Écrivez « aide » pour voir ce que vous pouvez faire.
already-taken = Je l’ai déjà; rien n’a été fait en double.
stranger = Je ne vous connais pas encore. Demandez à votre équipe RH de vous ajouter aux personnes du programme, puis écrivez-moi de nouveau.
line-too-long = Cela fait { $length } caractères; je peux en prendre { $limit } à la fois. Rien n’a été conservé : envoyez un texte plus court.
field-too-long = Restez sous les { $limit } caractères, s’il vous plaît.
field-length = Cela fait { $length } caractères; { $limit } entrent ici.
field-number = Écrivez un nombre entier de { $low } à { $high }, s’il vous plaît.
field-choose = Faites un choix, s’il vous plaît.
unknown = Je ne connais pas « { $word } ». Écrivez « aide » pour voir ce que je comprends.
unknown-near = Je ne connais pas « { $word } ». Vouliez-vous dire « { $near } »? Écrivez « aide » pour voir tout ce que je comprends.
typed-cancelled = D’accord, j’ai mis ce formulaire de côté. Rien n’a été changé.
typed-progress = Question { $number } sur { $count }
typed-long-list = Il y en a { $count }, trop pour une liste ici. Écrivez leurs noms, séparés par des virgules.
typed-required = J’ai besoin de cette réponse pour continuer.
typed-too-long = C’est trop long pour cette question. Raccourcissez un peu, s’il vous plaît.
typed-yes-or-no = Répondez par « oui » ou « non », s’il vous plaît.
typed-choose = Répondez par le numéro ou les mots d’un choix, s’il vous plaît.
typed-too-many = C’est plus de choix que possible ici. Gardez les plus importants.
typed-hint = { $kind ->
    [switch] Répondez par « oui » ou « non »
    [choice] Répondez par un numéro, ou plusieurs séparés par des virgules
    [dateinput] Répondez par une date, comme 2026-12-31
   *[other] Répondez en une ligne
}{ $optional ->
    [true] , ou « - » pour laisser tel quel. « annuler » arrête ici.
   *[other] . « annuler » arrête ici.
}
