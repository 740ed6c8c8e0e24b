"""Instruments that statements and meetings deal with, by name and by what points to a name."""

import pytest

from loaders.article import Article
from loaders.extractors.topics import attach_meeting_topics, attach_topics
from loaders.facts import (
    Anatomy,
    Evidence,
    Form,
    Instrument,
    Meeting,
    Mention,
    Participation,
    Span,
    Statement,
    Status,
)
from loaders.reading.cast import Cast
from loaders.reading.parse import language
from loaders.reading.reading import Reading

KINDS = {"Oslo Accord": "agreement", "Resolution 77": "resolution", "Fjord Treaty": "treaty"}


def reading_of(text: str) -> Reading:
    return Reading(Article("a", "a.txt", text), Anatomy(), language()(text))


def named_in(text: str) -> tuple[Instrument, ...]:
    found = []
    for name, kind in KINDS.items():
        if name in text:
            span = Span(text.index(name), text.index(name) + len(name))
            evidence = Evidence((span,), "test")
            found.append(Instrument(name, name, kind, (Mention(span),), evidence))
    return tuple(found)


def of_statement(text: str, said: str) -> list[tuple[str, str, str]]:
    span = Span(text.index(said), text.index(said) + len(said))
    statement = Statement("s1", "lind", Form.INDIRECT, span, Evidence((span,), "test"))
    (attached,) = attach_topics([statement], named_in(text), reading_of(text))
    return [
        (i.value, i.evidence.rule, text[s.start : s.end])
        for i in attached.instruments
        for s in i.evidence.spans
    ]


def of_meeting(text: str, told: str) -> list[str]:
    evidence = Evidence((Span(text.index(told), text.index(told) + len(told)),), "test")
    parts = (Participation("lind"), Participation("bora"))
    meeting = Meeting("m1", parts, Status.HELD, "meeting", evidence, evidence)
    (attached,) = attach_meeting_topics([meeting], named_in(text), reading_of(text), Cast())
    return [i.value for i in attached.instruments]


def test_a_statement_that_names_one() -> None:
    said = "the Oslo Accord holds"
    assert of_statement(f"Lind said that {said}.", said) == [
        ("Oslo Accord", "instrument.named", "Oslo Accord")
    ]


@pytest.mark.parametrize(
    ("before", "said", "name"),
    [
        ("They signed the Oslo Accord.", "the accord holds", "Oslo Accord"),
        ("They signed the Oslo Accord.", "the agreement holds", "Oslo Accord"),
        ("They signed the Fjord Treaty.", "this treaty holds", "Fjord Treaty"),
        (
            "They signed the Fjord Treaty after Resolution 77.",
            "the resolution helps",
            "Resolution 77",
        ),
        ("They signed the Fjord Treaty after Resolution 77.", "the treaty helps", "Fjord Treaty"),
    ],
)
def test_a_statement_that_points_to_one(before: str, said: str, name: str) -> None:
    (found,) = of_statement(f"{before} Lind said that {said}.", said)
    assert found[:2] == (name, "instrument.pointed")


@pytest.mark.parametrize(
    ("before", "said"),
    [
        ("They signed the Oslo Accord.", "the resolution holds"),
        ("They signed the Oslo Accord.", "a new agreement is near"),
        ("They signed the Oslo Accord.", "the trade agreement is near"),
        ("They signed the Oslo Accord.", "they agree"),
        ("It rained.", "the accord holds"),
        ("They signed the Oslo Accord." + " It rained all day." * 30, "the accord holds"),
    ],
)
def test_other_words_point_to_none(before: str, said: str) -> None:
    assert of_statement(f"{before} Lind said that {said}.", said) == []


@pytest.mark.parametrize(
    ("text", "told", "names"),
    [
        ("Lind met Bora under the Oslo Accord.", "Lind met Bora under the Oslo Accord.", True),
        ("Lind met Bora. They discussed the Oslo Accord.", "Lind met Bora.", True),
        ("Lind met Bora. They signed the Oslo Accord.", "Lind met Bora.", True),
        ("Lind met Bora. The Oslo Accord is old.", "Lind met Bora.", False),
        (
            "Lind met Bora, who wrote the Oslo Accord.",
            "Lind met Bora, who wrote the Oslo Accord.",
            False,
        ),
    ],
)
def test_a_meeting(text: str, told: str, names: bool) -> None:
    assert of_meeting(text, told) == (["Oslo Accord"] if names else [])


def test_the_name_of_an_instrument_tells_a_meetings_topic() -> None:
    text = "Lind met Bora under the Fjord Treaty on Fisheries."
    span = Span(text.index("Fjord"), len(text) - 1)
    treaty = Instrument("t", "t", "treaty", (Mention(span),), Evidence((span,), "test"))
    evidence = Evidence((Span(0, len(text)),), "test")
    meeting = Meeting("m1", (), Status.HELD, "meeting", evidence, evidence)
    (attached,) = attach_meeting_topics([meeting], (treaty,), reading_of(text), Cast())
    assert [t.value for t in attached.topics] == ["agriculture"]
