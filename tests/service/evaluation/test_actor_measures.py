"""Actors, roles, missions, false facts, and the article's frame."""

import pytest

from service.evaluation.measures.actors import actors
from service.evaluation.measures.false_facts import false_facts
from service.evaluation.measures.frame import frame
from service.evaluation.measures.mission_facts import mission_facts
from service.evaluation.measures.missions import missions
from service.evaluation.measures.roles import roles
from service.evaluation.tally import Tally
from tests.service.evaluation.conftest import FERRER, KOVAC, OTHER, ROAD, Compare, Json, quoted

NATO: Json = {"id": "n", "name": "NATO", "type": "Organization"}
KFOR: Json = {
    "name": "KFOR",
    "aliases": ["Kosovo Force"],
    "lead": "NATO",
    "place": "Kosovo",
    "commander": "k",
    "strength": [{"value": 3700}],
    "casualties": [{"value": 3, "what": "wounded"}],
}


def titled(person: Json, *roles: list[str | None]) -> Json:
    return {"actors": [person | {"roles": list(roles)}]}


def test_actors_by_name_and_type(compare: Compare) -> None:
    gold = {"actors": [KOVAC, FERRER, NATO]}
    told = {"actors": [KOVAC, FERRER | {"type": "State"}, OTHER]}
    assert actors(compare(gold, told)) == {
        "actors": Tally(1, 3, 3),
        "persons": Tally(1, 2, 2),
    }


def test_optional_actors_and_missions_are_neither_right_nor_wrong(compare: Compare) -> None:
    gold = {"actors": [KOVAC], "optional_actors": [NATO], "missions": [KFOR]}
    told = {"actors": [KOVAC, NATO, {"name": "Kosovo Force", "type": "Organization"}]}
    assert actors(compare(gold, told))["actors"] == Tally(1, 1, 1)


@pytest.mark.parametrize(
    ("wanted", "told", "tally"),
    [
        (["President", "Norway"], ["president", "the Norway"], Tally(1, 1, 1)),
        (["President", "Norway"], ["President", "Kosovo"], Tally(0, 1, 1)),
        (["President", "Norway"], ["President", None], Tally(0, 1, 1)),
        (["President", None], ["President", "Norway"], Tally(1, 1, 1)),
        (["President"], ["President", None], Tally(1, 1, 1)),
        (["President", "Norway"], ["Minister", "Norway"], Tally(0, 1, 1)),
    ],
)
def test_roles(
    compare: Compare, wanted: list[str | None], told: list[str | None], tally: Tally
) -> None:
    assert roles(compare(titled(KOVAC, wanted), titled(KOVAC, told))) == {"roles": tally}


def test_one_told_role_may_answer_two_of_gold(compare: Compare) -> None:
    gold = titled(KOVAC, ["President", None], ["President", "Norway"])
    assert roles(compare(gold, titled(KOVAC, ["President", "Norway"])))["roles"] == Tally(2, 2, 2)


def test_roles_of_persons_who_are_not_found_are_not_asked_for(compare: Compare) -> None:
    assert roles(compare(titled(KOVAC, ["President", None]), {"actors": [OTHER]})) == {}


def test_missions_by_name_and_alias(compare: Compare) -> None:
    told = {"missions": [{"name": "Kosovo Force"}, {"name": "UNMIK"}]}
    assert missions(compare({"missions": [KFOR]}, told)) == {"missions": Tally(1, 2, 1)}


def test_words_that_mention_a_mission_are_no_name(compare: Compare) -> None:
    told = {"missions": [{"name": "UNMIK", "mentions": ["KFOR"]}]}
    assert missions(compare({"missions": [KFOR]}, told))["missions"].right == 0


@pytest.mark.parametrize(
    ("changes", "tally"),
    [
        ({}, Tally(5, 5, 5)),
        ({"lead": None}, Tally(4, 4, 5)),
        ({"lead": "OSCE"}, Tally(4, 5, 5)),
        ({"mandate": "Resolution 1244"}, Tally(5, 6, 5)),
        ({"commander": "Kovač"}, Tally(5, 5, 5)),
        ({"strength": [{"value": 3700.0}, {"value": 20}]}, Tally(5, 6, 5)),
        ({"changes": [{"value": 3700, "kind": "increase"}]}, Tally(5, 6, 5)),
        ({"casualties": [{"value": 3, "what": "killed"}]}, Tally(4, 5, 5)),
    ],
)
def test_facts_of_missions(compare: Compare, changes: Json, tally: Tally) -> None:
    gold = {"actors": [KOVAC], "missions": [KFOR]}
    told = {"actors": [KOVAC], "missions": [KFOR | changes]}
    assert mission_facts(compare(gold, told)) == {"mission_facts": tally}
    wrong = tally.told - tally.right
    assert false_facts(compare(gold, told))["false_facts_per_article"].right == wrong


def test_a_commander_whom_gold_describes_is_not_asked_for(compare: Compare) -> None:
    gold = {"missions": [{"name": "KFOR", "commander_described": "its Hungarian commander"}]}
    told = {"missions": [{"name": "KFOR", "commander": "Ana Kovač"}]}
    assert mission_facts(compare(gold, told)) == {}


def test_false_facts_are_added_up(compare: Compare) -> None:
    told = {
        **titled(KOVAC, ["President", None]),
        "statements": [quoted(ROAD, "k")],
        "meetings": [{"participants": ["k", "Ida Holm"], "status": "held"}],
        "missions": [KFOR],
    }
    gold = {"actors": [KOVAC], "missions": [{"name": "KFOR"}]}
    found = false_facts(compare(gold, told))
    assert found == {"false_facts_per_article": Tally(1 + 1 + 1 + 5, 1, 1)}


@pytest.mark.parametrize(
    ("wanted", "told", "right"),
    [
        ("2031-05-03", "2031-05-03", 1),
        ("2031-05-03", None, 0),
        (None, "2031-05-03", 0),
        (None, None, 1),
    ],
)
def test_the_day(compare: Compare, wanted: str | None, told: str | None, right: int) -> None:
    found = frame(compare({"published": wanted}, {"published": told}))
    assert found == {"article_published": Tally(right, 1, 1)}


def test_the_headline_is_compared_folded(compare: Compare) -> None:
    gold = {"headline": "Talks in Vaduz"}
    assert frame(compare(gold, {"headline": "TALKS IN VADUZ!"}))["article_headline"].right == 1
    assert frame(compare(gold, {}))["article_headline"].right == 0
