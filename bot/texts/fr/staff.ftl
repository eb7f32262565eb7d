# Ce que seules les RH savent du personnel : départs, absences et retours.
help-command-leaver = départ – dire qui a quitté l’organisation : « départ ana@example.org »
help-command-absent = absence – dire qui est en absence : « absence ana@example.org jusqu’au 2026-12-20 »
help-command-returned = retour – dire qui est de retour : « retour ana@example.org »
staff-leaver-how = De qui s’agit-il? Écrivez l’adresse courriel après le mot, par exemple « départ ana@example.org ». Rien n’a été changé.
staff-absent-how = Qui est en absence, et jusqu’à quand? Écrivez une adresse courriel et le jour du retour, par exemple « absence ana@example.org jusqu’au { $example } ». Rien n’a été changé.
staff-returned-how = De qui s’agit-il? Écrivez l’adresse courriel après le mot, par exemple « retour ana@example.org ». Rien n’a été changé.
staff-unknown = Je ne connais personne à l’adresse { $email }; rien n’a été changé. Vérifiez comment la liste des RH l’écrit.
staff-has-left = { $name } a déjà quitté; rien n’a été changé. Si c’est une erreur, écrivez « retour { $email } ».
staff-is-here = { $name } n’est pas en absence et n’a pas quitté; rien n’a été changé.
staff-last-coordinator = Personne d’autre ne coordonne, et quelqu’un doit répondre du programme. Nommez d’abord une autre personne; rien n’a été changé.
staff-day-unreadable = Je n’ai pas pu lire ce jour; rien n’a été changé. Écrivez-le comme { $example }, ou « 2 semaines ».
staff-day-past = Il faut un jour à venir; rien n’a été changé. Écrivez-le comme { $example }.
staff-day-far = Une absence dure au plus douze mois; rien n’a été changé. Si la personne ne revient pas, écrivez « départ » et son adresse.
staff-leaver =
    { $name }, { $email } : cette personne ne travaille-t-elle plus ici? Si oui, sa participation prend fin, et je ne lui écris plus.
    .title = Un départ
    .yes = Oui, c’est un départ
    .no = Non, ne rien changer
    .next = L’autre personne d’un jumelage apprend le prochain matin ouvrable qu’il a pris fin, dans les mots habituels et sans raison.
staff-left =
    C’est noté : { $name } ne travaille plus ici. Qui y a perdu son jumelage passe en premier au prochain tour.
    .title = Un départ
    .console = Où en sont les choses
    .next = Une erreur? Écrivez « retour { $email } ». Un jumelage qui a pris fin ne reprend pas.
staff-kept =
    C’est bon, rien n’a été changé.
    .console = Où en sont les choses
staff-absent =
    C’est noté : { $name } est en absence jusqu’au { $day }. Sa participation se repose d’ici là, puis reprend d’elle-même.
    .title = Une absence
    .console = Où en sont les choses
    .next = L’autre personne d’un jumelage apprend qu’il fait une pause, jamais pourquoi. De retour plus tôt? Écrivez « retour { $email } ».
staff-returned =
    C’est noté : { $name } est de retour. L’absence prend fin maintenant. Un jumelage continue si l’autre personne n’en avait pas encore appris la fin; sinon, il ne reprend pas.
    .title = Un retour
    .console = Où en sont les choses
staff-closed =
    Le compte de { $name }, { $email }, est fermé depuis le { $since }, et la plateforme ne dit pas pourquoi. Sa participation se repose en attendant. Cette personne a-t-elle quitté l’organisation?
    .title = Un compte fermé
    .left = Oui, c’est un départ
    .away = En absence jusqu’au…
    .wait = On ne le sait pas encore
    .next = Si le compte rouvre, tout reprend de soi-même. S’il reste fermé et que personne ne répond, je considère le { $day } qu’il s’agit d’un départ.
staff-settled = La question au sujet de { $name } est réglée; rien n’a été changé.
staff-waits =
    { $last ->
        [yes] J’attends. Si le compte de { $name } est toujours fermé le { $day }, je considère qu’il s’agit d’un départ.
       *[no] J’attends, et je redemande le { $day } si le compte de { $name } est toujours fermé.
    }
    .title = Un compte fermé
    .console = Où en sont les choses
staff-until-when =
    Jusqu’à quand dure l’absence de { $name }?
    .title = Une absence
    .label = Le jour du retour
    .hint = Un jour à venir, d’ici douze mois
    .submit = Noter
