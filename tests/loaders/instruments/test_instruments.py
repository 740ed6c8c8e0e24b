"""Instruments of an article, from all sources."""

import pytest

from loaders.article import Article
from loaders.extractors.instruments import find_instruments, instruments_within
from loaders.extractors.instruments.known import known_instruments
from loaders.extractors.missions.naming import name_missions
from loaders.facts import Anatomy, Instrument, Span
from loaders.reading.cast import Cast
from loaders.reading.parse import language
from loaders.reading.reading import Reading
from loaders.tables import rows


def read(text: str) -> tuple[Instrument, ...]:
    doc = language().make_doc(text)
    reading = Reading(Article("a", "a.txt", text), Anatomy(), doc)
    return find_instruments(reading, Cast(missions=name_missions(doc.text)))


def brief(text: str) -> list[tuple[str, str, list[str]]]:
    return [
        (i.id, i.kind, [text[m.span.start : m.span.end] for m in i.mentions]) for i in read(text)
    ]


@pytest.mark.parametrize(
    ("words", "name", "kind"),
    [
        ("Partnership for Peace", "Partnership for Peace", "programme"),
        ("Brussels agreements", "Brussels Agreement", "agreement"),
        ("Minsk accords", "Minsk Agreements", "agreement"),
        ("JCPOA", "Joint Comprehensive Plan of Action", "agreement"),
        ("Iran nuclear deal", "Joint Comprehensive Plan of Action", "agreement"),
        ("Dayton Peace Accords", "Dayton Agreement", "agreement"),
        ("Abraham Accords", "Abraham Accords", "agreement"),
        ("UN Charter", "Charter of the United Nations", "treaty"),
        ("Strategic Concept", "Strategic Concept", "strategy"),
        ("Helsinki Final Act", "Helsinki Final Act", "declaration"),
        ("Taiwan Relations Act", "Taiwan Relations Act", "law"),
    ],
)
def test_known(words: str, name: str, kind: str) -> None:
    (found,) = read(f"They spoke of the {words} again.")
    assert (found.name, found.kind) == (name, kind)
    assert found.evidence.rule == "instrument.name.table"
    assert found.aliases == ((words,) if words != name else ())


def test_one_instrument_has_all_its_mentions() -> None:
    text = "Resolution 1244 binds. UNSCR 1244 binds still."
    assert brief(text) == [
        (
            "united-nations-security-council-resolution-1244",
            "resolution",
            ["Resolution 1244", "UNSCR 1244"],
        )
    ]


def test_a_weak_alias_needs_the_name() -> None:
    assert read("The PfP grew.") == ()
    text = "The Partnership for Peace (PfP) grew."
    assert brief(text) == [("partnership-for-peace", "programme", ["Partnership for Peace", "PfP"])]


def test_a_name_within_a_missions_name_is_none_of_its_own() -> None:
    assert read("The UN Mission to Support the Hudaydah Agreement left.") == ()


def test_instruments_stand_in_order_of_mention() -> None:
    text = "The 2011 agreement, Resolution 1244 and the Paris Agreement."
    assert [i.name for i in read(text)] == [
        "2011 agreement",
        "United Nations Security Council Resolution 1244",
        "Paris Agreement",
    ]


def test_instruments_of_a_stretch() -> None:
    text = "The Paris Agreement. The Kyoto Protocol."
    found = read(text)
    assert [i.name for i in instruments_within(found, Span(20, len(text)))] == ["Kyoto Protocol"]


def test_the_table_has_kinds_of_the_scheme() -> None:
    kinds = {"agreement", "treaty", "resolution", "programme", "declaration", "strategy", "law"}
    assert {kind for _, kind, *_ in rows("instruments")} <= kinds
    names = [name for name, *_ in rows("instruments")]
    assert len(names) == len(set(names)) > 300


@pytest.mark.parametrize("name", [name for name, *_ in rows("instruments")])
def test_every_name_of_the_table_is_found(name: str) -> None:
    (found,) = known_instruments(f"The {name}.")
    assert found.name == name
