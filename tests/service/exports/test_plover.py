"""The event table: meetings as consultations, and no act that PLOVER doesn't count."""

import csv
import io
from pathlib import Path

import pytest

from ontology.concepts import members
from service.exports.plover import COLUMNS, codings
from service.exports.source import Source
from tests.queries.invented import Telling
from tests.service.exports.conftest import BASE, Exporting, chunks, fill, reading

Events = list[dict[str, str]]


def read(data: bytes) -> Events:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def test_meetings_are_consultations_of_pairs(export: Exporting) -> None:
    told = [
        (e["event_date"], e["event_mode"], e["context"], e["source_name"], e["target_name"])
        for e in read(export("plover"))
        if e["event_type"] == "CONSULT"
    ]
    assert sorted(told) == [
        ("", "", "future", "Jana Pell", "Otto Raske"),
        ("2030-05-01", "", "", "Jana Pell", "Otto Raske"),
        ("2030-05-01", "", "", "Mila Dorn", "Otto Raske"),
        ("2030-05-20", "visit", "", "Jana Pell", "Mila Dorn"),
        ("2030-06-10", "", "future", "Mila Dorn", "Otto Raske"),
    ]


@pytest.mark.parametrize(
    ("act", "type_", "quad"),
    [
        ("commit", "AGREE", "Q1"),
        ("request", "REQUEST", "Q3"),
        ("demand", "REQUEST", "Q3"),
        ("accuse", "ACCUSE", "Q3"),
        ("reject", "REJECT", "Q3"),
        ("threaten", "THREATEN", "Q3"),
        ("warn", None, None),
        ("praise", None, None),
        ("inform", None, None),
    ],
)
def test_only_acts_that_plover_counts(act: str, type_: str | None, quad: str | None) -> None:
    coding = codings().get(("acts", act))
    assert (coding and coding.type, coding and coding.quad) == (type_, quad)


def test_an_act_has_a_row_for_each_whom_it_is_to_or_about(tmp_path: Path) -> None:
    tell = Telling("Ann Roe accused Bob Lee before Cy Poe of lies.", "2030-06-01")
    accused = tell.statement(
        "s1", "Ann Roe", "of lies", addressee="Cy Poe", about=("Bob Lee",), act="accuse"
    )
    praised = tell.statement("s2", "Ann Roe", "lies", addressee="Cy Poe", act="praise")
    facts = tell.facts("a.txt", statements=(accused, praised))
    with reading(fill(tmp_path / "store", (facts,))) as source:
        found = read(chunks(source, "plover"))
    assert [(e["event_type"], e["source_name"], e["target_name"]) for e in found] == [
        ("ACCUSE", "Ann Roe", "Bob Lee"),
        ("ACCUSE", "Ann Roe", "Cy Poe"),
    ]
    first = found[0]
    assert first["text"] == "of lies"
    assert first["published"] == "2030-06-01"
    assert first["source"] == f"{BASE}actor/ann-roe"
    assert first["articles"] == "a.txt"
    assert float(first["confidence"]) > 0


def test_events_have_ids_of_their_own(export: Exporting, backwards: Source) -> None:
    ids = [event["event_id"] for event in read(export("plover"))]
    assert len(set(ids)) == len(ids)
    assert chunks(backwards, "plover") == export("plover")


def test_of_nothing_the_head_remains(empty: Source) -> None:
    assert chunks(empty, "plover").decode() == ",".join(COLUMNS) + "\n"


def test_codings_are_of_concepts() -> None:
    assert {concept for scheme, concept in codings() if scheme == "acts"} <= members("acts")
    assert {concept for scheme, concept in codings() if scheme == "forms"} == {
        "meeting",
        "visit",
        "call",
        "multilateral",
    }
