"""Bodies that no table knows, by the offices held there."""

from collections.abc import Callable

import pytest

from loaders.extractors.actors.gazetteer import find_hits
from loaders.extractors.actors.led import find_led
from loaders.extractors.actors.page import Page

PageOf = Callable[[str], Page]
PeopleOf = Callable[[str], dict[str, list[tuple[str, str | None]]]]


def _found(page: Page) -> list[str]:
    hits, entities = find_led(page, find_hits(page))
    return [entities[hit.key].name for hit in hits]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Anna Lund, director of Youth Voices Narva, spoke.", ["Youth Voices Narva"]),
        ("Anna Lund, a professor at Heron College, spoke.", ["Heron College"]),
        ("Anna Lund, president of the Rope Makers Guild, spoke.", ["Rope Makers Guild"]),
        ("He met Anna Lund, Director of Policy Planning.", []),
        ("He met Anna Lund, an attorney for Kessel.", []),
        ("He met the father of Anna Lund.", []),
        ("He met Anna Lund, the leader of the north.", []),
        ("Members of the Presidential Delegation arrived.", []),
        ("He met Anna Lund, a spokeswoman for the Rope-5 News Watch.", ["Rope-5 News Watch"]),
    ],
)
def test_names_behind_a_title(page_of: PageOf, text: str, names: list[str]) -> None:
    assert _found(page_of(text)) == names


def test_a_name_before_a_title_and_a_person(people_of: PeopleOf) -> None:
    text = "Civil Rescue Authority director Anna Lund said that the bridge was closed."
    assert people_of(text) == {"Anna Lund": [("director", "Civil Rescue Authority")]}


def test_a_body_whose_abbreviation_stands_before_the_title(people_of: PeopleOf) -> None:
    text = "Fisheries Union (FU) leader Anna Lund met the press."
    assert people_of(text) == {"Anna Lund": [("leader", "Fisheries Union")]}
