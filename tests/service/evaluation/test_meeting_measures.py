"""Meetings: who, how they stand, when, where."""

import pytest

from service.evaluation.measures.evidence import evidence
from service.evaluation.measures.meeting_details import meeting_details
from service.evaluation.measures.meetings import meetings
from service.evaluation.tally import Tally
from tests.service.evaluation.conftest import FERRER, KOVAC, OTHER, Compare, Json

MET: Json = {
    "participants": ["k", "f"],
    "status": "held",
    "kind": "meeting",
    "date": "2031-05-03",
    "place": "Vaduz",
    "evidence": "Ana Kovač met Luis Ferrer in Vaduz on 3 May 2031.",
}
GOLD: Json = {"actors": [KOVAC, FERRER, OTHER], "meetings": [MET]}


def told(**changes: object) -> Json:
    return GOLD | {"meetings": [MET | changes]}


def test_all_found(compare: Compare) -> None:
    same = compare(GOLD, GOLD)
    assert meetings(same) == {"meetings": Tally(1, 1, 1), "meeting_status": Tally(1, 1, 1)}
    assert meeting_details(same) == {
        "meeting_date": Tally(1, 1, 1),
        "meeting_place": Tally(1, 1, 1),
        "meeting_kind": Tally(1, 1, 1),
        "meeting_participants": Tally(2, 2, 2),
    }
    assert evidence(same) == {"meeting_evidence_exact": Tally(1, 1, 1)}


def test_another_status_is_another_meeting(compare: Compare) -> None:
    found = meetings(compare(GOLD, told(status="planned")))
    assert found == {"meetings": Tally(0, 1, 1), "meeting_status": Tally(0, 1, 1)}


@pytest.mark.parametrize(
    ("participants", "right"), [(["k"], 1), (["k", "f", "o"], 1), (["k", "o"], 0), ([], 0)]
)
def test_half_of_the_participants_are_enough(
    compare: Compare, participants: list[str], right: int
) -> None:
    assert meetings(compare(GOLD, told(participants=participants)))["meetings"].right == right


def test_hosts_take_part(compare: Compare) -> None:
    found = compare(GOLD, told(participants=["f"], host="k"))
    assert meeting_details(found)["meeting_participants"] == Tally(2, 2, 2)
    found = compare(GOLD, told(participants=["f"], host=["k"]))
    assert meeting_details(found)["meeting_participants"] == Tally(2, 2, 2)


def test_a_participant_too_many_is_counted(compare: Compare) -> None:
    found = meeting_details(compare(GOLD, told(participants=["k", "f", "o"])))
    assert found["meeting_participants"] == Tally(2, 3, 2)


def test_another_reading_of_who_took_part_is_right_too(compare: Compare) -> None:
    gold = GOLD | {"meetings": [MET | {"alternatives": [["o"]]}]}
    assert meetings(compare(gold, told(participants=["o"])))["meetings"].right == 1


def test_details_that_are_wrong(compare: Compare) -> None:
    found = meeting_details(compare(GOLD, told(date=None, place="Bern", kind="call")))
    assert [found[f"meeting_{name}"].right for name in ("date", "place", "kind")] == [0, 0, 0]


@pytest.mark.parametrize(
    ("wanted", "place", "right"),
    [
        ("Vaduz, Liechtenstein", "Liechtenstein", 1),
        (["the Hofburg", "Vienna"], "Hofburg", 1),
        ("Vaduz", "", 0),
    ],
)
def test_a_part_of_the_place_is_enough(
    compare: Compare, wanted: object, place: str, right: int
) -> None:
    gold = GOLD | {"meetings": [MET | {"place": wanted}]}
    found = meeting_details(compare(gold, told(place=place)))["meeting_place"]
    assert found == Tally(right, 1, 1)


def test_where_gold_has_no_place_none_is_asked_for(compare: Compare) -> None:
    gold = GOLD | {"meetings": [MET | {"place": None, "kind": None}]}
    assert set(meeting_details(compare(gold, GOLD))) == {"meeting_date", "meeting_participants"}


def test_the_day_decides_between_two_of_the_same_people(compare: Compare) -> None:
    two = GOLD | {"meetings": [MET, MET | {"date": "2031-05-09"}]}
    assert meeting_details(compare(two, told(date="2031-05-09")))["meeting_date"].right == 1


@pytest.mark.parametrize("spare", ["optional_meetings", "unscored_meetings"])
def test_what_may_be_left_out_is_not_wrong(compare: Compare, spare: str) -> None:
    optional = {"participants": ["o", "f"], "status": "held"}
    both = GOLD | {"meetings": [MET, optional | {"status": "planned"}]}
    assert meetings(compare(GOLD | {spare: [optional]}, both))["meetings"] == Tally(1, 1, 1)
    assert meetings(compare(GOLD, both))["meetings"] == Tally(1, 2, 1)


def test_evidence_must_be_the_articles_words(compare: Compare) -> None:
    for wrong in ("They met.", None):
        assert evidence(compare(GOLD, told(evidence=wrong)))["meeting_evidence_exact"].right == 0


def test_without_meetings_nothing_is_asked_for(compare: Compare) -> None:
    assert meetings(compare({}, {})) == {"meetings": Tally()}
    assert meeting_details(compare({}, {})) == {}
