"""Which states are actors."""

from collections.abc import Callable

import pytest

from loaders.extractors.actors import acting
from loaders.facts import ActorType, Evidence, Form, Span, Statement
from loaders.reading.cast import Cast

CastOf = Callable[[str], Cast]


def states(cast: Cast) -> list[str]:
    return [a.name for a in cast.actors if a.type is ActorType.STATE]


@pytest.mark.parametrize(
    "text",
    [
        "Malta rejected the plan.",
        "They criticized Malta.",
        "Malta's decision surprised them.",
        "The plan was backed by Malta.",
        "They signed a treaty with Malta.",
        "The Maltese government objected.",
        "Valletta rejected the plan.",
    ],
)
def test_states_that_act_or_are_acted_on(cast_of: CastOf, text: str) -> None:
    assert states(cast_of(text)) == ["Malta"]


@pytest.mark.parametrize("text", ["Ships met in Malta.", "A Maltese fisherman left Gozo."])
def test_states_that_are_a_place_or_a_quality(cast_of: CastOf, text: str) -> None:
    cast = cast_of(text)
    assert states(cast) == []
    assert [a.name for a in cast.others] == ["Malta"]
    assert cast.by_id["malta"].wikidata == "Q233"


def test_whose_office_it_is_acts(cast_of: CastOf) -> None:
    cast = cast_of("Ships met in Malta. Maltese President Anna Berg watched.")
    assert [a.name for a in acting(cast)] == ["Malta", "Anna Berg"]


def test_who_speaks_becomes_an_actor(cast_of: CastOf) -> None:
    cast = cast_of("Ships met in Malta.")
    evidence = Evidence((Span(0, 5),), "test")
    said = Statement("s1", "malta", Form.DIRECT, Span(0, 5), evidence)
    assert [a.id for a in acting(cast, statements=[said])] == ["malta"]
    assert acting(cast) == ()


def test_a_state_known_by_its_office_only(cast_of: CastOf) -> None:
    cast = cast_of("Secretary of State Marta Kalnina spoke.")
    (state,) = cast.others
    assert (state.name, state.mentions, state.evidence.rule) == (
        "United States",
        (),
        "actor.state.office",
    )


def test_every_actor_has_evidence_in_the_text(cast_of: CastOf) -> None:
    text = "NATO Secretary General Marta Kalnina met Maltese officials. Estonia objected."
    for actor in cast_of(text).by_id.values():
        assert actor.evidence.spans
        assert actor.evidence.rule.startswith("actor.")
        assert all(0 <= s.start < s.end <= len(text) for s in actor.evidence.spans)
