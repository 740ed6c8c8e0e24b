"""Which places and days of a sentence are the meeting's."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]
WHO = {"Ada Lund": "ada", "Lund": "ada", "Boris Kern": "boris", "Kern": "boris"}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund met Boris Kern in Ulvdal, near Oslo.", "Ulvdal"),
        ("Ada Lund met Boris Kern near Oslo.", "Oslo"),
        ("Ada Lund received Boris Kern at the ministry in Oslo.", "Oslo"),
        ("Ada Lund met Boris Kern over the crisis in Chad.", None),
        ("Ada Lund said in Oslo that she met Boris Kern.", None),
    ],
)
def test_places_of_a_meeting(told: Told, text: str, expected: str | None) -> None:
    found = told(text, {**WHO, "she": "ada"})
    assert [line.partition(" in ")[2] or None for line in found] == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Ada Lund met Boris Kern on Monday.", ["2024-05-13"]),
        ("Ada Lund met Boris Kern before Monday's vote.", [None]),
        ("Following talks with Boris Kern, Ada Lund hailed today's pact.", [None]),
        ("The pact was signed on Monday during a visit by Ada Lund to Oslo.", ["2024-05-13"]),
    ],
)
def test_days_of_a_meeting(
    find: Callable[..., tuple[object, ...]], text: str, expected: list[str | None]
) -> None:
    days = [getattr(m, "date", None) for m in find(text, WHO)]
    assert [getattr(day, "edtf", None) for day in days] == expected


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("Afterwards Lund met Kern.", "2024-05-13"),
        ("In the evening Lund met Kern.", "2024-05-13"),
        ("Later in the week Lund met Kern.", None),
        ("Afterwards Lund will meet Kern.", None),
        ("Lund also met Kern.", None),
    ],
)
def test_what_follows_shares_the_day(
    find: Callable[..., tuple[object, ...]], second: str, expected: str | None
) -> None:
    who = {**WHO, "Carla Voss": "carla"}
    last = find(f"Ada Lund met Carla Voss on Monday. {second}", who)[-1]
    assert getattr(getattr(last, "date", None), "edtf", None) == expected


def test_a_planned_day_is_no_earlier_day(told: Told) -> None:
    text = "Ada Lund will go to Oslo on 20 May. Earlier in the day, Lund met Boris Kern."
    assert told(text, WHO)[1] == "held meeting: ada | boris on 2024-05-14"
