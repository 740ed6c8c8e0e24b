"""Files for Neo4j: what its import takes, by its rules; and Ladybug, which answers Cypher."""

import csv
import io
import os
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from service.exports.schema import LABELS
from service.exports.source import Source
from tests.service.exports.conftest import BASE, Unpacking, client, files


def read(data: bytes) -> list[list[str]]:
    return list(csv.reader(io.StringIO(data.decode(), newline="")))


@pytest.fixture(scope="module")
def database(source: Source, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Any]:
    """A Ladybug database, made by the commands that the export brings."""
    ladybug, folder = client("ladybug"), tmp_path_factory.mktemp("neo4j")
    for name, data in files(source, "neo4j").items():
        (folder / name).write_bytes(data)
    held = ladybug.Database(str(folder / "graph.lbug"))
    connection = ladybug.Connection(held)
    before = Path.cwd()
    os.chdir(folder)
    try:
        for command in (folder / "ladybug.cypher").read_text(encoding="utf-8").splitlines():
            connection.execute(command)
    finally:
        os.chdir(before)
    yield connection
    connection.close()
    held.close()


def test_ladybug_answers_who_met_mila_dorn(database: Any) -> None:  # noqa: ANN401
    found = database.execute(
        "MATCH (a:Actor)-[p:PARTICIPATED_IN]->(m:Meeting)<-[q:PARTICIPATED_IN]-(b:Actor) "
        "WHERE a.name = 'Mila Dorn' AND b.name <> a.name AND m.status = 'held' "
        "RETURN b.name, m.earliest, q.side ORDER BY b.name, m.earliest"
    )
    rows = [(name, str(day), side) for name, day, side in found.get_all()]
    assert rows == [
        ("Jana Pell", "2030-05-01", 0),
        ("Jana Pell", "2030-05-20", None),
        ("Otto Raske", "2030-05-01", 1),
    ]


def test_ladybug_holds_texts_as_they_are(database: Any) -> None:  # noqa: ANN401
    found = database.execute(
        "MATCH (a:Actor)-[:SAID]->(s:Statement)-[:REPORTED_IN]->(r:Article) "
        "WHERE r.key = 'hostile.txt' RETURN a.name, s.text"
    )
    assert found.get_all() == [["<img src=x onerror=alert(1)>", "İstanbul 😀 & <b>no</b>"]]


def test_every_relationship_ends_at_nodes(unpack: Unpacking) -> None:
    found = unpack("neo4j")
    nodes = {
        label: {row[0] for row in read(found[f"{label}.csv"])[1:]} for label in LABELS.values()
    }
    ties = [name for name in found if "-" in name]
    assert ties
    for name in ties:
        head, *rows = read(found[name])
        start, end = (re.fullmatch(r":\w+_ID\((\w+)\)", cell)[1] for cell in head[:2])
        assert name.startswith(f"{start}-")
        assert name.endswith(f"-{end}.csv")
        for row in rows:
            assert row[0] in nodes[start]
            assert row[1] in nodes[end]


def test_nodes_are_named_once_with_their_labels(unpack: Unpacking) -> None:
    head, *rows = read(unpack("neo4j")["Actor.csv"])
    assert head == ["iri:ID(Actor)", "name", "type", ":LABEL"]
    assert len({row[0] for row in rows}) == len(rows)
    assert [f"{BASE}mission/sentinel", "SENTINEL", "Mission", "Actor;Mission"] in rows
    assert [f"{BASE}actor/ivo-hart", "Ivo Hart", "Actor", "Actor"] in rows


def test_the_import_names_every_file(unpack: Unpacking) -> None:
    found = unpack("neo4j")
    told = found["import.sh"].decode()
    for name in (name for name in found if name.endswith(".csv")):
        assert re.search(rf"={name}( \\)?$", told, re.MULTILINE), name
    constraints = found["constraints.cypher"].decode()
    for label in LABELS.values():
        assert f"FOR (n:{label}) REQUIRE n.iri IS UNIQUE;" in constraints


def test_filters_leave_whole_relationships(source: Source) -> None:
    found = files(source, "neo4j", actors=["Bo Ferrin"], kinds=["actors", "meetings"])
    assert [row[1] for row in read(found["Actor.csv"])[1:]] == []
    assert read(found["Actor-PARTICIPATED_IN-Meeting.csv"])[1:] == []


def test_of_nothing_heads_remain(empty: Source) -> None:
    for name, data in files(empty, "neo4j").items():
        if name.endswith(".csv"):
            assert len(read(data)) == 1


def test_bytes_depend_on_no_order(unpack: Unpacking, backwards: Source) -> None:
    assert files(backwards, "neo4j") == unpack("neo4j")
