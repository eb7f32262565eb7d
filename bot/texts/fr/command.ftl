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
import-other-name = { $name }, { $email } : c’est l’adresse de { $holder }, dont le nom et le premier jour de travail sont autres. Toujours la même personne? Ajoutez --same { $email }={ $email }, ou --new { $email } si c’est quelqu’un d’autre.
import-changed-hands = { $name }, { $email } : c’est l’adresse de { $holder }, et cela ressemble à { $known }. Ajoutez --same { $former }={ $email } si c’est cette personne, --same { $email }={ $email } si c’est toujours { $holder }, ou --new { $email } si ce n’est ni l’une ni l’autre.
import-is-back = { $name }, { $email } : vous avez dit que cette personne a quitté l’organisation. Est-elle de retour? Ajoutez --back { $email }, ou --new { $email } si c’est quelqu’un d’autre. Sinon, enlevez la ligne.
import-questions = { $count ->
    [one] Une question reste ouverte; rien n’a été conservé. Répondez-y, puis importez de nouveau.
   *[other] { $count } questions restent ouvertes; rien n’a été conservé. Répondez-y, puis importez de nouveau.
}
import-refused = Rien n’a été conservé.
import-unknown-address = Je ne connais personne par ces adresses, noms ou identifiants : { $emails }.
import-unclear = « { $given } » peut désigner { $known }. Nommez une seule de ces personnes par ce qui suit son nom.
import-two-people = { $name } et la personne à l’adresse { $email } sont deux personnes, d’après ce que je sais. Enlevez --same { $former }={ $email }.
import-not-in-file = Le fichier ne contient pas { $emails }.
import-twice = Les lignes { $line } et { $second } sont une même personne : { $one } et { $other }. Gardez une seule des deux, ou ajoutez --new { $email } si ce sont deux personnes.
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
import-same-how = « { $given } » ne dit pas qui est qui. Écrivez une ancienne adresse, un nom ou un identifiant, puis l’adresse du fichier, comme ancienne@x.org=nouvelle@x.org.
import-unreadable = Impossible de lire { $path } : { $why }.
import-unknown-role = Le fichier ne contient pas { $emails }; impossible de leur donner un rôle. Rien n’a été conservé.
import-region = « { $given } » ne nomme pas un bureau et ses jours fériés. Écrivez par exemple Montréal=CA-QC.
import-region-unknown = Je ne connais pas les jours fériés de { $region }. Écrivez le code d’un pays ou d’une de ses parties, comme CA-QC, FR ou US-NY.
command-address = Le bac à sable est ouvert à { $address } (sur cet ordinateur seulement). Ctrl-C y met fin.
