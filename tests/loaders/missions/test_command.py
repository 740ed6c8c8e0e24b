"""Commanders and heads of missions."""

from collections.abc import Callable

import pytest

from loaders.facts import ActorType, Mission

Read = Callable[..., tuple[Mission, ...]]
ADA = {"Ada Novak": ActorType.PERSON}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("The KFOR Commander, Major General Ada Novak, met them.", "title"),
        ("KFOR commander Ada Novak met them.", "title"),
        ("KFOR's commander, General Ada Novak, met them.", "title"),
        ("General Ada Novak, commander of KFOR, met them.", "apposition"),
        ("Ada Novak, the new head of EULEX, met them.", "apposition"),
        ("Ada Novak, who commands KFOR, met them.", "apposition"),
        ("The commander of KFOR, Major General Ada Novak, met them.", "of"),
        ("KFOR is currently led by General Ada Novak.", "led-by"),
        ("The commander of KFOR, commodore Ada Novak, met them.", "of"),
        ("They then met the head of EULEX, Ada Novak.", "of"),
        ("The troops of KFOR, led by General Ada Novak, left.", "led-by"),
        ("KFOR is there. Its commander, Major General Ada Novak, met them.", "its"),
        ("KFOR is there. The mission's head, Ada Novak, met them.", "its"),
        ("The Director of NALT, Brigadier General Ada Novak, left.", "of"),
    ],
)
def test_commander(missions: Read, text: str, rule: str) -> None:
    (mission,) = missions(text, ADA)
    assert mission.commander is not None
    assert mission.commander.value == "Ada Novak"
    assert mission.commander.evidence.rule == f"mission.commander.{rule}"


@pytest.mark.parametrize(
    "text",
    [
        "The deputy commander of KFOR, Ada Novak, met them.",
        "Ada Novak, former commander of KFOR, met them.",
        "KFOR is there. Its former commander, Ada Novak, met them.",
        "KFOR is there. The bank met its head, Mr Ulm, and Ada Novak.",
        "KFOR spokeswoman Ada Novak met them.",
        "Ada Novak met the KFOR Commander.",
        "KFOR thanked Ada Novak.",
    ],
)
def test_no_commander(missions: Read, text: str) -> None:
    (mission,) = missions(text, ADA)
    assert mission.commander is None


def test_a_title_inside_the_persons_mention(missions: Read) -> None:
    name = "KFOR Commander General Ada Novak"
    (mission,) = missions(f"They met {name}.", {name: ActorType.PERSON})
    assert mission.commander is not None
    assert mission.commander.value == name


def test_two_missions_have_their_own_heads(missions: Read) -> None:
    text = "The KFOR Commander, General Ada Novak, and the head of EULEX, Bo Lind, met."
    people = {**ADA, "Bo Lind": ActorType.PERSON}
    heads = {m.id: m.commander.value for m in missions(text, people) if m.commander}
    assert heads == {
        "kfor": "Ada Novak",
        "european-union-rule-of-law-mission-in-kosovo": "Bo Lind",
    }


def test_a_commander_without_a_name(missions: Read) -> None:
    text = "They asked the Italian admiral who now speaks, and the Danish general who leads KFOR."
    (mission,) = missions(text)
    assert mission.commander_described is not None
    assert mission.commander_described.value == "the Danish general who leads KFOR"
    span = mission.commander_described.evidence.spans[0]
    assert text[span.start : span.end] == mission.commander_described.value
