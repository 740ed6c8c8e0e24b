"""The five articles that the product must handle in full, by the answers that users get."""

import csv
import io
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from ontology.terms import PREFIXES
from service.cli.main import communique
from service.store.audit import faults

Row = dict[str, str]
Ask = Callable[..., list[Row]]
RELEASE, VISIT, UNDATED, TOUR, INTERVIEW = (f"{n:03}_" for n in range(5))


@pytest.fixture
def ask(five: Path) -> Ask:
    def answered(name: str, **params: str) -> list[Row]:
        words = [w for key, value in params.items() for w in ("-p", f"{key}={value}")]
        arguments = ["query", name, *words, "--format", "csv", "--store", str(five)]
        result = CliRunner().invoke(communique, arguments)
        assert result.exit_code == 0, result.stderr
        return list(csv.DictReader(io.StringIO(result.stdout)))

    return answered


def people(row: Row) -> set[str]:
    return set(row["participants"].split("; "))


def test_every_meeting_of_one_person_under_one_name(ask: Ask) -> None:
    rows = ask("meetings", actor="Osmani", status="held")
    assert {(row["place"], row["date"]) for row in rows} == {
        ("New York", "2021-09-21"),
        ("Pristina", "2022-07-07"),
        ("Pristina", "2023-11-20"),
    }
    assert all("Vjosa Osmani" in people(row) for row in rows)


def test_a_strength_with_its_bound_and_words(ask: Ask) -> None:
    rows = ask("mission-figures", mission="KFOR", kind="level", measure="troops")
    (row,) = rows
    assert (row["bound"], row["value"], row["said_by"]) == ("more than", "3700", "Jens Stoltenberg")
    assert "more than 3,700" in row["text"]
    assert row["article"].startswith(UNDATED)


def test_more_soldiers_are_no_strength(ask: Ask) -> None:
    rows = [r for r in ask("mission-figures", mission="KFOR") if r["article"].startswith(INTERVIEW)]
    assert {r["kind"] for r in rows if r["value"] == "1000"} == {"increase"}
    assert {r["kind"] for r in rows if r["value"] == "4"} == {"factor"}


def test_a_meeting_of_tomorrow_is_planned(ask: Ask) -> None:
    planned = [r for r in ask("planned-not-held") if r["article"].startswith(UNDATED)]
    assert [(people(r), r["date"]) for r in planned] == [({"Albin Kurti", "Aleksandar Vučić"}, "")]


def test_an_undated_article_dates_nothing(ask: Ask, graph: ox.Store) -> None:
    for name in ("meetings", "statements"):
        rows = [r for r in ask(name) if UNDATED in r.get("articles", r.get("article", ""))]
        assert rows
        assert {r["date"] for r in rows} == {""}
    query = "SELECT * { ?a cmq:key ?key ; cmq:published ?date }"
    dated = graph.query(query, prefixes=PREFIXES)
    assert isinstance(dated, ox.QuerySolutions)
    assert {row["key"].value[:4] for row in dated} == {RELEASE, VISIT, TOUR}


def test_a_date_given_beside_the_text_dates_the_plan(shared: Path, tmp_path: Path) -> None:
    article = next((shared / "articles").glob(f"{UNDATED}*"))
    store = ["--store", str(tmp_path / "s")]
    run = CliRunner()
    run.invoke(communique, ["load", str(article), "--published", "2022-08-17", *store])
    result = run.invoke(communique, ["query", "planned-not-held", "--format", "csv", *store])
    rows = list(csv.DictReader(io.StringIO(result.stdout)))
    assert [r["date"] for r in rows] == ["2022-08-18"]


def test_two_bilateral_meetings_are_two(ask: Ask) -> None:
    assert [r["status"] for r in ask("meetings", actor="Geoană", **{"with": "Osmani"})] == ["held"]
    assert [r["status"] for r in ask("meetings", actor="Geoană", **{"with": "Raki"})] == ["held"]
    assert ask("meetings", actor="Osmani", **{"with": "Raki"}) == []
    pairs = [{r["name_a"], r["name_b"]} for r in ask("who-met-whom")]
    assert {"Vjosa Osmani", "Goran Raki"} not in pairs


def test_each_statement_is_the_articles_words(ask: Ask, shared: Path) -> None:
    rows = ask("statements", speaker="Stoltenberg")
    assert len(rows) > 25
    for row in rows:
        text = (shared / "articles" / row["article"]).read_bytes().decode()
        assert text[int(row["start"]) : int(row["end"])] == row["text"]


def test_offices_are_those_that_the_articles_state(ask: Ask) -> None:
    held = {(r["holder"], r["office"]) for r in ask("offices")}
    assert {
        ("Vjosa Osmani", "President of Kosovo"),
        ("Aleksandar Vučić", "President of Serbia"),
        ("Albin Kurti", "Prime Minister of Kosovo"),
        ("Jens Stoltenberg", "Secretary-General of NATO"),
        ("Ferenc Kajári", "Commander of KFOR"),
    } <= held
    wrong = {"President of Serbia": "Vjosa Osmani", "Prime Minister of Serbia": "Albin Kurti"}
    assert not {(holder, office) for office, holder in wrong.items()} & held


def test_the_store_is_as_it_should_be(graph: ox.Store) -> None:
    assert list(faults(graph)) == []
