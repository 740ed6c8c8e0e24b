"""Lists of bodies and who came for them."""

from collections.abc import Callable

from loaders.facts import ActorType
from loaders.reading.cast import Cast

CastOf = Callable[[str], Cast]
_ROSTER = (
    "Bodies that took part included:\n\n- Baltic Harbour Union: Anna Lund\n\n"
    "- Fishers for Clean Water: Bo Thao-Urma\n\n- Narva Boatbuilders Association: Quyen Dinarsson\n"
)


def _named(cast: Cast, kind: ActorType) -> list[str]:
    return [a.name for a in cast.actors if a.type is kind]


def test_a_body_and_a_person_a_line(cast_of: CastOf) -> None:
    cast = cast_of(_ROSTER)
    assert _named(cast, ActorType.ORGANIZATION) == [
        "Baltic Harbour Union",
        "Fishers for Clean Water",
        "Narva Boatbuilders Association",
    ]
    assert _named(cast, ActorType.PERSON) == ["Anna Lund", "Bo Thao-Urma", "Quyen Dinarsson"]


def test_two_lines_are_no_list(cast_of: CastOf) -> None:
    cast = cast_of("Heard today:\n\n- Clean Water Now: Urma Quyen\n\n- Boats Forever: Dinar Bo\n")
    assert _named(cast, ActorType.ORGANIZATION) == []


def test_titles_before_names_are_no_bodies(cast_of: CastOf) -> None:
    text = (
        "On the panel:\n\n- Committee Chair: Anna Lund\n\n- Group Spokesman: Jon Berg\n\n"
        "- Board Member: Eva Holm\n"
    )
    assert _named(cast_of(text), ActorType.ORGANIZATION) == []
