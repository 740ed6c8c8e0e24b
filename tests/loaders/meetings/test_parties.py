"""Who the people of a list are: names, titles, groups, those they stand for."""

from collections.abc import Callable

import pytest

from loaders.facts import Group, Meeting

Told = Callable[..., list[str]]
Find = Callable[..., tuple[Meeting, ...]]
WHO = {
    "Ada Lund": "ada",
    "Boris Kern": "boris",
    "Carla Voss": "carla",
    "Dana Holm": "dana",
    "Freedonia": "freedonia",
    "Sylvania": "sylvania",
    "NATO": "nato",
    "OSCE": "osce",
    "European Union": "eu",
    "Guard Mission": "mission",
}


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ("President Boris Kern and Minister Carla Voss", "boris, carla"),
        ("Boris Kern, Carla Voss, and Dana Holm", "boris, carla, dana"),
        ("Boris Kern as well as Carla Voss", "boris, carla"),
        ("Boris Kern, the head of the bank", "boris"),
        ("the head of the bank, Boris Kern", "boris"),
        ("Secretary of State Boris Kern", "boris"),
        ("Head of the Office of the President of Sylvania Boris Kern", "boris"),
        ("Ambassador to Sylvania Boris Kern", "boris"),
        ("President Boris Kern of Sylvania, Minister Carla Voss of Freedonia", "boris"),
        ("President Boris Kern of Sylvania and Minister Carla Voss of Freedonia", "boris, carla"),
        ("Boris Kern (born 1960) and Carla Voss", "boris, carla"),
        ("Boris Kern and with Carla Voss", "boris, carla"),
        ("Boris Kern and the newly elected Carla Voss", "boris, carla"),
        ("Freedonia and Sylvania", "freedonia, sylvania"),
        ("the European Union", "eu"),
    ],
)
def test_members(told: Told, others: str, expected: str) -> None:
    assert told(f"Ada Lund met with {others}.", WHO)[0].startswith("held m")
    assert told(f"Ada Lund met with {others}.", WHO)[0].split(": ")[1] == f"ada | {expected}"


@pytest.mark.parametrize(
    ("others", "expected"),
    [
        ("senior officials", "ada [senior officials]"),
        ("the team of Boris Kern", "ada [the team of Boris Kern]"),
        ("aides of President Boris Kern", "ada [aides of President Boris Kern]"),
        ("Boris Kern's advisers", "ada [Boris Kern's advisers]"),
        ("Boris Kern and other officials", "ada | boris [other officials]"),
        ("NATO officers", "ada [NATO officers]"),
        ("the Sylvanian foreign minister", "ada [the Sylvanian foreign minister]"),
    ],
)
def test_unnamed_people_are_groups(told: Told, others: str, expected: str) -> None:
    assert told(f"Ada Lund met with {others}.", WHO) == [f"held meeting: {expected}"]


def test_office_holders_of_several_stand_for_them(told: Told) -> None:
    others = "the foreign ministers of Freedonia, Sylvania and Norway"
    assert told(f"Ada Lund met with {others}.", {**WHO, "Norway": "norway"}) == [
        f"held multilateral: ada | freedonia, sylvania, norway [{others}]"
    ]


def test_leaders_of_bodies_stand_for_them(told: Told) -> None:
    text = "Ada Lund met with the leaders of the OSCE and the European Union."
    assert told(text, WHO) == [
        "held meeting: ada | osce, eu [the leaders of the OSCE and the European Union]"
    ]


def test_a_group_knows_whom_it_belongs_to(find: Find) -> None:
    text = "Ada Lund met with officials of NATO."
    groups = find(text, WHO)[0].groups
    assert [(g.label, g.of) for g in groups] == [("officials of NATO", "nato")]
    assert isinstance(groups[0], Group)
    assert text[groups[0].span.start : groups[0].span.end] == "officials of NATO"


def test_a_body_beside_a_post_only_explains_it(told: Told) -> None:
    text = "Ada Lund, commander, NATO, met with Boris Kern."
    assert told(text, WHO) == ["held meeting: ada | boris"]


def test_two_posts_with_names_behind_them(told: Told) -> None:
    text = (
        "The chief, General Ada Lund, and the head of the office, Colonel Carla Voss, "
        "met Boris Kern."
    )
    assert told(text, WHO) == ["held meeting: ada, carla | boris"]


def test_a_long_list_before_the_verb(told: Told) -> None:
    text = (
        "Today, Adviser Ada Lund, Secretary of State Carla Voss, and Chairman of the Joint Staff "
        "Gen. Dana Holm held a joint call with Boris Kern."
    )
    assert told(text, WHO) == ["held call: ada, carla, dana | boris on 2024-05-14"]


def test_a_name_that_only_qualifies_another_is_no_participant(told: Told) -> None:
    text = "Carla Voss spokesman Ada Lund met with Boris Kern."
    assert told(text, WHO) == ["held meeting: ada | boris"]


def test_a_deployment_is_the_mission_it_names(told: Told) -> None:
    text = "Ada Lund paid a visit to the Guard Mission deployment in Oslo."
    assert told(text, WHO) == ["held visit: ada | mission in Oslo"]


def test_states_of_the_persons_make_it_multilateral(told: Told) -> None:
    text = "Ada Lund met with Boris Kern and Carla Voss."
    roles = {"ada": "freedonia", "boris": "sylvania", "carla": "norway"}
    known = {**WHO, "Norway": "norway"}
    assert told(text, known, roles=roles) == ["held multilateral: ada | boris, carla"]
    assert told(text, known) == ["held meeting: ada | boris, carla"]
