# Ce que dit la ligne de commande.
import-added = Nouvelles personnes
import-changed = Personnes modifiées
import-unchanged = Personnes inchangées
import-dry = Rien n’est encore conservé : c’était un essai. Ajoutez --apply pour conserver ces personnes.
import-done = C’est conservé. On peut maintenant les inviter : une personne de la coordination écrit « /mentor inviter ».
import-left = Départs
import-vanished = { $count ->
    [one] Une personne d’un fichier antérieur n’est plus dans celui-ci. Rien ne change pour elle; nommez les départs avec --left.
   *[other] { $count } personnes d’un fichier antérieur ne sont plus dans celui-ci. Rien ne change pour elles; nommez les départs avec --left.
}
import-vanished-person = – { $name }, { $email }
import-more = – et { $count } de plus
import-same-person = { $name }, { $email } : cela ressemble à { $known }. La même personne? Ajoutez --same { $former }={ $email }, ou --new { $email } si c’est quelqu’un d’autre.
import-questions = { $count ->
    [one] Une question reste ouverte; rien n’a été conservé. Répondez-y, puis importez de nouveau.
   *[other] { $count } questions restent ouvertes; rien n’a été conservé. Répondez-y, puis importez de nouveau.
}
import-refused = Rien n’a été conservé.
import-unknown-address = Je ne connais personne à ces adresses : { $emails }.
import-not-in-file = Ces adresses ne sont pas dans le fichier : { $emails }.
import-twice = Les lignes { $line } et { $second } sont une même personne : { $one } et { $other }. Gardez une seule des deux.
import-left-in-file = Ces personnes sont dans le fichier et ne peuvent donc pas avoir quitté : { $emails }. Enlevez leurs lignes, ou l’option --left.
import-left-coordinator = La seule personne qui coordonne ne peut pas quitter : quelqu’un doit répondre du programme. Nommez d’abord une autre personne, avec --coordinator.
import-one-file = Nommez un seul fichier : celui des personnes, ou celui des jours de fermeture après --closing-days.
import-closings =
    { $added ->
        [0] Aucun jour de fermeture à ajouter
        [one] Une fermeture à ajouter
       *[other] { $added } fermetures à ajouter
    }{ $known ->
        [0] .
       *[other] ; { $known } déjà connues.
    }
import-closings-line = Ligne { $line } : { $why }
import-closings-columns = Les en-têtes doivent être date (ou premier), nom et, au besoin, dernier et bureau; en anglais date (or first), name, last et office. Rien d’autre ne peut les accompagner.
import-closings-office = aucun bureau ne s’appelle « { $office } ». Ceux qui sont connus : { $known }. Laissez la case vide pour tous.
import-closings-many = Cela ferait plus de { $most } fermetures, le plus qui soit gardé à la fois. Retirez-en, ou réunissez des jours qui se suivent par un dernier jour.
import-both-took-part = { $one } et { $other } ont participé toutes les deux et ne peuvent donc pas devenir une seule personne. L’une des deux peut d’abord écrire « oublie-moi ».
import-loop = Avec les personnes déjà connues, { $count } personnes relèvent les unes des autres en cercle : { $loop }. Corrigez le ou la gestionnaire de l’une d’elles.
import-list-unreadable = Impossible de lire { $path }. Le fichier contient une adresse par ligne, ou une paire comme ancienne@x.org=nouvelle@x.org.
import-same-how = « { $given } » ne nomme pas deux adresses. Écrivez l’ancienne et la nouvelle, comme ancienne@x.org=nouvelle@x.org.
import-unreadable = Impossible de lire { $path } : { $why }.
import-unknown-role = Le fichier ne contient pas { $emails }; impossible de leur donner un rôle. Rien n’a été conservé.
import-region = « { $given } » ne nomme pas un bureau et ses jours fériés. Écrivez par exemple Montréal=CA-QC.
import-region-unknown = Je ne connais pas les jours fériés de { $region }. Écrivez le code d’un pays ou d’une de ses parties, comme CA-QC, FR ou US-NY.
command-address = Le bac à sable est ouvert à { $address } (sur cet ordinateur seulement). Ctrl-C y met fin.
