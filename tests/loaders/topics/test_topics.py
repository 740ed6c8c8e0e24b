"""Topics by their lexicon, and statements and meetings that get them."""

import pytest

from loaders.article import Article
from loaders.extractors.topics import attach_meeting_topics, attach_topics, find_topics
from loaders.facts import (
    Anatomy,
    Evidence,
    Form,
    Instrument,
    Meeting,
    Mention,
    Span,
    Stated,
    Statement,
    Status,
)
from loaders.reading.parse import language
from loaders.reading.reading import Reading
from loaders.tables import rows


def reading_of(text: str) -> Reading:
    return Reading(Article("a", "a.txt", text), Anatomy(), language()(text))


def read(text: str) -> dict[str, list[str]]:
    found = find_topics(reading_of(text), Span(0, len(text)))
    return {t.value: [text[s.start : s.end] for s in t.evidence.spans] for t in found}


@pytest.mark.parametrize(
    ("text", "topic", "words"),
    [
        ("They lifted the sanctions.", "sanctions", "sanctions"),
        ("A ceasefire must hold.", "ceasefire", "ceasefire"),
        ("They want NATO membership.", "accession", "NATO membership"),
        ("They hold hostages.", "hostages", "hostages"),
        ("The Belgrade-Pristina dialogue goes on.", "dialogue", "dialogue"),
        ("They spoke of normalization.", "dialogue", "normalization"),
        ("Climate change threatens islands.", "climate", "Climate change"),
        ("They respect human rights.", "humanRights", "human rights"),
        ("They sold fighter jets and ammunition.", "arms", "ammunition"),
        ("Free and fair elections followed.", "elections", "elections"),
        ("They fight terrorism.", "terrorism", "terrorism"),
        ("They stopped a cyberattack.", "cyber", "cyberattack"),
        ("They took in refugees.", "migration", "refugees"),
        ("They praised the peacekeepers.", "peacekeeping", "peacekeepers"),
        ("They build a pipeline.", "energy", "pipeline"),
        ("He deplored women’s rights there.", "women", "women’s rights"),
    ],
)
def test_topic(text: str, topic: str, words: str) -> None:
    assert read(text) == {topic: [words]}


def test_the_longest_words_count() -> None:
    assert read("They discussed the nuclear deal.") == {"nuclear": ["nuclear deal"]}
    assert read("They met about peace talks and talks.") == {"peaceProcess": ["peace talks"]}


def test_words_with_capitals_are_matched_as_written() -> None:
    assert read("The ICC acts.") == {"warCrimes": ["ICC"]}
    assert read("The icc acts.") == {}


def test_a_topic_keeps_all_its_words() -> None:
    assert read("Sanctions hurt; more sanctions follow.") == {
        "sanctions": ["Sanctions", "sanctions"]
    }


def test_nothing_outside_the_span() -> None:
    text = "Sanctions hurt. Elections follow."
    assert [t.value for t in find_topics(reading_of(text), Span(16, len(text)))] == ["elections"]


def test_no_topic() -> None:
    assert read("They thanked him and left.") == {}


PARIS = Instrument(
    "paris-agreement",
    "Paris Agreement",
    "agreement",
    (Mention(Span(12, 27)),),
    Evidence((Span(12, 27),), "test"),
)


def test_statements_get_topics_and_instruments() -> None:
    text = "He said the Paris Agreement matters."
    span = Span(8, 35)
    statement = Statement("s", "he", Form.INDIRECT, span, Evidence((span,), "test"))
    (attached,) = attach_topics([statement], (PARIS,), reading_of(text))
    assert [t.value for t in attached.topics] == ["climate"]
    assert [(i.value, i.evidence.spans) for i in attached.instruments] == [
        ("paris-agreement", (Span(12, 27),))
    ]
    assert attached.topics[0].evidence.rule == "topic.lexicon"


def test_meetings_get_concepts_beside_the_wording() -> None:
    text = "They talked of the new sanctions."
    words = Span(15, 32)
    wording = Stated("the new sanctions", Evidence((words,), "meeting.topic.clause"))
    evidence = Evidence((Span(0, 11),), "test")
    meeting = Meeting("m", (), Status.HELD, "meeting", evidence, evidence, topics=(wording,))
    (attached,) = attach_meeting_topics([meeting], (PARIS,), reading_of(text))
    assert [t.value for t in attached.topics] == ["the new sanctions", "sanctions"]
    assert attached.instruments == ()


def test_the_scheme_is_whole() -> None:
    concepts = [concept for concept, *_ in rows("topics")]
    assert len(concepts) == len(set(concepts)) >= 60
    assert {broader for _, _, broader, _ in rows("topics") if broader} <= set(concepts)
    assert all(terms for *_, terms in rows("topics"))
