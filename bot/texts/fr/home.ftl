# La page personnelle, là où la plateforme en offre une.
home-rights =
    Tout ce qui vous concerne, vous pouvez le voir et le changer. Personne d’autre ne voit cette page.
    .title = Vos réglages et vos données
    .profile = Mon profil
    .lang = Langue
    .who-sees = Qui voit quoi
    .my-data = Ce qui est conservé sur moi
    .report = Parler à quelqu’un d’autre
    .help = Ce que je peux écrire
