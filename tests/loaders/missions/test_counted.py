"""Amounts with what they count."""

import pytest

from loaders.extractors.missions.counted import find_counted
from loaders.reading.parse import language


def read(text: str) -> list[tuple[str, str]]:
    doc = language()(text)
    return [
        (doc.text[c.span.start : c.span.end], c.measure)
        for sentence in doc.sents
        for c in find_counted(sentence, text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("It has 850 soldiers.", ("850 soldiers", "troops")),
        ("They sent about 60 military personnel.", ("about 60 military personnel", "personnel")),
        ("It has 850 well trained soldiers.", ("850 well trained soldiers", "troops")),
        ("It lost 12 police officers.", ("12 police officers", "police")),
        ("It lost 30 wounded soldiers.", ("30 wounded soldiers", "troops")),
        ("It withdrew 300 of its soldiers.", ("300 of its soldiers", "troops")),
        ("It has men from 14 Allies.", ("14 Allies", "contributingAllies")),
        ("It has men from five partners.", ("five partners", "contributingPartners")),
        (
            "It has men from 31 contributing countries.",
            ("31 contributing countries", "contributors"),
        ),
        (
            "It has men from 27 NATO and partner nations.",
            ("27 NATO and partner nations", "contributors"),
        ),
        (
            "It has 90 United States military personnel.",
            ("90 United States military personnel", "personnel"),
        ),
    ],
)
def test_counted(text: str, expected: tuple[str, str]) -> None:
    assert read(text) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "It lasted 30 years.",
        "It got 300 troop carriers.",
        "It saw 40 patrols.",
        "In 2014 troops left.",
    ],
)
def test_other_things_are_not_counted(text: str) -> None:
    assert read(text) == []


def test_two_numbers_have_their_own_nouns() -> None:
    assert read("It lost 30 vehicles and 12 soldiers.") == [("12 soldiers", "troops")]
