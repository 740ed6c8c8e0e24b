"""Tables: their rows in full, and what pandas, DuckDB and csvw make of the files."""

import csv
import io
import json
from decimal import Decimal
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib.namespace import SKOS

from ontology.terms import CMQ, NIF
from service.errors import UsageError
from service.exports import parquet
from service.exports.dictionary import TITLES, chosen, tables
from service.exports.filters import Filters
from service.exports.formats import Choice
from service.exports.rows import rows
from service.exports.source import Source
from tests.queries.invented import ARTICLES
from tests.service.exports.conftest import (
    BASE,
    Exporting,
    Unpacking,
    chunks,
    client,
    files,
    fill,
    reading,
)

HARBOR = "wire/harbor.txt"


def read(data: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(data.decode(), newline="")))


def short(row: dict[str, str]) -> dict[str, str]:
    """What a row tells, without what IRIs begin with."""
    return {name: cell.replace(BASE, "") for name, cell in row.items() if cell}


def test_an_actor_has_its_names_and_offices(export: Exporting) -> None:
    found = {row["name"]: short(row) for row in read(export("csv", table="actors"))}
    assert found["Otto Raske"] == {
        "actor": "actor/otto-raske",
        "name": "Otto Raske",
        "type": "Person",
        "names": "Otto Raske",
        "offices": "Secretary General of Lakes Union",
    }
    assert found["Lakes Union"]["names"] == "LU; Lakes Union"
    assert found["SENTINEL"]["type"] == "Mission"
    assert found["Veldania"]["type"] == "Polity"


def test_a_meeting_has_dates_people_and_place(export: Exporting) -> None:
    [talks] = [r for r in read(export("csv", table="meetings")) if r["outcome"]]
    assert short(talks) == {
        "meeting": "meeting/2030-05-01-jana-pell-mila-dorn-otto-raske-0d92d62692",
        "name": talks["name"],
        "date": "2030-05-01",
        "earliest": "2030-05-01",
        "latest": "2030-05-01",
        "status": "held",
        "form": "meeting",
        "place": "Kell Bay; Port Ellin",
        "participants": "Jana Pell; Mila Dorn; Otto Raske",
        "groups": "LU envoys",
        "topics": "dialogue and normalisation; fishing quotas",
        "outcome": "set up a hotline",
        "articles": "courier/kell.txt; wire/harbor.txt",
    }


def test_participants_sit_on_sides_as_each_article_tells(export: Exporting) -> None:
    sides = [
        (row["participation"].split("/")[-3], row["name"], row["side"])
        for row in read(export("csv", table="participants"))
        if "0d92d62692" in row["meeting"]
    ]
    assert [side for _, name, side in sides if name == "Mila Dorn"] == ["", "0"]
    assert [side for _, name, side in sides if name == "Otto Raske"] == ["", "1"]


def test_a_statement_has_its_words_and_where_they_stand(export: Exporting) -> None:
    found = [r for r in read(export("csv", table="statements")) if r["act"] == "warn"]
    [warning] = found
    assert short(warning) == {
        "statement": warning["statement"].replace(BASE, ""),
        "date": "2030-05-01",
        "earliest": "2030-05-01",
        "latest": "2030-05-01",
        "published": "2030-05-02",
        "speakers": "actor/mila-dorn",
        "speaker": "Mila Dorn",
        "addressees": "actor/otto-raske",
        "addressee": "Otto Raske",
        "form": "direct",
        "act": "warn",
        "channel": "remarks",
        "text": "Nobody may close the river.",
        "about": "Veldania",
        "topics": "dialogue and normalisation",
        "meeting": warning["meeting"].replace(BASE, ""),
        "article": HARBOR,
        "start": warning["start"],
        "end": str(int(warning["start"]) + 27),
        "confidence": warning["confidence"],
    }
    assert 0 < float(warning["confidence"]) <= 1


def test_a_mission_stands_on_what_articles_say(export: Exporting) -> None:
    [mission] = read(export("csv", table="missions"))
    assert short(mission) == {
        "mission": "mission/sentinel",
        "name": "SENTINEL",
        "names": "SENTINEL",
        "described": "false",
        "leads": "actor/lakes-union",
        "lead": "Lakes Union",
        "places": "Veldania",
        "mandate": "Resolution 77",
        "commander": "Ivo Hart",
        "contributors": "Lakes Union; Ostmark",
        "articles": "courier/kell.txt; wire/harbor.txt",
    }


def test_figures_tell_levels_from_changes(export: Exporting) -> None:
    told = [
        (row["kind"], row["bound"], row["value"], row["as_of"], row["said_by"], row["article"])
        for row in read(export("csv", table="figures"))
    ]
    assert told == [
        ("level", "exactly", "1500", "2030-05-02", "", "courier/kell.txt"),
        ("level", "exactly", "1200", "", "", HARBOR),
        ("proposed", "about", "200", "", "Ivo Hart", HARBOR),
    ]


def test_evidence_holds_denied_claims_too(export: Exporting, source: Source) -> None:
    found = read(export("csv", table="evidence"))
    denied = [r for r in found if r["factuality"] == "denied" and r["claim"].endswith("-m3")]
    assert [(r["text"], r["accepted"]) for r in denied] == [("was denied", "false")]
    asked = source.rows("SELECT (COUNT(*) AS ?n) WHERE { ?c a cmq:Claim ; cmq:denotedBy ?m }")
    assert len(found) == int(next(iter(asked))["n"].value)


def test_evidence_of_a_filter_is_of_what_it_leaves(export: Exporting) -> None:
    found = read(export("csv", table="evidence", kinds=["missions"], actors=["Ivo Hart"]))
    subjects = {row["subject"].replace(BASE, "").split("/")[0] for row in found}
    assert subjects == {"mission", "figure"}
    assert len({(r["claim"], r["start"], r["end"]) for r in found}) == len(found)


def test_rows_fit_their_columns(source: Source) -> None:
    kinds = {"integer": int, "decimal": Decimal, "boolean": bool}
    for table in tables().values():
        for row in rows(table.name, source, Filters()):
            assert len(row) == len(table.columns)
            for cell, column in zip(row, table.columns, strict=True):
                if cell is None:
                    assert not column.is_required, column
                else:
                    assert type(cell) is kinds.get(column.type, str), column


def test_kinds_choose_tables() -> None:
    assert set(TITLES) == set(tables())
    assert [t.name for t in chosen(None, frozenset({"meetings"}))] == [
        "meetings",
        "participants",
        "evidence",
    ]
    with pytest.raises(UsageError, match="no table 'people'; there are: actors, articles,"):
        chosen("people", frozenset())


def test_pandas_reads_csv_as_the_rows_are(export: Exporting, source: Source) -> None:
    pandas = client("pandas")
    frame = pandas.read_csv(io.BytesIO(export("csv", table="statements")), keep_default_na=False)
    texts = [row[12] for row in rows("statements", source, Filters())]
    assert list(frame["text"]) == texts
    assert "İstanbul 😀 & <b>no</b>" in texts


def test_csvw_finds_the_tables_valid(unpack: Unpacking, tmp_path: Path) -> None:
    csvw = client("csvw")
    for name, data in unpack("csv").items():
        (tmp_path / name).write_bytes(data)
    group = csvw.TableGroup.from_file(tmp_path / "csv-metadata.json")
    group.check_referential_integrity()
    assert {table.local_name for table in group.tables} == {f"{name}.csv" for name in tables()}
    for table in group.tables:
        assert list(table.iterdicts(strict=True)) or table.local_name is None
        assert table.check_primary_key()


def test_metadata_and_dictionary_tell_of_every_column(unpack: Unpacking) -> None:
    found = unpack("csv", kinds=["missions"])
    assert list(found) == [
        "missions.csv",
        "figures.csv",
        "evidence.csv",
        "dictionary.csv",
        "csv-metadata.json",
    ]
    told = json.loads(found["csv-metadata.json"])
    assert [table["url"] for table in told["tables"]] == list(found)[:3]
    keys = [key["columnReference"] for key in told["tables"][1]["tableSchema"]["foreignKeys"]]
    assert keys == ["mission"]
    dictionary = read(found["dictionary.csv"])
    assert [r["column"] for r in dictionary if r["table"] == "missions"] == [
        column["name"] for column in told["tables"][0]["tableSchema"]["columns"]
    ]
    assert all(row["meaning"] for row in dictionary)


def test_duckdb_asks_parquet(unpack: Unpacking, tmp_path: Path) -> None:
    duckdb = client("duckdb")
    for name, data in unpack("parquet").items():
        (tmp_path / name).write_bytes(data)
    asked = (
        f"SELECT DISTINCT a.name, m.earliest FROM '{tmp_path}/participants.parquet' p "
        f"JOIN '{tmp_path}/meetings.parquet' m USING (meeting) "
        f"JOIN '{tmp_path}/actors.parquet' a USING (actor) "
        "WHERE m.status = 'held' AND m.earliest > DATE '2030-05-10' ORDER BY a.name"
    )
    found = duckdb.sql(asked).fetchall()
    assert [(name, str(day)) for name, day in found] == [
        ("Jana Pell", "2030-05-20"),
        ("Mila Dorn", "2030-05-20"),
    ]


@pytest.mark.parametrize("table", list(TITLES))
def test_parquet_holds_the_rows(export: Exporting, source: Source, table: str) -> None:
    pq = client("pyarrow.parquet")
    found = pq.read_table(io.BytesIO(export("parquet", table=table)))
    told = [
        tuple(
            str(cell) if column.type == "day" and cell is not None else cell
            for cell, column in zip(row.values(), tables()[table].columns, strict=True)
        )
        for row in found.to_pylist()
    ]
    expected = [
        tuple(float(cell) if isinstance(cell, Decimal) else cell for cell in row)
        for row in rows(table, source, Filters())
    ]
    assert told == expected
    field = found.schema.field(0)
    assert field.metadata[b"description"].decode() == tables()[table].columns[0].meaning


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_of_nothing_tables_with_columns_remain(empty: Source, form: str) -> None:
    found = files(empty, form)
    for name in TITLES:
        data = found[f"{name}.{form}"]
        if form == "csv":
            assert data.decode() == ",".join(c.name for c in tables()[name].columns) + "\n"
        else:
            frame = client("pandas").read_parquet(io.BytesIO(data))
            assert list(frame.columns) == [c.name for c in tables()[name].columns]
            assert frame.empty


@pytest.mark.parametrize("form", ["csv", "parquet"])
def test_bytes_depend_on_no_order(backwards: Source, unpack: Unpacking, form: str) -> None:
    assert files(backwards, form) == unpack(form)


def test_hidden_words_leave_empty_cells(source: Source) -> None:
    hidden = frozenset({str(NIF.anchorOf), str(CMQ.text)})
    shown = Source(source.pool, source.at, hidden=hidden)
    for table in ("statements", "evidence"):
        found = [row["text"] for row in read(chunks_of(shown, table))]
        assert set(found) == {""}


def chunks_of(source: Source, table: str) -> bytes:
    return chunks(source, "csv", Choice(table))


def test_parquet_says_how_to_install_what_it_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parquet, "find_spec", lambda _: None)
    with pytest.raises(UsageError, match=r"pip install 'communique\[tables\]'"):
        parquet.check()


def test_a_stance_without_a_label_is_called_by_its_iri(tmp_path: Path) -> None:
    directory = fill(tmp_path / "s", ARTICLES)
    with directory.writing() as writer:
        label = ox.NamedNode(str(SKOS.prefLabel))
        for quad in list(writer.graph.quads_for_pattern(None, label, None)):
            writer.graph.remove(quad)
    with reading(directory) as source:
        found = read(chunks(source, "csv", Choice("evidence")))
        assert "asserted" in {row["factuality"] for row in found}
        assert chunks(source, "parquet", Choice("evidence")).startswith(b"PAR1")
