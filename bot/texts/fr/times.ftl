# Des moments pour se voir, offerts en boutons.
times-more = D’autres moments
times-open = Les plages que vous avez données ne se croisent pas; ces moments tombent simplement dans les heures de travail des deux.
times-nearest = Vos heures de travail ne se croisent jamais; ces moments s’en approchent le plus : l’une des deux personnes commence tôt ou finit tard.
times-gone = Ce moment n’est plus libre pour vous deux; rien n’a été changé. Écrivez « échéancier » pour en voir d’autres.
