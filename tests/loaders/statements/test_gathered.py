"""Speakers told by a meeting, by a state's name or by the last word of a body's."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from loaders.article import Article
from loaders.extractors.statements import find_all, find_statements
from loaders.facts import (
    Actor,
    ActorType,
    Anatomy,
    Evidence,
    Meeting,
    Mention,
    Mission,
    Participation,
    Span,
    Statement,
    Status,
)
from loaders.reading.cast import Cast, Reference
from loaders.reading.parse import read

Casting = Callable[[str, dict[str, str]], Cast]
Listener = Callable[..., tuple[Statement, ...]]
WHO = {"Lind": "lind", "Bora": "bora"}
EVIDENCE = Evidence((Span(0, 0),), "test")


def meeting(text: str, sentence: str, *actors: str, status: Status = Status.HELD) -> Meeting:
    start = text.index(sentence)
    evidence = Evidence((Span(start, start + len(sentence)),), "test")
    parts = tuple(Participation(a) for a in actors)
    return Meeting("m1", parts, status, "meeting", evidence, evidence)


@pytest.mark.parametrize("who", ["The participants", "Both sides", "The ministers", "Both"])
def test_those_who_met_speak_together(who: str, listen: Listener) -> None:
    text = f"Lind met Bora. {who} agreed to open the bridge."
    held = meeting(text, "Lind met Bora", "lind", "bora")
    found = listen(text, WHO, (held,))
    assert [(s.speaker, s.co_speakers) for s in found] == [("lind", ("bora",))]


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Lind met Bora. The participants of the race agreed to open the bridge.", Status.HELD),
        ("Lind met Bora. The smaller parties agreed to open the bridge.", Status.HELD),
        ("Lind met Bora. Experts agreed to open the bridge.", Status.HELD),
        ("Lind met Bora. The participants agreed to open the bridge.", Status.DENIED),
    ],
)
def test_others_than_those_who_met(text: str, status: Status, listen: Listener) -> None:
    held = meeting(text, "Lind met Bora", "lind", "bora", status=status)
    assert listen(text, WHO, (held,)) == ()


def _bodies(cast: Cast, text: str, **names: str) -> Cast:
    """A cast with bodies instead: type by id, mentioned where their names stand."""
    actors = []
    for actor, name in names.items():
        start = text.find(name)
        mentions = (Mention(Span(start, start + len(name))),) if start >= 0 else ()
        kind = ActorType.STATE if name == "Germany" else ActorType.ORGANIZATION
        actors.append(Actor(actor, name, kind, mentions, EVIDENCE))
    return replace(cast, actors=tuple(actors))


def _heard(text: str, cast: Cast) -> list[tuple[str, ...]]:
    article = Article(key="t", name="t.txt", text=text)
    reading = next(iter(read([(article, Anatomy())])))
    assert len(find_all(reading, cast)) >= len(find_statements(reading, cast, ()))
    return [(s.speaker, *s.co_speakers) for s in find_statements(reading, cast, ())]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("German officials said that the bridge is open.", "germany"),
        ("The bridge is open, a German official said.", "germany"),
        ("The German government said that the bridge is open.", "germany"),
        ("Western officials said that the bridge is open.", None),
        ("German bakers said that the bridge is open.", None),
    ],
)
def test_officials_of_a_state(text: str, speaker: str | None, casting: Casting) -> None:
    cast = _bodies(casting(text, {}), text, germany="Germany")
    assert _heard(text, cast) == ([(speaker,)] if speaker else [])


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("The Reed administration fell. The administration said that it is open.", "reed"),
        ("The Reed administration fell. An administration official spoke.", None),
        ("The administration said that it is open. The Reed administration fell.", None),
        ("The bakery said that it is open. The Reed administration fell.", None),
    ],
)
def test_the_last_word_of_a_name(text: str, speaker: str | None, casting: Casting) -> None:
    cast = _bodies(casting(text, {}), text, reed="Reed administration")
    assert _heard(text, cast) == ([(speaker,)] if speaker else [])


def test_it_goes_on_where_a_body_spoke(casting: Casting) -> None:
    text = "“The shells fell at the post”, said Reed Agency. “They must be punished”, it added."
    cast = _bodies(casting(text, {}), text, reed="Reed Agency")
    mention = Mention(Span(text.index("Reed"), text.index("Reed") + len("Reed Agency")))
    cast = replace(cast, references=(Reference(mention, ("reed",)),))
    assert _heard(text, cast) == [("reed",), ("reed",)]


def test_two_bodies_of_one_kind_are_told_apart(casting: Casting) -> None:
    text = "The Reed Bank and the Hill Bank met. The bank said that it is open."
    cast = _bodies(casting(text, {}), text, reed="Reed Bank", hill="Hill Bank")
    assert _heard(text, cast) == []


def test_the_only_mission_speaks(casting: Casting) -> None:
    text = "Three men were hurt, the mission said. A mission spokeswoman said that all is well."
    cast = replace(casting(text, {}), missions=(Mission("nomis", "NOMIS", (), EVIDENCE),))
    assert _heard(text, cast) == [("nomis",), ("nomis",)]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Reed Bank issued a letter. The letter said that it is open.", "reed"),
        ("Reed Bank issued a letter. A letter said that it is open.", None),
        ("Reed Bank sent a letter. A letter came. The letter said that it is open.", "reed"),
        ("Reed Bank sent a letter. A letter released by the hall said that it is open.", None),
        ("Reed Bank sent a letter. The German letter said that it is open.", None),
        ("Germany saw Reed Bank's letter. The German letter said that it is open.", "germany"),
    ],
)
def test_who_issued_a_document(text: str, speaker: str | None, casting: Casting) -> None:
    cast = _bodies(casting(text, {}), text, reed="Reed Bank", germany="Germany")
    known = [a for a in cast.actors if a.mentions]
    mentions = [Reference(a.mentions[0], (a.id,)) for a in known]
    cast = replace(cast, actors=tuple(known), references=tuple(mentions))
    assert _heard(text, cast) == ([(speaker,)] if speaker else [])
