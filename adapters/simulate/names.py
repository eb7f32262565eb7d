"""Names of people who do not exist: common given and family names of Montréal and Vancouver."""


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


GIVEN = _words(
    """
    Adèle Aïcha Akira Alain Alice Amélie Amir Ana André Angela Anika Anjali Annie Antoine
    Arjun Aurélie Béatrice Benoît Camille Carla Carlos Caroline Catherine Cédric Céline
    Charles Chloé Claire Claude Colin Coralie Damien Daniel Danielle David Deepa Delphine
    Denis Diana Diego Dominique Édith Élise Élodie Émile Emma Éric Esther Étienne Eva Fabien
    Farah Fatima Félix Fiona Florence Francis Frédéric Gabriel Geneviève Georges Grace
    Guillaume Hanna Harpreet Hassan Hélène Henri Hugo Ian Ibrahim Inès Ingrid Irène Isabelle
    Ivan Jacques Jade Jasmine Jean Jérôme Joanne Joël Jonas Josée Julie Julien Justine Karim
    Kenji Kim Laila Laura Laurent Léa Leila Liam Lina Louis Louise Lucas Lucie Mackenzie Mai
    Marc Margot Marie Marina Mathieu Maude Maya Mei Mélanie Michel Mila Mireille Mohamed
    Monique Nadia Naomi Natalie Nathan Neha Nicolas Noah Noémie Nora Océane Olga Oliver Omar
    Owen Pascal Patrick Paul Philippe Priya Quentin Rachel Rafael Raphaël Renée Robert Rosalie
    Rose Sabrina Samir Samuel Sandra Sara Sébastien Simone Sofia Sophie Stéphane Suki Sylvie
    Tara Théo Thomas Tomas Valérie Victor Vincent Wei William Xavier Yasmine Yuki Yves Zoé
    """,
)
FAMILY = _words(
    """
    Abdi Adams Allard Anderson Archambault Arsenault Bains Baker Beaulieu Beaumont Bélanger
    Bell Benali Bergeron Bernier Bertrand Bhatt Bianchi Bissonnette Blais Blanchard Boivin
    Bouchard Boudreau Brar Brown Caron Carter Castonguay Chan Charbonneau Charron Chen Cheung
    Choi Chow Clark Cloutier Cormier Costa Côté Cousineau Cruz Cyr Das Davies Delisle Demers
    Desjardins Dhillon Diallo Diaz Dion Dubé Dubois Dufour Dumas Duval Edwards Evans Fafard
    Ferreira Fontaine Fortin Fraser Gagné Gagnon Garcia Gauthier Gélinas Gill Girard Giroux
    Gomez Gosselin Gravel Green Grenier Guay Gupta Hall Hamel Hébert Hill Ho Huang Hughes Ito
    Jackson Jain Johal Jones Joseph Kaur Kelly Khan Kim King Kumar Lacroix Lafleur Lam Lambert
    Landry Langlois Lapointe Lavoie Leblanc Leclerc Lee Lefebvre Legault Lemay Leung Lévesque
    Lin Liu Lopez MacDonald Mansour Martel Martin Mercier Mehta Michaud Miller Moreau Morin
    Nadeau Nakamura Ng Nguyen Noël Okafor Ouellet Pacheco Park Parent Patel Pelletier
    Perreault Petit Pham Picard Poirier Poulin Proulx Reid Renaud Reyes Richard Rivard
    Robinson Rossi Rousseau Roy Ruiz Sandhu Santos Savard Scott Sidhu Silva Simard Singh Smith
    St-Pierre Tanaka Tessier Thibault Thompson Traoré Tremblay Turcotte Vachon Wang Wilson
    Wong Wright Wu Yamamoto Yang Young Zhang Zhou
    """,
)
DEPARTMENTS = (
    "Marketing",
    "Finances",
    "Operations",
    "Recherche",
    "Service",
    "Logistics",
    "Ventes",
    "Design",
)
