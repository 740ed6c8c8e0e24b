"""Names in lists, one a line."""

from collections.abc import Callable

import pytest

from loaders.extractors.actors.items import listed_lines, listed_names
from loaders.extractors.actors.page import Page

PageOf = Callable[[str], Page]
PeopleOf = Callable[[str], dict[str, list[tuple[str, str | None]]]]


def _names(page: Page) -> list[str]:
    return [page.words[i].text for i in sorted(listed_names(page, set()))]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Guests:\n- Zork Palu, Director, Harbour Health", ["Zork"]),
        ("Guests:\nThe Honorable Zork Palu, envoy", ["Zork"]),
        ("Guests:\nDr. Zork Palu\nDr. Oru Tenk", ["Zork", "Oru"]),
        ("Guests:\n• Anna Palu, rope maker", ["Anna"]),
        ("Zork Palu, who sells rope, came.", []),
        ("Guests:\n- Zork Palu, rope maker", []),
        ("Towns:\nPalu Harbour, WA\nOru Harbour, OR", []),
        ("Donors:\n- Palu Foundation, Director", []),
    ],
)
def test_lines_that_vouch_for_their_names(page_of: PageOf, text: str, names: list[str]) -> None:
    assert _names(page_of(text)) == names


def test_a_list_vouches_for_its_other_lines(page_of: PageOf) -> None:
    sure = "Guests:\n- Zork Palu, Director\n- Oru Tenk, Editor\n- Ulm Vadi, ropes\n"
    assert _names(page_of(sure)) == ["Zork", "Oru", "Ulm"]
    unsure = "Guests:\n- Zork Palu, ropes\n- Oru Tenk, nets\n- Ulm Vadi, Director\n"
    assert _names(page_of(unsure)) == ["Ulm"]


def test_lines_of_a_list_by_number(page_of: PageOf) -> None:
    page = page_of("Guests:\n- Zork Palu, Director\nThey ate.\n- Oru Tenk, Editor")
    assert listed_lines(page, set()) == {1, 3}


def test_bodies_end_the_lines_of_lists(people_of: PeopleOf) -> None:
    text = "Guests:\n- Zork Palu, Chief Nurse, Harbour Health\n- Oru Tenk, CEO, Rope & Sail (RS)\n"
    assert people_of(text) == {
        "Zork Palu": [("Chief Nurse", "Harbour Health")],
        "Oru Tenk": [("CEO", "Rope & Sail")],
    }
