"""Which sense of a word is a topic: parts of speech, gaps, loose terms, titles, set phrases."""

import pytest

from loaders.article import Article
from loaders.extractors.topics import find_topics
from loaders.facts import Anatomy, Span
from loaders.reading.parse import language
from loaders.reading.reading import Reading


def read(text: str, *spans: Span) -> dict[str, list[str]]:
    reading = Reading(Article("a", "a.txt", text), Anatomy(), language()(text))
    found = find_topics(reading, spans or Span(0, len(text)))
    return {t.value: [text[s.start : s.end] for s in t.evidence.spans] for t in found}


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("The fighting goes on.", ["armedConflict"]),
        ("They are fighting poverty.", ["development"]),
        ("Traders export wine; exports rose.", ["trade"]),
        ("They trade insults.", []),
    ],
)
def test_the_part_of_speech_decides(text: str, topics: list[str]) -> None:
    assert list(read(text)) == topics


def test_words_may_stand_in_a_gap() -> None:
    assert read("They will withdraw the last foreign troops.") == {
        "troopPresence": ["withdraw the last foreign troops"]
    }
    far = "They will withdraw, as they said in the spring and in the summer, their troops."
    assert read(far) == {"troopPresence": ["troops"]}


def test_a_gap_ends_with_the_sentence() -> None:
    assert read("They withdraw. More troops come.") == {"troopPresence": ["troops"]}


def test_words_in_a_gap_are_topics_of_their_own() -> None:
    found = read("They deepened their energy partnership.")
    assert list(found) == ["bilateralRelations", "energy"]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They spoke of the attack.", ["armedConflict"]),
        ("They spoke of the attack on press freedom.", ["disinformation"]),
        ("Cooperation helps.", ["bilateralRelations"]),
        ("Cooperation on vaccines helps.", ["health"]),
    ],
)
def test_loose_words_count_where_no_others_stand(text: str, topics: list[str]) -> None:
    assert list(read(text)) == topics


def test_loose_words_are_weighed_sentence_by_sentence() -> None:
    assert list(read("They sold oil. Elections came.")) == ["energy", "elections"]


def test_what_only_loose_words_name_is_less_sure() -> None:
    text = "Sanctions hurt. Security counts."
    reading = Reading(Article("a", "a.txt", text), Anatomy(), language()(text))
    found = find_topics(reading, Span(0, len(text)))
    assert [(t.value, t.evidence.confidence) for t in found] == [
        ("sanctions", 0.8),
        ("security", 0.6),
    ]


def test_the_narrowest_concept_is_enough() -> None:
    text = "Regional security needs a ceasefire."
    assert list(read(text)) == ["ceasefire"]


def test_several_stretches_are_weighed_together() -> None:
    text = "Regional security matters. It rained. A ceasefire holds."
    assert list(read(text, Span(0, 26), Span(38, len(text)))) == ["ceasefire"]


@pytest.mark.parametrize(
    "text",
    [
        "The energy minister came.",
        "The minister of energy came.",
        "The secretary of trade and energy came.",
        "Election officials came.",
        "Security forces came.",
        "The Security Council met.",
        "They fought in the Second World War.",
        "She is tired of the Cold War.",
        "They gave a stab in the back.",
        "The Alliance to Defeat ISIS met.",
    ],
)
def test_offices_and_set_phrases_are_no_topics(text: str) -> None:
    assert read(text) == {}


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("They fear COVID-19 most.", ["health"]),
        ("They bought F-16 jets.", ["arms"]),
        ("They fought al-Qaida.", ["terrorism"]),
        ("He opposed the no-deal Brexit.", ["withdrawal"]),
    ],
)
def test_hyphens_as_the_tokenizer_parts_them(text: str, topics: list[str]) -> None:
    assert list(read(text)) == topics


def test_a_loose_word_in_a_name_is_none() -> None:
    assert read("They heard the band Living Dead there.") == {}
    assert read("They came to the Tabor Dam.") == {}
    assert list(read("They came to the old dam.")) == ["water"]


@pytest.mark.parametrize(
    ("text", "topic"),
    [
        ("They quit the bloc after Brexit.", "withdrawal"),
        ("Relief convoys reached the town.", "humanitarianAid"),
        ("They must protect civilians.", "civilianProtection"),
        ("The murder shocked the town.", "crime"),
        ("She was refused citizenship.", "citizenship"),
        ("The spies were caught.", "intelligence"),
        ("The airlines resumed direct flights.", "transport"),
        ("The fishing quotas fell.", "agriculture"),
        ("Trade unions want a minimum wage.", "labour"),
        ("The footballers left the World Cup.", "sport"),
        ("The looted artefacts came home.", "heritage"),
        ("They enjoy a strategic partnership.", "bilateralRelations"),
    ],
)
def test_concepts_of_the_wider_scheme(text: str, topic: str) -> None:
    assert topic in read(text)
