"""Parts of bodies' names: units' names, offices' holders, "People's"."""

from collections.abc import Callable

import pytest

from loaders.facts import ActorType
from loaders.reading.cast import Cast

CastOf = Callable[[str], Cast]


@pytest.mark.parametrize(
    ("subject", "body"),
    [
        ("The People's Democratic Front", "People's Democratic Front"),
        ("The House Committee on Veterans' Affairs", "House Committee on Veterans' Affairs"),
        ("The Center of Research for Innovation", "Center of Research for Innovation"),
        ("The Narva District Court for Harbours", "Narva District Court for Harbours"),
        ("The Great Orchestra of Winter Hope", "Great Orchestra of Winter Hope"),
        ("The Office of the Prime Minister", "Office of the Prime Minister"),
        (
            "The Office of the Special Inspector General for Harbours",
            "Office of the Special Inspector General for Harbours",
        ),
        ("Combined Team Zabul", "Combined Team Zabul"),
        ("Regional Command South", "Regional Command South"),
        ("Task Force Narva", "Task Force Narva"),
    ],
)
def test_names_in_full(cast_of: CastOf, subject: str, body: str) -> None:
    found = cast_of(subject + " rejected the plan.").actors
    assert [(a.name, a.type) for a in found] == [(body, ActorType.ORGANIZATION)]


def test_a_states_service_has_a_name_of_common_words(cast_of: CastOf) -> None:
    found = cast_of("Estonia's Civil Defense Authority rejected the plan.").actors
    assert "Civil Defense Authority" in [a.name for a in found]


def test_common_words_alone_are_no_name(cast_of: CastOf) -> None:
    assert cast_of("The Armed Forces Command rejected the plan.").actors == ()


def test_a_person_behind_an_office_is_no_part_of_it(cast_of: CastOf) -> None:
    found = cast_of("The Office of Prime Minister Anna Lund rejected the plan.").actors
    assert "Anna Lund" in [a.name for a in found]
