"""Edits of facts: what a correction changes, and what it must leave alone."""

from dataclasses import replace

import pytest

from loaders.corrections import Correction, Kind, Mending, Merge, Target
from loaders.corrections.editing import edited
from loaders.corrections.leaving import without
from loaders.facts import Derivation, Facts, Stated
from tests.service.http.story import BASE, by, courier, harbor

HARBOR = harbor()


def correction(kind: Kind, value: str = "", name: str = "c1", **more: object) -> Correction:
    return Correction(name, kind, "why", "Ada", "2031-06-01T00:00:00Z", value=value, **more)


def edit(kind: Kind, claim: str, value: str = "") -> Facts:
    return edited(HARBOR, claim, correction(kind, value), BASE)


def test_a_rejected_statement_or_meeting_goes_and_nothing_else() -> None:
    assert edit(Kind.REJECT, "statement-s1") == replace(HARBOR, statements=())
    assert edit(Kind.REJECT, "meeting-m-held") == replace(HARBOR, meetings=())


@pytest.mark.parametrize("part", ["date", "place"])
def test_a_meeting_without_its_date_or_place(part: str) -> None:
    [meeting] = edit(Kind.REJECT, f"meeting-m-held-{part}").meetings
    assert meeting == replace(HARBOR.meetings[0], **{part: None})


@pytest.mark.parametrize("claim", ["role-dorn-1", "mission-sentinel-lead", "statement-s1-topic-1"])
def test_what_only_a_claim_holds_is_left_to_the_mapping(claim: str) -> None:
    assert edit(Kind.REJECT, claim) == HARBOR


def test_another_day_keeps_the_words_that_were_read() -> None:
    [meeting] = edit(Kind.DATE, "meeting-m-held-date", "2031-05-04").meetings
    assert meeting.date is not None
    assert (meeting.date.edtf, meeting.date.words) == ("2031-05-04", "on 1 May")
    assert meeting.date.derivation is Derivation.CORRECTED
    assert meeting.evidence.confidence == 1.0


def test_another_place_is_sure_and_has_the_same_words() -> None:
    [meeting] = edit(Kind.PLACE, "meeting-m-held", "Ellin").meetings
    before = HARBOR.meetings[0].place
    assert meeting.place is not None
    assert before is not None
    assert meeting.place.value == "Ellin"
    assert meeting.place.evidence.spans == before.evidence.spans
    assert meeting.place.evidence.rule == "reader.place"


def test_another_speaker_speaks_alone() -> None:
    together = replace(HARBOR.statements[0], co_speakers=("raske",))
    found = edited(
        replace(HARBOR, statements=(together,)),
        "statement-s1",
        correction(Kind.SPEAKER, "actor/x"),
        BASE,
    )
    [said] = found.statements
    assert (said.speaker, said.co_speakers) == (f"{BASE}actor/x", ())


def test_nobody_refers_to_a_person_who_is_none() -> None:
    dorn = HARBOR.actors[0]
    found = without(HARBOR, dorn)
    assert "dorn" not in {actor.id for actor in found.actors}
    assert found.statements == ()
    assert [p.actor for p in found.meetings[0].participations] == ["raske"]


def test_a_statement_of_two_stays_the_others() -> None:
    said = replace(HARBOR.statements[0], co_speakers=("lakes",), about=("dorn", "veldania"))
    [left] = without(replace(HARBOR, statements=(said,)), HARBOR.actors[0]).statements
    assert (left.speaker, left.co_speakers, left.about) == ("lakes", (), ("veldania",))


def test_a_state_that_is_none_leaves_offices_without_it() -> None:
    state = HARBOR.actors[2]
    found = without(HARBOR, state)
    assert found.actors[0].roles[0].of is None
    assert found.statements == HARBOR.statements


def test_a_meeting_of_nobody_else_goes() -> None:
    told = courier()
    alone = replace(told.meetings[0], participations=told.meetings[0].participations[:1])
    person = next(a for a in told.actors if a.id == alone.participations[0].actor)
    assert without(replace(told, meetings=(alone,)), person).meetings == ()


def test_a_mission_loses_who_leads_it_by_id_or_name() -> None:
    body = HARBOR.actors[3]
    assert without(HARBOR, body).missions[0].lead is None
    named = Stated("the Lakes Union", by(HARBOR.text, "led by the Lakes Union"))
    mission = replace(HARBOR.missions[0], lead=named, contributors=(named,))
    [left] = without(replace(HARBOR, missions=(mission,)), body).missions
    assert (left.lead, left.contributors) == (None, ())


def test_a_figure_loses_a_source_that_is_none() -> None:
    told = courier()
    raske = next(a for a in told.actors if a.id == "raske")
    assert without(told, raske).missions[0].figures[0].evidence.said_by is None


def merge(name: str, actor: str, into: str) -> Correction:
    return correction(Kind.MERGE, into, name, actor=actor, label=into.upper())


def test_merges_are_followed_to_their_end() -> None:
    mending = Mending.of([merge("2", "b", "c"), merge("1", "a", "b")])
    assert mending.merges == {
        "a": Merge("c", "C", ("correction/1", "correction/2"), "Ada: why"),
        "b": Merge("c", "C", ("correction/2",), "Ada: why"),
    }


def test_a_merge_that_closes_a_circle_is_left_out() -> None:
    mending = Mending.of([merge("1", "a", "b"), merge("2", "b", "a")])
    assert set(mending.merges) == {"a"}


def test_corrections_are_applied_in_their_order_whatever_order_they_come_in() -> None:
    target = Target("k", "statement-s1", (), (), ())
    first = correction(Kind.REJECT, name="a", target=target)
    second = replace(first, id="b", at="2031-06-02T00:00:00Z")
    assert Mending.of([second, first]).for_article("k") == (first, second)
    assert Mending.of([second, first]) == Mending.of([first, second])
    assert Mending.of([first]).for_article("other") == ()
