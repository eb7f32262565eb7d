"""The catalogue of topics in both languages, and finding a topic as people type it."""

import pytest

from bot.domain.topic import OwnTopic
from bot.texts.topics import ACCEPT, CATALOGUE, TOPICS, normalised

look_up, label = CATALOGUE.look_up, CATALOGUE.label


def test_every_topic_has_a_name_in_both_languages_and_other_names():
    assert len(TOPICS) >= 150
    for topic in TOPICS.values():
        assert set(topic.labels) == {"fr", "en"}
        assert all(name.strip() == name and name for name in topic.labels.values())
        assert len(topic.synonyms) >= 4


def test_no_name_means_two_topics():
    owners: dict[str, set[str]] = {}
    for topic in TOPICS.values():
        for name in topic.names:
            owners.setdefault(normalised(name), set()).add(topic.code)

    assert {name: codes for name, codes in owners.items() if len(codes) > 1} == {}


def test_names_fit_into_a_button_and_write_the_typographic_apostrophe():
    for topic in TOPICS.values():
        for name in topic.labels.values():
            assert len(name) <= 48
            assert "'" not in name


def test_every_name_finds_its_own_topic_for_sure():
    for topic in TOPICS.values():
        for name in (topic.labels["fr"], topic.synonyms[-1]):
            assert look_up(name)[0] == (topic.code, 100)


def test_a_topic_is_named_in_either_language():
    assert label("social-networks", "fr") == "Réseaux sociaux"
    assert label("social-networks", "en") == "Social networks"
    with pytest.raises(LookupError):
        label("social-networks", "de")


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("reseaux sociaux", "social-networks"),
        ("RÉSEAU SOCIAL", "social-networks"),
        ("comment utiliser TikTok?", "social-networks"),
        ("linkdin", "professional-presence"),  # codespell:ignore linkdin
        ("mon profil LinkedIn", "professional-presence"),
        ("l’IA", "ai-basics"),
        ("intelligence artificiele", "ai-basics"),
        ("how to write good prompts", "ai-prompting"),
        ("cyber sécurité", "cyber-hygiene"),
        ("deep fakes", "scams"),
        ("télé-travail", "hybrid-work"),
        ("work from home", "hybrid-work"),
        ("excell", "spreadsheets"),  # codespell:ignore excell
        ("power bi dashboards", "dashboards"),
        ("j'aimerais apprendre à faire des vidéos courtes", "short-video"),
        ("loi 25", "privacy"),
        ("AB testing", "experiments"),
        ("bien être", "mental-health"),
        ("realité virtuel", "immersive"),
        ("podcast", "podcasts"),
        ("balado", "podcasts"),
        ("ChatGPT", "ai-assistants"),
        ("chat gpt au travail", "ai-assistants"),
        ("Copilot", "ai-assistants"),
        ("how to use Microsoft Copilot", "ai-assistants"),
        ("Gemini de Google", "ai-assistants"),
        ("claude", "ai-assistants"),
        ("GitHub Copilot", "ai-coding"),
        ("Midjourney", "ai-images"),
        ("whats app", "messaging"),  # codespell:ignore whats
        ("What’s App", "messaging"),
        ("Google Meet", "video-meetings"),
        ("Google Drive", "shared-documents"),
        ("LinkedIn Learning", "learning-online"),
        ("RECHERCHEV", "spreadsheets"),
        ("traduction automatique", "ai-translation"),
        ("custom GPTs", "ai-own-assistant"),
        ("qualité des donnees", "data-governance"),
        ("OKR", "measuring-impact"),
        ("wifi public", "mobile-security"),
        ("signature electronique", "secure-sharing"),
        ("raccourcis clavier", "keyboard-skills"),
        ("co-développement", "reverse-mentoring"),
        ("bad buzz", "crisis-online"),
        ("codes QR", "events"),
        ("télé-santé", "digital-health"),
        ("revit", "digital-twins-bim"),
        ("écoanxiété", "climate-conversation"),
        ("semaine de 4 jours", "flexible-schedules"),
        ("langage clair", "plain-language"),  # codespell:ignore langage
        ("TDAH", "neuroinclusion"),
    ],
)
def test_typing_finds_the_topic_for_sure(text, code):
    found = look_up(text)

    assert found[0][0] == code
    assert found[0][1] >= ACCEPT
    assert len(found) <= 3
    assert [score for _, score in found] == sorted((score for _, score in found), reverse=True)


@pytest.mark.parametrize(
    "text", ["leadership", "Teams", "sécurité", "tableaux croisés", "Google", "Microsoft"]
)
def test_what_may_mean_several_is_offered_but_not_taken(text):
    found = look_up(text)

    assert found
    assert all(score < ACCEPT for _, score in found)


@pytest.mark.parametrize(
    "text",
    ["golf", "jardinage", "plomberie", "cooking", "droit fiscal", "budget", "négociation", "zzz"],
)
def test_what_is_not_in_the_catalogue_is_never_taken_for_something(text):
    assert all(score < ACCEPT for _, score in look_up(text))


@pytest.mark.parametrize("text", ["", "  ", "&", "?!", "les", "🙂"])
def test_nothing_finds_nothing(text):
    assert look_up(text) == ()


def test_an_organisation_adds_topics_of_its_own():
    own = OwnTopic(
        organisation_id="org",
        id="own-plumbing",
        fr="Plomberie moderne",
        en="Modern plumbing",
        synonyms=("plomberie", "pipes"),
    )
    catalogue = CATALOGUE.with_own([own])

    assert catalogue.named("plombérie") == "own-plumbing"
    assert catalogue.label("own-plumbing", "fr") == "Plomberie moderne"
    assert list(catalogue.topics)[-1] == "own-plumbing"
    assert CATALOGUE.named("plomberie") is None
    assert CATALOGUE.with_own([]) is CATALOGUE
