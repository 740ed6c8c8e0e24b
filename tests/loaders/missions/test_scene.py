"""Which mission the words of a sentence mean, and what verbs say."""

import re

import pytest

from loaders.article import Article
from loaders.extractors.missions.naming import name_missions
from loaders.extractors.missions.scene import Scene, governor, head_of, says
from loaders.extractors.missions.states import state_of
from loaders.facts import Anatomy, Span
from loaders.reading.cast import Cast
from loaders.reading.parse import language
from loaders.reading.reading import Reading


def scene_of(text: str) -> Scene:
    doc = language()(text)
    missions = name_missions(doc.text)
    reading = Reading(Article("a", "a.txt", text), Anatomy(), doc)
    return Scene(reading, Cast(missions=missions), missions)


def meant(text: str, word: str) -> str | None:
    """The mission that the last such word of the text means."""
    scene = scene_of(text)
    at = [m.start() for m in re.finditer(rf"\b{word}\b", text)][-1]
    token = next(t for t in scene.reading.doc if t.idx <= at < t.idx + len(t))
    mission = scene.means(token)
    return mission.id if mission else None


@pytest.mark.parametrize(
    ("text", "word", "mission"),
    [
        ("KFOR patrols.", "KFOR", "kfor"),
        ("KFOR came. The force stays.", "force", "kfor"),
        ("KFOR came. It patrols.", "It", "kfor"),
        ("KFOR came. Its men patrol.", "Its", "kfor"),
        ("KFOR came. We keep our presence.", "presence", "kfor"),
        ("This mission goes on. We call it KFOR.", "mission", "kfor"),
        ("UNIFIL left. KFOR came. The force stays.", "force", "kfor"),
        ("KFOR came. A force patrols.", "force", None),
        ("KFOR came. The army patrols.", "army", None),
        ("It patrols. KFOR came.", "It", None),
        ("The mission goes on. We call it KFOR, not UNIFIL.", "mission", None),
    ],
)
def test_meaning(text: str, word: str, mission: str | None) -> None:
    assert meant(text, word) == mission


def test_a_mission_is_forgotten_after_a_while() -> None:
    filler = "The council spoke of fish and of the price of bread. " * 16
    assert meant(f"KFOR came with UNIFIL. {filler}The force stays.", "force") is None


def test_mentions_inside_a_stretch() -> None:
    scene = scene_of("KFOR and UNIFIL met.")
    assert [m.id for _, m in scene.inside(Span(0, 5))] == ["kfor"]
    assert [s for s, _ in scene.mentions] == [Span(0, 4), Span(9, 15)]
    assert scene.text == "KFOR and UNIFIL met."


def test_what_verbs_say() -> None:
    doc = language()("They withdrew 30 men, and ten Allies and two partners sent more.")
    words = {t.text: t for t in doc}
    assert says(words["withdrew"], "increase", "decrease") == "decrease"
    assert says(words["withdrew"], "wounded") is None
    assert head_of(words["partners"]).text == "Allies"
    above = governor(words["men"])
    assert above is not None
    assert above.text == "withdrew"
    assert governor(words["withdrew"]) is None


def test_states_by_name_and_demonym() -> None:
    assert state_of("Danish") == "Denmark"
    assert state_of("Kosovo") == "Kosovo"
    assert state_of("danish") is None
