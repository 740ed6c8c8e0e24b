"""Topics by their lexicon, and statements and meetings that get them."""

import pytest

from loaders.article import Article
from loaders.extractors.topics import (
    attach_meeting_topics,
    attach_topics,
    find_topics,
    named_spans,
)
from loaders.facts import (
    Anatomy,
    Evidence,
    Form,
    Instrument,
    Meeting,
    Mention,
    MentionKind,
    Mission,
    Span,
    Stated,
    Statement,
    Status,
)
from loaders.reading.cast import Cast, Reference
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
        ("They sold trucks and ammunition.", "arms", "ammunition"),
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


NAMES = [
    ("The Northern Energy Agency met.", "Northern Energy Agency"),
    ("The EU Rule of Law Mission met.", "EU Rule of Law Mission"),
    ("They signed the Road Climate Pact.", "Road Climate Pact"),
]


@pytest.mark.parametrize(("text", "name"), NAMES)
def test_words_inside_a_name_are_no_topic(text: str, name: str) -> None:
    start = text.index(name)
    named = [Span(start, start + len(name))]
    whole = Span(0, len(text))
    assert len(find_topics(reading_of(text), whole)) == 1
    assert find_topics(reading_of(text), whole, named) == ()


def test_words_beside_a_name_and_names_of_the_lexicon_are() -> None:
    text = "The ICC and the energy markets met."
    named = [Span(4, 7), Span(16, 34)]
    found = find_topics(reading_of(text), Span(0, len(text)), named[:1])
    assert [t.value for t in found] == ["warCrimes", "energy"]
    found = find_topics(reading_of(text), Span(0, len(text)), named)
    assert [t.value for t in found] == ["warCrimes"]


def test_the_mentions_of_a_cast_but_not_what_stands_in_an_instruments_name() -> None:
    evidence = Evidence((Span(0, 4),), "test")
    instrument = Instrument("pact", "Pact", "agreement", (Mention(Span(20, 34)),), evidence)
    mission = Mission("m", "M", (Mention(Span(10, 11)),), evidence)
    references = (
        Reference(Mention(Span(0, 4)), ("a",)),
        Reference(Mention(Span(6, 8), MentionKind.PRONOUN), ("a",)),
        Reference(Mention(Span(22, 28)), ("b",)),
    )
    cast = Cast(references=references, missions=(mission,))
    assert named_spans(cast, [instrument]) == (Span(0, 4), Span(10, 11))


@pytest.mark.parametrize(
    "text",
    ["She told journalists so.", "The ambassador to Oslo left.", "They agreed on the prosecutor."],
)
def test_titles_and_those_who_ask_are_no_topic(text: str) -> None:
    assert read(text) == {}


def test_missing_persons_are_a_humanitarian_matter() -> None:
    assert read("They spoke of missing persons.") == {"humanitarianAffairs": ["missing persons"]}


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
    (attached,) = attach_meeting_topics([meeting], (PARIS,), reading_of(text), Cast())
    assert [t.value for t in attached.topics] == ["the new sanctions", "sanctions"]
    assert attached.instruments == ()


def test_the_scheme_is_whole() -> None:
    concepts = [concept for concept, *_ in rows("topics")]
    assert len(concepts) == len(set(concepts)) >= 60
    assert {broader for _, _, broader, _ in rows("topics") if broader} <= set(concepts)
    assert all(terms for *_, terms in rows("topics"))
