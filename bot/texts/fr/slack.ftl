# Les mots des fenêtres de Slack, et de ce qui peut y mal tourner.
slack = Mentorat
slack-close = Fermer
slack-cancel = Annuler
slack-yes = Oui
slack-busy = Je n’ai pas pu enregistrer cela pour l’instant; rien n’a changé. Veuillez réessayer dans une minute.
slack-late = La fenêtre n’a pas pu s’ouvrir à temps. Veuillez appuyer de nouveau sur le bouton.
slack-no-window = Je ne peux ouvrir une fenêtre qu’à partir d’un bouton ou d’une commande : veuillez l’écrire après /mentor.
slack-in-chat = C’est trop long pour une fenêtre : j’ai tout écrit dans notre clavardage.
