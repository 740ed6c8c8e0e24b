"""Signs of statements, meetings, offices, actors and missions: one phenomenon a text."""

import pytest

from loaders.confidence.cases import cases
from tests.loaders.confidence.conftest import Signs, scene_of

ANA = "Ana Kovač of Norway"
SPEECH = [
    (f"{ANA} said that the bridge was open.", {"rule=statement.indirect.clause", "form=indirect"}),
    (f"{ANA} said that the bridge was open.", {"family=statement.indirect", "act=inform"}),
    (f"{ANA} said that the bridge was open.", {"cue.tag=VBD", "cue.place=ROOT"}),
    (f"{ANA} said that the bridge was open.", {"speaker=Person", "speaker=Person.name"}),
    (f"{ANA} said that the bridge was open.", {"speaker.distance=30", "words=8"}),
    (f"{ANA} called for a new bridge.", {"words=3", "words.verbless", "act=request"}),
    ("“Ana Kovač is right,” she said.", {"speaker.kind=pronoun", "speaker=Person.pronoun"}),
    ("“Ana Kovač is right,” she said.", {"words.quoted", "speaker.inside=direct"}),
    ("“Is the bridge open?” asked Ana Kovač.", {"words.question"}),
    ("Norway said that the bridge was open.", {"speaker=State.name", "speaker.single"}),
    (f"{ANA} and Luis Ferrer of Chile said the bridge was open.", {"speakers=several"}),
]
GATHERING = [
    (f"{ANA} met Luis Ferrer of Chile on 3 May 2031.", {"participants=2", "sides", "people"}),
    (f"{ANA} met Luis Ferrer of Chile on 3 May 2031.", {"status=held.dated", "date=stated"}),
    (f"{ANA} met Luis Ferrer of Chile in Vaduz.", {"place=meeting.place", "date=none"}),
    (f"{ANA} met Luis Ferrer of Chile in Vaduz.", {"words=1", "words.tag=VBD", "told=1"}),
    (f"If {ANA} meets Luis Ferrer, the road opens.", {"status=hypothetical.undated"}),
    (f"{ANA} will visit Chile.", {"status=planned", "kind=visit", "alone=visit"}),
    (f"{ANA} met Norwegian and Chilean fishermen.", {"groups"}),
]
OFFICES = [
    ("Prime Minister Ana Kovač of Norway left.", {"rule=actor.role.title", "title.words=2"}),
    ("Prime Minister Ana Kovač of Norway left.", {"of=State", "of.near", "title=before"}),
    ("Former Chancellor Ana Kovač left.", {"title.bygone", "of=none"}),
    ("Ana Kovač, a spokeswoman for the bakers, left.", {"title.small", "title=after"}),
    ("Rep. Ana Kovač left.", {"title.unlisted", "title.clipped"}),
]
NAMES = [
    (f"{ANA} left.", {"type=Person", "Person.mentions=1", "Person.function=subject"}),
    ("NATO left. NATO came back.", {"Organization.mentions=3", "Organization.name.capitals"}),
    ("Norway told Chile that it left.", {"type=State", "State.speaks", "State.listed"}),
    ("“NATO left,” the baker wrote.", {"Organization.quoted"}),
]
FORCES = [
    ("KFOR, led by NATO, has 3,700 troops.", {"fact=lead", "mission=named"}),
    ("EUTM Mali has 3,700 troops.", {"mission=named"}),
]
CASES = [
    *(("statement", *row) for row in SPEECH),
    *(("meeting", *row) for row in GATHERING),
    *(("role", *row) for row in OFFICES),
    *(("actor", *row) for row in NAMES),
    *(("mission", *row) for row in FORCES),
]


@pytest.mark.parametrize(("kind", "text", "shown"), CASES)
def test_a_fact_shows_its_signs(kind: str, text: str, shown: set[str], signs: Signs) -> None:
    assert shown <= signs(kind, text)


@pytest.mark.parametrize(
    ("kind", "text", "absent"),
    [
        ("statement", f"{ANA} said that the bridge was open.", "words.verbless"),
        ("statement", f"{ANA} said that the bridge was open.", "words.question"),
        ("statement", f"{ANA} said that the bridge was open.", "cue.negated"),
        ("statement", f"{ANA} said that the bridge was open.", "words.quoted"),
        ("meeting", f"{ANA} met Luis Ferrer of Chile in Vaduz.", "alone=meeting"),
        ("meeting", f"{ANA} met Luis Ferrer of Chile in Vaduz.", "groups"),
        ("role", "Prime Minister Ana Kovač of Norway left.", "title.unlisted"),
        ("role", "Prime Minister Ana Kovač of Norway left.", "title.bygone"),
        ("actor", f"{ANA} left.", "Person.speaks"),
        ("mission", "KFOR has 3,700 troops.", "missions=several"),
    ],
)
def test_a_fact_shows_no_other_sign(kind: str, text: str, absent: str, signs: Signs) -> None:
    assert absent not in signs(kind, text)


def test_signs_hold_no_words_of_the_text(signs: Signs) -> None:
    text = "“The zebra of Vaduz is free,” Ana Kovač told Luis Ferrer."
    assert not any("zebra" in s.lower() or "vaduz" in s.lower() for s in signs("statement", text))


def test_each_fact_of_a_mission_shows_which_it_is() -> None:
    found = [case for case in cases(scene_of("KFOR has 3,700 troops.")) if case.kind == "mission"]
    assert {"fact=figure.level", "rule=mission.strength.has"} <= set(found[-1].signs)
    assert found[-1].place == (0, "figures", 0)
