"""Names of missions: table, abbreviations, patterns."""

import pytest

from loaders.extractors.missions.known import known_missions
from loaders.extractors.missions.naming import name_missions
from loaders.extractors.missions.patterned import parts_of
from loaders.reading.parse import language


def read(text: str) -> list[tuple[str, list[str]]]:
    return [
        (m.id, [text[x.span.start : x.span.end] for x in m.mentions])
        for m in name_missions(language().make_doc(text))
    ]


def test_an_abbreviation_and_the_full_name_are_one_mission() -> None:
    text = "The Kosovo Force grew. KFOR is strong."
    assert read(text) == [("kfor", ["Kosovo Force", "KFOR"])]


def test_the_longest_name_counts() -> None:
    text = "The NATO Advisory and Liaison Team in Kosovo met."
    assert read(text) == [
        ("nato-advisory-and-liaison-team", ["NATO Advisory and Liaison Team in Kosovo"])
    ]


def test_names_of_other_languages_and_dashes() -> None:
    assert read("FINUL patrols.") == [("united-nations-interim-force-in-lebanon", ["FINUL"])]
    text = "Combined Joint Task Force – Operation Inherent Resolve said"
    assert [mission for mission, _ in read(text)] == [
        "combined-joint-task-force-operation-inherent-resolve"
    ]


def test_a_name_may_run_over_a_line() -> None:
    text = "The Multinational Force\nand Observers watch."
    assert read(text)[0][1] == ["Multinational Force\nand Observers"]


def test_a_weak_name_counts_only_beside_a_strong_one() -> None:
    assert read("The MFO is here.") == []
    text = "The Multinational Force and Observers (MFO) came. The MFO stays."
    assert read(text)[0][1] == ["Multinational Force and Observers", "MFO", "MFO"]


def test_an_abbreviation_in_brackets_is_learnt() -> None:
    text = "The Resolute Support Mission (RSX) ended. RSX staff left."
    assert read(text) == [("resolute-support-mission", ["Resolute Support Mission", "RSX", "RSX"])]


@pytest.mark.parametrize(
    "text",
    ["Althea sang.", "The sfor word.", "The stabilisation force of habit.", "Kosovo forces left."],
)
def test_what_names_no_mission(text: str) -> None:
    assert read(text) == []


def test_numbered_task_forces_by_pattern() -> None:
    text = "Task Force (CTF) 77 sailed. CTF 77 is back."
    (mission,) = name_missions(language().make_doc(text))
    assert (mission.name, mission.aliases) == ("CTF 77", ("Task Force (CTF) 77",))
    assert mission.evidence.rule == "mission.name.pattern"


def test_unknown_missions_by_pattern() -> None:
    text = "The EU Police Training Mission in Ruritania opened."
    assert read(text) == [
        ("eu-police-training-mission-in-ruritania", ["EU Police Training Mission in Ruritania"])
    ]
    assert parts_of("EU Police Training Mission in Ruritania") == ("European Union", "Ruritania")
    assert parts_of("Some Mission") == (None, None)


def test_an_embassy_is_no_mission() -> None:
    assert read("The EU Mission to Ruritania and the UN Mission met.") == []


def test_missions_stand_in_order_of_mention() -> None:
    text = "UNIFIL, KFOR and UNIFIL."
    assert [m for m, _ in read(text)] == ["united-nations-interim-force-in-lebanon", "kfor"]


def test_the_table_is_whole() -> None:
    missions = known_missions()
    assert len(missions) > 200
    assert all(m.name and "|" not in m.name for m in missions.values())
    assert missions["kfor"].lead == "NATO"
    assert missions["kfor"].place == "Kosovo"


def test_the_name_has_evidence() -> None:
    (mission,) = name_missions(language().make_doc("Then KFOR left."))
    assert mission.evidence.spans == (mission.mentions[0].span,)
    assert mission.evidence.rule == "mission.name.table"
