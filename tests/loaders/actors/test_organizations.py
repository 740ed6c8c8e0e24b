"""Organizations that no table knows, by the nouns in their names."""

from collections.abc import Callable

import pytest

from loaders.reading.cast import Cast

CastOf = Callable[[str], Cast]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Narva Relief Assistance Team sent two lorries.", "Narva Relief Assistance Team"),
        ("The Baltic Federation of Teachers called a strike.", "Baltic Federation of Teachers"),
        ("The Narva Student Union called a strike.", "Narva Student Union"),
        ("The Baltic League for Democracy called a strike.", "Baltic League for Democracy"),
        ("According to Narva News, the strike ended.", "Narva News"),
        ("The Estonian Red Crescent sent two lorries.", "Estonian Red Crescent"),
    ],
)
def test_bodies_by_their_noun(cast_of: CastOf, text: str, name: str) -> None:
    assert name in {actor.name for actor in cast_of(text).actors}


@pytest.mark.parametrize("text", ["Team Estonia won the cup.", "The U.S.-Estonia Alliance grew."])
def test_teams_and_alliances_of_states_are_no_bodies(cast_of: CastOf, text: str) -> None:
    kinds = {actor.type.value for actor in cast_of(text).actors}
    assert "Organization" not in kinds
