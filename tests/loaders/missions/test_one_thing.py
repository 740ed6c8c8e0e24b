"""A mission is one thing: no body of the same id or name stands beside it."""

import pytest

from loaders.article import Article
from loaders.facts import Facts
from loaders.pipeline import extract


def facts_of(text: str) -> Facts:
    (facts,) = extract([Article("a", "a.txt", text)])
    return facts


HEADLINE = """NATO Advisory and Liaison Team receives Ulm

OSLO, May 3, 2022 (Rail) - General Bo Ulm visited the NATO Advisory and Liaison Team on Monday.

Directing the NATO Advisory and Liaison Team, Colonel Ann Ode, thanked General Ulm.
"""


def test_a_headline_names_the_mission_too() -> None:
    facts = facts_of(HEADLINE)
    (mission,) = facts.missions
    assert mission.mentions[0].span.start == 0
    assert len(mission.mentions) == 3


BOTH_NAMES = """The Kosovo Force grew. KFOR is strong, said General Bo Ulm.

He has been commander of the Kosovo Force since May.
"""
ENVOY = """Ann Ode, the United Nations envoy, praised UNDOF, the United Nations Disengagement
Observer Force. UNDOF has thanked the envoy and the United Nations.
"""


@pytest.mark.parametrize("text", [HEADLINE, BOTH_NAMES, ENVOY])
def test_no_actor_has_a_missions_id_or_name(text: str) -> None:
    facts = facts_of(text)
    (mission,) = facts.missions
    assert mission.id not in {actor.id for actor in facts.actors}
    names = {mission.name, *mission.aliases}
    assert names.isdisjoint({actor.name for actor in facts.actors})


def test_a_short_name_is_not_the_missions_long_one() -> None:
    facts = facts_of(ENVOY)
    (ode,) = (actor for actor in facts.actors if actor.name == "Ann Ode")
    assert [(r.title, r.of) for r in ode.roles] == [("envoy", "united-nations")]
    assert facts.missions[0].lead is not None
    assert facts.missions[0].lead.value == "united-nations"
