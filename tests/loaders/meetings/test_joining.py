"""Tellings of one meeting are one fact; different meetings stay apart."""

from collections.abc import Callable

import pytest

from loaders.facts import Meeting, Span

Told = Callable[..., list[str]]
Find = Callable[..., tuple[Meeting, ...]]
WHO = {
    "Ada Lund": "ada",
    "Lund": "ada",
    "Boris Kern": "boris",
    "Kern": "boris",
    "Carla Voss": "carla",
    "Voss": "carla",
    "Their": "ada boris",
    "the two": "ada boris",
}


def test_told_twice_is_one_with_both_sentences(find: Find) -> None:
    text = "Ada Lund met today with Boris Kern. Lund thanked Kern. Their meeting lasted an hour."
    found = find(text, WHO)
    assert len(found) == 1
    spans = [text[s.start : s.end] for s in found[0].evidence.spans]
    assert spans == ["Ada Lund met today with Boris Kern.", "Their meeting lasted an hour."]


def test_what_is_told_later_fills_what_is_missing(told: Told) -> None:
    text = "Ada Lund met with Boris Kern. The talks between Lund and Kern on May 2 went well."
    assert told(text, WHO) == ["held meeting: ada | boris on 2024-05-02"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Lund met Boris Kern on May 2. Lund met Kern on April 3.",
            ["held meeting: ada | boris on 2024-05-02", "held meeting: ada | boris on 2024-04-03"],
        ),
        (
            "Ada Lund met Boris Kern. Lund spoke with Kern by phone.",
            ["held meeting: ada | boris", "held call: ada | boris"],
        ),
        (
            "Ada Lund met Boris Kern. Lund will meet Kern.",
            ["held meeting: ada | boris", "planned meeting: ada | boris"],
        ),
        (
            "Ada Lund and Carla Voss met Boris Kern. Ada Lund and Carla Voss met officials.",
            ["held meeting: ada, carla | boris", "held meeting: ada, carla [officials]"],
        ),
        (
            "Ada Lund visited Oslo. Lund visited Helsinki.",
            ["held visit: ada in Oslo", "held visit: ada in Helsinki"],
        ),
    ],
)
def test_different_meetings_stay_apart(told: Told, text: str, expected: list[str]) -> None:
    assert told(text, WHO) == expected


def test_a_plan_called_off_is_one_meeting(told: Told) -> None:
    text = "Ada Lund will meet Boris Kern. The meeting was cancelled."
    assert told(text, WHO) == ["cancelled meeting: ada | boris"]


def test_a_plan_put_off_is_one_meeting(told: Told) -> None:
    text = "Ada Lund will meet Boris Kern. The meeting was postponed."
    assert told(text, WHO) == ["postponed meeting: ada | boris"]


def test_the_place_of_a_meeting_told_before(told: Told) -> None:
    text = "Ada Lund met with Boris Kern. The meeting was held in Geneva."
    assert told(text, WHO) == ["held meeting: ada | boris in Geneva"]


def test_the_headline_is_passed_over(told: Told) -> None:
    text = "Ada Lund meets Boris Kern\n\nAda Lund met Carla Voss."
    assert told(text, WHO, headline=Span(0, 25)) == ["held meeting: ada | carla"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund met separately with Boris Kern and Carla Voss.",
        "Ada Lund held bilateral talks with Boris Kern and Carla Voss.",
        "Ada Lund held separate meetings with Boris Kern and Carla Voss.",
        "Ada Lund met with Boris Kern and Carla Voss for bilateral talks.",
    ],
)
def test_separately_told_meetings_are_one_each(told: Told, text: str) -> None:
    assert told(text, WHO) == ["held meeting: ada | boris", "held meeting: ada | carla"]


def test_they_were_never_at_one_table(find: Find) -> None:
    text = "Ada Lund met with Boris Kern and Carla Voss for bilateral talks."
    tables = [{p.actor for p in meeting.participations} for meeting in find(text, WHO)]
    assert not any({"boris", "carla"} <= table for table in tables)


def test_ids_follow_the_text(find: Find) -> None:
    text = "Ada Lund met Boris Kern. Carla Voss met Ada Lund. Carla Voss met Boris Kern."
    assert [meeting.id for meeting in find(text, WHO)] == ["m1", "m2", "m3"]


def test_the_same_text_gives_the_same_meetings(find: Find) -> None:
    text = "Ada Lund met separately with Boris Kern and Carla Voss on May 2 in Oslo."
    assert find(text, WHO) == find(text, WHO)
