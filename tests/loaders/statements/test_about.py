"""Whom a statement is about."""

from collections.abc import Callable

import pytest

from loaders.article import Article
from loaders.extractors.statements import find_statements
from loaders.facts import (
    Actor,
    ActorType,
    Anatomy,
    Evidence,
    Instrument,
    Mention,
    MentionKind,
    Span,
    Statement,
)
from loaders.reading.cast import Cast, Reference
from loaders.reading.parse import read

WHO = {"Lind": "lind", "She": "lind", "Bora": "bora", "Council": "council", "his": "lind"}
STATES = {"Spain": "spain", "Madrid": "spain", "Ukraine": "ukraine"}


def states(text: str) -> Cast:
    """A cast of persons and states."""
    evidence = Evidence((Span(0, 0),), "test")
    named = {**WHO, **STATES}
    references = tuple(
        Reference(Mention(Span(i, i + len(word)), MentionKind.NAME), (actor,))
        for word, actor in named.items()
        for i in range(len(text))
        if text.startswith(word, i)
    )
    kinds = dict.fromkeys(STATES.values(), ActorType.STATE)
    actors = tuple(
        Actor(i, i, kinds.get(i, ActorType.PERSON), (), evidence) for i in sorted({*named.values()})
    )
    return Cast(actors, references)


def one(text: str, instruments: tuple[Instrument, ...] = ()) -> Statement:
    reading = next(iter(read([(Article(key="t", name="t", text=text), Anatomy())])))
    (found,) = find_statements(reading, states(text), (), instruments)
    return found


@pytest.mark.parametrize(
    ("text", "about"),
    [
        ("Lind said that Bora trusts Ukraine.", ("bora", "ukraine")),
        ("Lind said that she trusts Lind and Bora.", ("bora",)),
        ("The plan, Lind said, was agreed with Bora.", ("bora",)),
        ("Lind praised the plan that Bora agreed in Spain.", ("bora",)),
        ("Lind praised the plan that was agreed in Madrid.", ()),
        ("Lind praised the bridge in Madrid.", ()),
        ("Lind warned of a long war in Ukraine.", ("ukraine",)),
        ("Lind pledged further help to Ukraine.", ("ukraine",)),
    ],
    ids=["named", "himself", "cue inside", "where", "capital", "town", "war", "help"],
)
def test_about(text: str, about: tuple[str, ...]) -> None:
    assert one(text).about == about


def test_part_of_an_agreements_name_is_no_actor() -> None:
    text = "Lind said that the Council Resolution 12 binds Bora."
    start = text.index("Council")
    mention = Mention(Span(start, start + len("Council Resolution 12")), MentionKind.NAME)
    evidence = Evidence((mention.span,), "test")
    resolution = Instrument("r", "Resolution 12", "resolution", (mention,), evidence)
    assert one(text, (resolution,)).about == ("bora",)
    assert one(text).about == ("council", "bora")


@pytest.mark.parametrize(
    ("text", "act"),
    [
        ("Lind highlighted the commitment to the plan.", "inform"),
        ("Lind reaffirmed the commitment to the plan.", "commit"),
        ("Lind offered to host the talks of the town.", "propose"),
    ],
)
def test_only_some_verbs_perform_what_their_object_says(text: str, act: str) -> None:
    assert one(text).act == act


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("In his statement, Lind said that the bridge is open.", None),
        ("In a statement, Lind said that the bridge is open.", "release"),
        ("“We have opened the bridge,” Lind wrote on X.", "post"),
        ("“We have opened the bridge,” Lind wrote on the X network.", "post"),
        ("“We have opened the bridge,” Lind said by phone.", "call"),
    ],
)
def test_channel(text: str, channel: str | None) -> None:
    assert one(text).channel == channel


def test_a_report_ends_where_a_quotation_of_its_own_opens(
    heard: Callable[[str, dict[str, str]], list[tuple[str, str]]],
) -> None:
    text = (
        "Stating that the bridge is a new start, Lind said, “I invite all towns to join us there.”"
    )
    assert heard(text, WHO) == [
        ("lind", "the bridge is a new start"),
        ("lind", "I invite all towns to join us there."),
    ]
