# Microsoft Teams : ce que seule cette plateforme a besoin de dire.

teams-in-person = Tout ce qui touche au mentorat se passe entre vous et moi. Écrivez-moi dans notre propre clavardage : ouvrez-le à partir de mon nom et tapez « aide ».
teams-failed = Un problème est survenu de mon côté et rien n’a été conservé. Veuillez réessayer dans un instant.

teams-app-name = Passerelle
teams-app-full-name = Passerelle – mentorat inversé
teams-app-short = Mentorat inversé : qui maîtrise une nouveauté l’enseigne aux cadres.
teams-app-full = Passerelle anime le programme de mentorat inversé de votre organisation. Elle demande qui veut participer, propose des jumelages avec leurs raisons, aide deux personnes à trouver leurs dates et demande une fois par semaine comment ça va, en trois gestes en général. Participer est votre choix, aujourd’hui et en tout temps. Vos réponses restent les vôtres : la coordination voit des décisions à prendre, jamais ce qu’une personne a dit. Écrivez « qui-voit » pour savoir qui peut voir quoi, et « aide » pour le reste.
