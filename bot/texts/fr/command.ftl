# Ce que dit la ligne de commande.
import-added = Nouvelles personnes
import-changed = Personnes modifiées
import-unchanged = Personnes inchangées
import-dry = Rien n’est encore conservé : c’était un essai. Ajoutez --apply pour conserver ces personnes.
import-done = C’est conservé. On peut maintenant les inviter : une personne de la coordination écrit « /mentor inviter ».
import-unreadable = Impossible de lire { $path } : { $why }.
import-unknown-role = Le fichier ne contient pas { $emails }; impossible de leur donner un rôle. Rien n’a été conservé.
import-region = « { $given } » ne nomme pas un bureau et ses jours fériés. Écrivez par exemple Montréal=CA-QC.
import-region-unknown = Je ne connais pas les jours fériés de { $region }. Écrivez le code d’un pays ou d’une de ses parties, comme CA-QC, FR ou US-NY.
command-address = Le bac à sable est ouvert à { $address } (sur cet ordinateur seulement). Ctrl-C y met fin.
