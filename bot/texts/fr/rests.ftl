# Un jumelage en pause prend fin un jour, et le dit d’avance.
rests-soon =
    Votre jumelage avec { $partner } est en pause depuis quelques semaines. S’il ne reprend pas avant le { $day }, il prend fin ce jour-là. Ce n’est la faute de personne, et rien n’est attendu de vous.
    .title = Une pause qui s’achève
    .resume = Terminer ma pause
    .status = Où j’en suis
    .leave = Ne plus participer
    .next = { $rests ->
        [yes] Écrivez « reprendre » si vous voulez continuer.
       *[no] Rien à faire : je vous écris quand il reprend, ou quand il a pris fin.
    }
