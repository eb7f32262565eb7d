# Quand deux personnes ont pu se voir, comme réponses.
days-yes = Oui
    .on = Oui, le { $day }
    .today = Oui, aujourd’hui
    .another = Oui, un autre jour
