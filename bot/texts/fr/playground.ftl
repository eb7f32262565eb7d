# La page du bac à sable : tout ce qui entoure les conversations.
playground-foreign = Le bac à sable ne répond qu’à sa propre page, sur cet ordinateur.
playground-not-json = Le bac à sable n’accepte que le format JSON.
playground-bad-shape = Cette demande n’est pas un objet JSON.
playground-bad-field = « { $field } » manque ou n’a pas la bonne forme. Rien n’a été conservé.
playground-too-long = « { $field } » dépasse { $limit } caractères. Rien n’a été conservé; abrégez, s’il vous plaît.
playground-too-large = C’est plus de { $limit } Kio d’un coup. Rien n’a été conservé; abrégez, s’il vous plaît.
playground-nobody = Personne n’a cette adresse dans le bac à sable.
playground-no-page = Il n’y a rien à cette adresse.
playground-busy = L’horloge avance déjà. Attendez qu’elle s’arrête, ou arrêtez-la.
playground-failed = Quelque chose n’a pas fonctionné et rien n’a été conservé. Le terminal en dit plus; réessayez.
