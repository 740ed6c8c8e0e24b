"""Names of missions: table, abbreviations, patterns."""

import pytest

from loaders.extractors.missions.known import known_missions
from loaders.extractors.missions.naming import name_missions
from loaders.extractors.missions.patterned import parts_of


def read(text: str) -> list[tuple[str, list[str]]]:
    return [
        (m.id, [text[x.span.start : x.span.end] for x in m.mentions]) for m in name_missions(text)
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
    (mission,) = name_missions(text)
    assert (mission.name, mission.aliases) == ("CTF 77", ("Task Force (CTF) 77",))
    assert mission.evidence.rule == "mission.name.pattern"


def test_unknown_missions_by_pattern() -> None:
    text = "The EU Police Training Mission in Ruritania opened."
    assert read(text) == [
        ("eu-police-training-mission-in-ruritania", ["EU Police Training Mission in Ruritania"])
    ]
    assert parts_of("EU Police Training Mission in Ruritania") == ("European Union", "Ruritania")
    assert parts_of("Some Mission") == (None, None)


def test_a_descriptive_name_that_goes_on_with_another_state_is_another_mission() -> None:
    text = "The NATO Training Mission in Mali (NTM) opened. The NTM is small."
    assert read(text) == [
        ("nato-training-mission-in-mali", ["NATO Training Mission in Mali", "NTM", "NTM"])
    ]


def test_a_lent_abbreviation_is_the_new_missions_too() -> None:
    text = "The European Union Training Mission in Chad (EUTM) opened. EUTM Chad is small."
    ((name, words),) = read(text)
    assert name == "european-union-training-mission-in-chad"
    assert words[1:] == ["EUTM", "EUTM"]


def test_an_abbreviation_in_brackets_goes_before_the_tables() -> None:
    text = "The European Union Military Assistance Mission in Mozambique (EUMAM) met. EUMAM left."
    ((name, words),) = read(text)
    assert name == "european-union-military-assistance-mission-in-mozambique"
    assert words[1:] == ["EUMAM", "EUMAM"]
    assert [m for m, _ in read("EUMAM left.")] == [
        "european-union-military-assistance-mission-in-support-of-ukraine"
    ]


@pytest.mark.parametrize(
    ("text", "mission"),
    [
        ("KFOR in Serbia is a rumour.", "kfor"),  # a short name is one mission's
        ("The NATO Training Mission in Iraq met.", "nato-training-mission-iraq"),
        ("The NATO Training Mission in Baghdad met.", None),  # a town says not which state
    ],
)
def test_other_places_behind_a_name_change_nothing(text: str, mission: str | None) -> None:
    assert [m for m, _ in read(text)][:1] != ["nato-training-mission-in-serbia"]
    if mission:
        assert [m for m, _ in read(text)] == [mission]


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
    (mission,) = name_missions("Then KFOR left.")
    assert mission.evidence.spans == (mission.mentions[0].span,)
    assert mission.evidence.rule == "mission.name.table"
