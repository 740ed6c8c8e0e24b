"""Facts under the threshold: told apart, out of the lists and out of the default graph."""

from dataclasses import replace

import pytest

from loaders.article import Article
from loaders.confidence import doubted, sure, without_idle
from loaders.confidence.judging import judged
from loaders.documents import document
from loaders.facts import Evidence, Facts
from loaders.mapping import map_facts
from loaders.pipeline import extract
from tests.loaders.confidence.conftest import scene_of

TEXT = (
    "Prime Minister Ana Kovač of Norway met President Luis Ferrer of Chile in Vaduz on 3 May 2031. "
    "At the meeting Kovač told Ferrer that the bridge was open. KFOR has 3,700 troops in Kosovo."
)


def facts(text: str = TEXT) -> Facts:
    (found,) = extract([Article("a", "a.txt", text)])
    return found


def unsure(evidence: Evidence) -> Evidence:
    return replace(evidence, confidence=0.49)


def test_sure_facts_stay_as_they_are() -> None:
    assert sure(facts()) == facts()
    assert doubted(facts()).statements == doubted(facts()).meetings == doubted(facts()).roles == ()


def test_a_doubted_meeting_is_told_apart_and_nothing_links_to_it() -> None:
    found = facts()
    (meeting,) = found.meetings
    (statement,) = found.statements
    assert statement.meeting == meeting.id
    told = document(replace(found, meetings=(replace(meeting, evidence=unsure(meeting.evidence)),)))
    assert told["meetings"] == []
    assert [m["id"] for m in told["doubted"]["meetings"]] == [meeting.id]
    assert [s["meeting"] for s in told["statements"]] == [None]


def test_a_doubted_statement_is_told_apart() -> None:
    found = facts()
    (statement,) = found.statements
    less = replace(found, statements=(replace(statement, evidence=unsure(statement.evidence)),))
    told = document(less)
    assert told["statements"] == []
    assert [(s["text"], s["confidence"]) for s in told["doubted"]["statements"]] == [
        ("the bridge was open", 0.49)
    ]


def test_a_doubted_office_leaves_its_holder_and_takes_a_state_that_nothing_names() -> None:
    found = facts("Defense Secretary Ana Kovač left. Norway thanked Ana Kovač for the bridge.")
    person = next(a for a in found.actors if a.roles)
    role = replace(person.roles[0], of="us", evidence=unsure(person.roles[0].evidence))
    state = replace(person, id="us", name="United States", mentions=(), roles=())
    others = tuple(a for a in found.actors if a != person)
    less = replace(found, actors=(replace(person, roles=(role,)), *others, state))
    told = document(less)
    assert person.id in {a["id"] for a in told["actors"]}
    assert "us" not in {a["id"] for a in told["actors"]}
    assert all(a["roles"] == [] for a in told["actors"])
    (apart,) = told["doubted"]["roles"]
    assert (apart["actor"], apart["title"], apart["of"]) == (person.id, role.title, "us")


def test_doubted_facts_of_a_mission_are_left_out() -> None:
    found = facts()
    (mission,) = found.missions
    assert mission.place is not None
    place = replace(mission.place, evidence=unsure(mission.place.evidence))
    figures = tuple(replace(f, evidence=unsure(f.evidence)) for f in mission.figures)
    less = replace(found, missions=(replace(mission, place=place, figures=figures),))
    (told,) = document(less)["missions"]
    assert (told["place"], told["strength"]) == (None, [])
    (kept,) = sure(found).missions
    assert (kept.place, kept.figures) == (mission.place, mission.figures)


def test_an_idle_body_goes_and_one_that_facts_use_stays() -> None:
    found = facts("Norway’s bakers left. Ana Kovač of Chile said that Norway was cold.")
    weak = tuple(replace(a, evidence=unsure(a.evidence)) for a in found.actors)
    kept = without_idle(replace(found, actors=weak))
    names = {a.name for a in kept.actors}
    assert "Ana Kovač" in names
    assert "Norway" not in names
    about = {who for s in kept.statements for who in s.about}
    assert {a.id for a in kept.others} == about


@pytest.mark.parametrize(("confidence", "accepted"), [(0.5, True), (0.499, False)])
def test_the_threshold_keeps_doubted_facts_out_of_the_default_graph(
    confidence: float, accepted: bool
) -> None:
    found = facts()
    (statement,) = found.statements
    weak = replace(statement.evidence, confidence=confidence)
    less = replace(found, statements=(replace(statement, evidence=weak),))
    graph = map_facts(less, {}, "http://localhost/id/")
    told = [c for c in graph.claims if c.evidence.rule == statement.evidence.rule]
    assert {c.accepted for c in told} == {accepted}


def test_judging_gives_each_fact_its_own_confidence_twice_the_same() -> None:
    scene = scene_of(TEXT)
    once = judged(scene.facts, scene.reading, scene.cast)
    assert once == judged(scene.facts, scene.reading, scene.cast)
    (meeting,) = once.meetings
    assert meeting.evidence.confidence == meeting.status_evidence.confidence
    sureness = [
        *(s.evidence.confidence for s in once.statements),
        meeting.evidence.confidence,
        *(a.evidence.confidence for a in once.actors),
        *(r.evidence.confidence for a in once.actors for r in a.roles),
        *(f.evidence.confidence for m in once.missions for f in m.figures),
    ]
    assert all(0 < one < 1 for one in sureness)
    assert len(set(sureness)) > 3
