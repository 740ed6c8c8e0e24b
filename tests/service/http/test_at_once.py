"""Look-ups that are bounded by what they are: which those are, and that no answer differs."""

import threading
from pathlib import Path

import pyoxigraph as ox
import pytest

from service.http import at_once
from service.http.at_once import AtOnce, bounded
from service.http.reader import Reader
from service.store.directory import StoreDirectory
from service.store.workers.pool import Pool
from service.store.workers.work import Kind, Query

A = "http://e.org/a"
MANY = 300  # more than is asked for at once
JSON, XML = "application/sparql-results+json", "application/sparql-results+xml"
CSV, TSV = "text/csv", "text/tab-separated-values"
NAMES = "SELECT ?name { <http://e.org/a> <http://e.org/name> ?name }"


@pytest.fixture(scope="module")
def directory(tmp_path_factory: pytest.TempPathFactory) -> StoreDirectory:
    made = StoreDirectory.create(tmp_path_factory.mktemp("at-once") / "s")
    a, name = ox.NamedNode(A), ox.NamedNode("http://e.org/name")
    words = ['plain "},{" \n<result>', "é\t,x", "1"]
    with made.writing(vocabulary=False) as writer:
        writer.graph.extend(ox.Quad(a, name, ox.Literal(word, language="en")) for word in words)
        for number in range(MANY):
            writer.graph.add(ox.Quad(ox.NamedNode(f"http://e.org/{number}"), name, a))
    return made


def opened(directory: StoreDirectory, largest: int = 0) -> AtOnce:
    reader = Reader(directory)
    with reader.reading():
        return AtOnce(reader, largest)


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?p ?o { <http://e.org/a> ?p ?o }",
        "SELECT * WHERE{<http://e.org/a> ?p ?o.}",
        "PREFIX e: <http://e.org/> select $s where { ?s a e:Thing . }",
        "PREFIX : <http://e.org/>\nSELECT ?s { ?s ?p :a }",
        'SELECT ?s { ?s <http://e.org/name> "Ann"@en-GB }',
        'SELECT ?s { ?s <http://e.org/on> "2030-01-01"^^xsd:date }',
        "SELECT ?p { <http://e.org/a> ?p <http://e.org/b> }",
    ],
)
def test_one_pattern_with_a_constant_end_is_bounded(query: str) -> None:
    assert bounded(query) == f"{query} LIMIT 250"


@pytest.mark.parametrize("query", ["ASK { <a:a> ?p ?o }", "SELECT ?p { <a:a> ?p 'x' } LIMIT 9"])
def test_a_bound_of_its_own_is_left_as_it_is(query: str) -> None:
    written = query.replace("'", '"')
    assert bounded(written) == written


@pytest.mark.parametrize(
    "query",
    [
        "SELECT ?s ?o { ?s <a:p> ?o }",
        "SELECT * { ?s ?p ?o }",
        "SELECT * { <a:a> ?p ?p }",
        "SELECT * { ?x <a:p> $x }",
        "SELECT * { ?x ?x <a:a> }",
        "SELECT * { <a:a> ?p ?o . <a:b> ?q ?r }",
        "SELECT * { <a:a> ?p ?o ; ?q ?r }",
        "SELECT * { <a:a> ?p ?o, ?r }",
        "SELECT * { <a:a> <a:p>+ ?o }",
        "SELECT * { <a:a> <a:p>/<a:q> ?o }",
        "SELECT * { <a:a> ^<a:p> ?o }",
        "SELECT * { <a:a> a* ?o }",
        "SELECT DISTINCT ?p { <a:a> ?p ?o }",
        "SELECT (COUNT(*) AS ?n) { <a:a> ?p ?o }",
        "SELECT ?p { <a:a> ?p ?o } ORDER BY ?p",
        "SELECT ?p { <a:a> ?p ?o } OFFSET 1",
        "SELECT ?p { <a:a> ?p ?o } LIMIT 250",
        "SELECT ?p { <a:a> ?p ?o } LIMIT 1 OFFSET 9",
        "SELECT ?p { <a:a> ?p ?o } GROUP BY ?p",
        "SELECT ?p { <a:a> ?p ?o FILTER(?o) }",
        "SELECT ?p { <a:a> ?p ?o OPTIONAL { ?o ?q ?r } }",
        "SELECT ?p { { <a:a> ?p ?o } UNION { ?s ?p ?o } }",
        "SELECT ?p { GRAPH ?g { <a:a> ?p ?o } }",
        "SELECT ?p FROM <a:g> { <a:a> ?p ?o }",
        "SELECT ?p { SERVICE <a:a> { <a:a> ?p ?o } }",
        "SELECT ?p { <a:a> ?p ?o } VALUES ?p { <a:b> }",
        "SELECT ?p { <a:a> ?p ?o # }\n . ?s ?p ?o }",
        "SELECT ?p { <a:a> ?p [] }",
        "SELECT ?p { _:b ?p <a:a> }",
        "SELECT ?s { ?s ?p (<a:a>) }",
        "CONSTRUCT WHERE { <a:a> ?p ?o }",
        "DESCRIBE <a:a>",
        "SELECT ?p { <a:a> ?p ?o }" + " " * 4000,
        'SELECT ?s { ?s ?p "\\\\" }',
        "",
    ],
)
def test_whatever_else_is_a_workers(query: str) -> None:
    assert bounded(query) is None


@pytest.mark.parametrize("media", [JSON, XML, CSV, TSV])
@pytest.mark.parametrize("text", [NAMES, f"{NAMES} LIMIT 2", NAMES.replace("SELECT ?name", "ASK")])
def test_the_answer_is_what_a_worker_gives(
    directory: StoreDirectory, media: str, text: str
) -> None:
    query, pool = Query(text, media), Pool(directory)
    given = opened(directory).answer(query, directory.current())
    answer = pool.answer(query)
    pool.close()
    assert given is not None
    assert (given.kind, given.media, given.body) == (answer.kind, answer.media, answer.body)


@pytest.mark.parametrize("media", [JSON, XML, CSV, TSV])
def test_more_rows_than_are_asked_for_are_a_workers(directory: StoreDirectory, media: str) -> None:
    asking, source = opened(directory), directory.current()
    every = Query(f"SELECT ?s {{ ?s <http://e.org/name> <{A}> }}", media)
    assert asking.answer(every, source) is None
    few = asking.answer(Query(f"{every.sparql} LIMIT 240", media), source)
    assert few is not None
    assert few.kind is Kind.SOLUTIONS
    assert few.body.count(b"http://e.org/") == 240


@pytest.mark.parametrize(
    "query",
    [
        Query(NAMES.replace("<http://e.org/name>", "unknown:name")),
        Query(NAMES, default=("http://e.org/g",), named=()),
        Query(NAMES, None),
        Query(NAMES, "application/json;other"),
    ],
)
def test_what_fails_or_has_another_dataset_or_form_is_a_workers(
    directory: StoreDirectory, query: Query
) -> None:
    assert opened(directory).answer(query, directory.current()) is None


def test_an_answer_beyond_the_largest_is_a_workers(directory: StoreDirectory) -> None:
    source = directory.current()
    assert opened(directory, 1000).answer(Query(NAMES), source)
    assert opened(directory, 20).answer(Query(NAMES), source) is None


def test_a_snapshot_that_is_not_open_is_opened_for_those_to_come(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    reader = Reader(directory)
    asking, query = AtOnce(reader, 0), Query(NAMES)
    for round_ in range(2):
        assert asking.answer(query, directory.current()) is None
        for thread in threading.enumerate():
            if thread.name == "opening":
                thread.join()
        found = asking.answer(query, directory.current())
        assert found is not None
        assert found.body.count(b"literal") == round_
        with directory.writing() as writer:
            name = ox.NamedNode("http://e.org/name")
            writer.graph.add(ox.Quad(ox.NamedNode(A), name, ox.Literal("a")))


def test_after_many_that_took_long_all_are_workers_until_the_store_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    asking, other = opened(directory), Query(NAMES.replace("name>", "other>"))
    monkeypatch.setattr(at_once, "_LONG", -1.0)
    for _ in range(10):
        assert asking.answer(Query(NAMES), directory.current())
    assert asking.answer(other, directory.current()) is None
    with directory.writing() as writer:
        writer.graph.add(ox.Quad(ox.NamedNode(A), ox.NamedNode(A), ox.Literal("a")))
    with asking._reader.reading():
        assert asking.answer(other, directory.current())
