"""Resolutions and orders by number."""

import pytest

from loaders.extractors.instruments.numbered import numbered_instruments

COUNCIL = "United Nations Security Council Resolution"


def read(text: str) -> list[tuple[str, str, str]]:
    found = numbered_instruments(text)
    return [(text[s.span.start : s.span.end], s.name, s.kind) for s in found]


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("Resolution 1244", 1244),
        ("resolution 2254", 2254),
        ("UN Security Council Resolution 1701", 1701),
        ("U.N. Security Council resolution 242", 242),
        ("United Nations Security Council (UNSC) Resolution 1244", 1244),
        ("United Nations Security Council Resolution 1244 of 1999", 1244),
        ("Security Council resolution 1325 (2000)", 1325),
        ("UNSC Resolution 2231", 2231),
        ("UNSCR 1559", 1559),
        ("UN Security Council Resolution No. 337", 337),
    ],
)
def test_council_resolution(words: str, number: int) -> None:
    assert read(f"Under {words} they met.") == [(words, f"{COUNCIL} {number}", "resolution")]


def test_several_resolutions_in_a_row() -> None:
    text = "Under Security Council resolutions 242, 338 and 1860 they met."
    assert [(words, name.split()[-1]) for words, name, _ in read(text)] == [
        ("Security Council resolutions 242", "242"),
        ("338", "338"),
        ("1860", "1860"),
    ]


def test_a_number_behind_one_resolution_is_no_other() -> None:
    assert len(read("Resolution 1244 and 500 soldiers")) == 1


@pytest.mark.parametrize(
    "text",
    [
        "House Resolution 441 passed.",
        "Senate Joint Resolution 33 passed.",
        "Resolution 4411 passed.",
        "a resolution",
    ],
)
def test_other_resolutions(text: str) -> None:
    assert read(text) == []


@pytest.mark.parametrize(
    ("words", "number"),
    [
        ("General Assembly resolution 68/262", "68/262"),
        ("UN General Assembly Resolution ES-11/1", "ES-11/1"),
        ("A/RES/76/300", "76/300"),
    ],
)
def test_assembly_resolution(words: str, number: str) -> None:
    name = f"United Nations General Assembly Resolution {number}"
    assert read(f"Under {words} they met.") == [(words, name, "resolution")]


@pytest.mark.parametrize(
    "words", ["Executive Order 13067", "E.O. 13067", "Executive Order No. 13067"]
)
def test_executive_order(words: str) -> None:
    assert read(f"By {words} it ended.") == [(words, "Executive Order 13067", "law")]
