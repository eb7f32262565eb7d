# Microsoft Teams : ce que seule cette plateforme a besoin de dire.

teams-in-person = Tout ce qui touche au mentorat se passe entre vous et moi. Écrivez-moi dans notre propre clavardage : ouvrez-le à partir de mon nom et tapez « aide ».
teams-failed = Un problème est survenu de mon côté et rien n’a été conservé. Veuillez réessayer dans un instant.
