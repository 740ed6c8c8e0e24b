"""Organizations: every state's bodies, unlisted names, abbreviations, short forms."""

from collections.abc import Callable

import pytest

from loaders.facts import ActorType
from loaders.reading.cast import Cast

CastOf = Callable[[str], Cast]


def organizations(cast: Cast) -> dict[str, tuple[str, ...]]:
    return {a.name: a.aliases for a in cast.actors if a.type is ActorType.ORGANIZATION}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Latvian Foreign Ministry protested.", "Foreign Ministry of Latvia"),
        ("Malta's defense ministry protested.", "Ministry of Defence of Malta"),
        ("The Ministry of Justice of Estonia protested.", "Ministry of Justice of Estonia"),
        ("The Estonian Armed Forces moved.", "Estonian Armed Forces"),
        ("The Maltese parliament voted.", "Parliament of Malta"),
        ("The Foreign Ministry protested.", "Foreign Ministry"),
    ],
)
def test_bodies_that_every_state_has(cast_of: CastOf, text: str, name: str) -> None:
    assert list(organizations(cast_of(text))) == [name]


def test_small_letters_alone_name_no_body(cast_of: CastOf) -> None:
    assert organizations(cast_of("The foreign ministry and the army protested.")) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The Baltic Harbour Commission met.", "Baltic Harbour Commission"),
        ("The 12th Signal Squadron left.", "12th Signal Squadron"),
        ("The Committee on Fishing and Ports met.", "Committee on Fishing and Ports"),
        ("The Riverside Forum Malta met.", "Riverside Forum Malta"),
    ],
)
def test_unlisted_bodies_by_their_nouns(cast_of: CastOf, text: str, name: str) -> None:
    assert list(organizations(cast_of(text))) == [name]


def test_a_noun_that_goes_on_means_something_else(cast_of: CastOf) -> None:
    assert organizations(cast_of("They landed at Blue River Air Force Base.")) == {}


def test_a_government_named_for_its_head(cast_of: CastOf) -> None:
    assert list(organizations(cast_of("The Tamm administration objected."))) == [
        "Tamm administration"
    ]


def test_an_abbreviation_in_brackets_binds(cast_of: CastOf) -> None:
    text = "The Baltic Harbour Commission (BHC) met. The BHC objected."
    (actor,) = [a for a in cast_of(text).actors if a.type is ActorType.ORGANIZATION]
    assert actor.aliases == ("BHC",)
    assert [text[m.span.start : m.span.end] for m in actor.mentions] == [
        "Baltic Harbour Commission",
        "BHC",
        "BHC",
    ]


def test_a_short_form_means_the_full_name(cast_of: CastOf) -> None:
    text = "The Supreme Court of Malta ruled. The Supreme Court rejected the appeal."
    assert organizations(cast_of(text)) == {"Supreme Court of Malta": ("Supreme Court",)}


def test_where_something_happens_is_no_actor(cast_of: CastOf) -> None:
    cast = cast_of("They gathered at the White House.")
    assert organizations(cast) == {}
    assert [a.name for a in cast.others] == ["White House"]


def test_an_acronym_that_acts(cast_of: CastOf) -> None:
    cast = cast_of("The IAMC said on Monday that it had protested against the plan.")
    assert list(organizations(cast)) == ["IAMC"]


def test_an_acronym_of_a_named_body(cast_of: CastOf) -> None:
    text = "The Baltic Harbour Commission met. The BHC said on Monday that ships had left."
    assert organizations(cast_of(text)) == {"Baltic Harbour Commission": ("BHC",)}


def test_the_coalition_where_its_enemy_is_named(cast_of: CastOf) -> None:
    assert list(organizations(cast_of("The Coalition formed a cabinet."))) == []
    found = organizations(cast_of("ISIS fled. The Coalition advanced."))
    assert found == {"ISIS": (), "counter-ISIL coalition": ("Coalition",)}


def test_an_embassy_and_its_seat(cast_of: CastOf) -> None:
    found = organizations(cast_of("The Maltese Embassy in Tallinn protested."))
    assert list(found) == ["Embassy of Malta in Tallinn"]


def test_fields_are_joined_bodies_are_not(cast_of: CastOf) -> None:
    text = "The Committee on Fishing and Ports met the University of Narva and Tartu College."
    assert list(organizations(cast_of(text))) == [
        "Committee on Fishing and Ports",
        "University of Narva",
        "Tartu College",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Latvia's security forces opened the road.", "Latvia security forces"),
        ("Latvian security forces opened the road.", "Latvian security forces"),
    ],
)
def test_forces_are_named_as_the_article_names_them(
    cast_of: Callable[[str], Cast], text: str, name: str
) -> None:
    assert name in [actor.name for actor in cast_of(text).actors]
