"""Whom an event draws, states behind "of", bodies with a long name, what nobody held."""

from collections.abc import Callable

import pytest

from loaders.extractors.meetings.party import Party, assembled
from loaders.facts import Actor, ActorType, Evidence, Group, Span
from loaders.reading.cast import Cast

Told = Callable[..., list[str]]
WHO = {
    "Ada Lund": "ada",
    "she": "ada",
    "Boris Kern": "boris",
    "Carla Voss": "carla",
    "Freedonia": "freedonia",
    "Sylvania": "sylvania",
    "Norway": "norway",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The conference in Bergen was attended by Ada Lund and Boris Kern.",
            "held multilateral: ada, boris in Bergen",
        ),
        (
            "A summit attended by Ada Lund and Boris Kern closed in Bergen.",
            "held multilateral: ada, boris",
        ),
        (
            "The summit, which will bring together Freedonia, Sylvania and Norway, is near.",
            "held multilateral: freedonia, norway, sylvania",
        ),
        (
            "The summit, which was to bring together Freedonia and Sylvania, has been cancelled.",
            "cancelled multilateral: freedonia, sylvania",
        ),
    ],
)
def test_those_drawn_take_part(told: Told, text: str, expected: str) -> None:
    assert [_sorted(line) for line in told(text, WHO)] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "The conference was attended by Ada Lund.",
        "The conference was attended by many.",
        "The law will bring Freedonia closer to Sylvania.",
        "The summit brings hope to Freedonia and Sylvania.",
    ],
)
def test_one_alone_or_none_is_drawn(told: Told, text: str) -> None:
    assert told(text, WHO) == []


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "A summit of Freedonia, Sylvania and Norway was called off on Friday.",
            "cancelled multilateral: freedonia, norway, sylvania",
        ),
        (
            "Ada Lund convened a meeting of Freedonia and Sylvania.",
            "held multilateral: freedonia, sylvania",
        ),
        ("A summit of Freedonia was called off.", None),
        ("A visit of Freedonia and Sylvania was called off.", None),
    ],
)
def test_a_meeting_of_states(told: Told, text: str, expected: str | None) -> None:
    found = [_sorted(line.partition(" on ")[0]) for line in told(text, WHO)]
    assert found == ([expected] if expected else [])


def _sorted(line: str) -> str:
    head, _, rest = line.partition(": ")
    names, separator, where = rest.partition(" in ")
    return f"{head}: {', '.join(sorted(names.split(', ')))}{separator}{where}"


@pytest.mark.parametrize(
    ("name", "joint"),
    [
        ("Fjord Task Force on Herring", True),
        ("Joint Steering Group for Lighthouses", True),
        ("Fjord Council", True),
        ("Society for the Fjord Council", False),
        ("Task Company on Herring", False),
    ],
)
def test_a_working_body_is_known_by_its_head(name: str, joint: bool) -> None:
    evidence = Evidence((Span(0, 1),), "test")
    body = Actor("body", name, ActorType.ORGANIZATION, (), evidence)
    cast = Cast((body,))
    assert assembled(Party((("body",),)), cast) is joint
    assert not assembled(Party((), (Group("the sides", Span(0, 1)),)), cast)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("There was no meeting between Ada Lund and Boris Kern.", "denied meeting: ada | boris"),
        (
            "No meeting between Ada Lund and Boris Kern is planned.",
            "denied meeting: ada | boris",
        ),
        ("The meeting was the first between Ada Lund and Boris Kern.", "held meeting: ada | boris"),
        ("At a meeting, Ada Lund told Boris Kern to wait.", "held meeting: ada | boris"),
    ],
)
def test_nouns_that_lead_to_both(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("When she meets Boris Kern, Ada Lund will ask.", "planned meeting: ada | boris"),
        ("When she met Boris Kern, Ada Lund would ask.", "held meeting: ada | boris"),
    ],
)
def test_the_present_of_what_is_to_come(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]
