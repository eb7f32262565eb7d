# La page personnelle, là où la plateforme en offre une.
home-rights =
    Ici, vous voyez ce qui est conservé sur vous et vous changez ce que vous m’avez dit. Personne d’autre ne voit cette page.
    .title = Vos réglages et vos données
    .profile = Mon profil
    .lang = Langue
    .who-sees = Qui voit quoi
    .my-data = Ce qui est conservé sur moi
    .report = Parler à quelqu’un d’autre
    .help = Ce que je peux écrire
