"""Names of the tables found in texts."""

from collections.abc import Callable

import pytest

from loaders.extractors.actors.gazetteer import find_hits, gazetteer, states
from loaders.extractors.actors.page import Page

PageOf = Callable[[str], Page]


def found(page: Page) -> list[tuple[str, str, str]]:
    return [(page.text(h.start, h.end), h.how, h.key) for h in find_hits(page)]


def test_the_longest_name_wins(page_of: PageOf) -> None:
    page = page_of("The UN Security Council met, said the UN.")
    assert found(page) == [
        ("UN Security Council", "name", "org:United Nations Security Council"),
        ("UN", "name", "org:United Nations"),
    ]


def test_states_by_name_demonym_capital_and_people(page_of: PageOf) -> None:
    page = page_of("Estonian envoys from Tallinn and Latvians left Malta.")
    assert found(page) == [
        ("Estonian", "demonym", "state:ee"),
        ("Tallinn", "capital", "state:ee"),
        ("Latvians", "people", "state:lv"),
        ("Malta", "name", "state:mt"),
    ]


def test_diacritics_may_be_missing(page_of: PageOf) -> None:
    assert found(page_of("Talks on Cote d'Ivoire"))[0][2] == "state:ci"


def test_places_that_only_sound_like_states(page_of: PageOf) -> None:
    assert [h[1] for h in found(page_of("Ships crossed the Gulf of Mexico."))] == ["place"]


def test_a_surname_is_no_state(page_of: PageOf) -> None:
    page = page_of("Michael Jordan arrived on Monday.")
    assert found(page) == []


def test_is_among_capitals_is_a_verb(page_of: PageOf) -> None:
    assert found(page_of("THIS IS NOT A DRILL")) == []


def test_no_name_crosses_a_line(page_of: PageOf) -> None:
    assert [h[0] for h in found(page_of("European\nUnion"))] == []


@pytest.mark.parametrize("code", ["xk", "mk", "ps", "tw", "va"])
def test_states_carry_their_wikidata_id(code: str) -> None:
    wikidata = states()[f"state:{code}"].wikidata
    assert wikidata is not None
    assert wikidata.startswith("Q")


def test_every_body_of_the_table_has_a_kind() -> None:
    bodies = [e for key, e in gazetteer().entities.items() if key.startswith("org:")]
    assert len(bodies) > 400
    assert all(e.kind for e in bodies)
