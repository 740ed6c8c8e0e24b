"""RDF exports come back as they were: by pyoxigraph and rdflib, whole and narrowed."""

import json
from collections.abc import Iterable
from pathlib import Path

import pyoxigraph as ox
import pytest
from rdflib import Dataset, Graph
from rdflib.namespace import RDF

from ontology.terms import NIF
from service.exports.source import Source
from tests.queries.invented import Telling
from tests.service.exports.conftest import BASE, Exporting, chunks, fill, reading

DATASETS = {
    "nquads": ox.RdfFormat.N_QUADS,
    "trig": ox.RdfFormat.TRIG,
    "jsonld": ox.RdfFormat.JSON_LD,
}
TRIPLES = {
    "turtle": ox.RdfFormat.TURTLE,
    "ntriples": ox.RdfFormat.N_TRIPLES,
    "rdfxml": ox.RdfFormat.RDF_XML,
}
RDFLIB = {"turtle": "turtle", "ntriples": "nt", "rdfxml": "xml"}
REIFIES = ox.NamedNode(f"{RDF}reifies")


def parsed(data: bytes, form: ox.RdfFormat) -> set[ox.Quad]:
    return set(ox.parse(data, format=form))


def accepted(quads: Iterable[ox.Quad]) -> set[ox.Quad]:
    return {quad for quad in quads if isinstance(quad.graph_name, ox.DefaultGraph)}


@pytest.mark.parametrize("form", DATASETS)
def test_datasets_hold_every_quad(export: Exporting, quads: set[ox.Quad], form: str) -> None:
    assert parsed(export(form), DATASETS[form]) == quads


@pytest.mark.parametrize("form", TRIPLES)
def test_triples_hold_the_accepted_graph(export: Exporting, quads: set[ox.Quad], form: str) -> None:
    assert parsed(export(form), TRIPLES[form]) == accepted(quads)


@pytest.mark.parametrize("form", TRIPLES)
def test_rdflib_reads_as_many_triples(export: Exporting, quads: set[ox.Quad], form: str) -> None:
    graph = Graph().parse(data=export(form), format=RDFLIB[form])
    assert len(graph) == len(accepted(quads))


@pytest.mark.filterwarnings("ignore::DeprecationWarning")  # rdflib's own
@pytest.mark.parametrize(("form", "reader"), [("trig", "trig"), ("jsonld", "json-ld")])
def test_rdflib_reads_graphs_of_claims(
    export: Exporting, quads: set[ox.Quad], form: str, reader: str
) -> None:
    dataset = Dataset()
    dataset.parse(data=export(form), format=reader)
    assert len(list(dataset.quads())) == len(quads)


def test_rdf12_reifies_what_graphs_hold(export: Exporting, quads: set[ox.Quad]) -> None:
    data = export("rdf12")
    assert data.startswith(b'VERSION "1.2"\n')
    back = set()
    for quad in parsed(data, ox.RdfFormat.TURTLE):
        said = quad.object
        if quad.predicate != REIFIES:
            back.add(quad)
        elif isinstance(said, ox.Triple):
            back.add(ox.Quad(said.subject, said.predicate, said.object, quad.subject))
    assert back == quads


def test_jsonld_holds_a_meetings_parts_within_it(export: Exporting) -> None:
    nodes = json.loads(export("jsonld"))["@graph"]
    ids = [node["id"] for node in nodes]
    assert len(ids) == len(set(ids))
    meeting = next(n for n in nodes if n["type"] == "Meeting" and "set up" in str(n))
    assert {part["type"] for part in meeting["participation"]} == {"Participation"}
    assert meeting["participant"][0] == f"{BASE}actor/jana-pell"
    claim = next(n for n in nodes if n["type"] == "Claim" and n["rule"] == "test.rule")
    words = claim["denotedBy"]
    assert words["anchorOf"] if isinstance(words, dict) else words
    assert claim["@graph"]


@pytest.mark.parametrize("form", [*DATASETS, *TRIPLES, "rdf12"])
def test_bytes_depend_on_no_order(export: Exporting, backwards: Source, form: str) -> None:
    assert chunks(backwards, form) == export(form)


@pytest.mark.parametrize("form", [*DATASETS, *TRIPLES, "rdf12"])
def test_of_nothing_a_valid_file_remains(source: Source, empty: Source, form: str) -> None:
    reader = {**DATASETS, **TRIPLES, "rdf12": ox.RdfFormat.TURTLE}[form]
    assert not parsed(chunks(source, form, actors=["Nobody At All"]), reader)
    only_concepts = parsed(chunks(empty, form), reader)
    assert {q.subject.value.split("/")[3] for q in only_concepts} == {"communique"}


def test_a_filter_leaves_an_actors_facts_with_their_words(
    export: Exporting, quads: set[ox.Quad]
) -> None:
    left = parsed(export("nquads", actors=["Bo Ferrin", "Ivo Hart"]), ox.RdfFormat.N_QUADS)
    assert left < quads
    subjects = {quad.subject.value.removeprefix(BASE) for quad in left}
    assert "mission/sentinel" in subjects  # Hart commands it
    assert "statement/leaflet.txt/20-56" not in subjects or "article/leaflet.txt" in subjects
    assert not [s for s in subjects if s.startswith("meeting/2030-06-10")]
    claims = {q.graph_name for q in left if not isinstance(q.graph_name, ox.DefaultGraph)}
    anchors = {q.object.value for q in left if q.predicate.value == str(NIF.anchorOf)}
    assert claims
    assert "commander Ivo Hart" in anchors


def test_a_time_and_a_kind_leave_dated_meetings(export: Exporting) -> None:
    data = export("nquads", since="2030-05-10", until="2030-06-30", kinds=["meetings"])
    left = parsed(data, ox.RdfFormat.N_QUADS)
    kinds = {(q.subject.value, q.object.value) for q in left if q.predicate.value == str(RDF.type)}
    meetings = {s.removeprefix(BASE)[:18] for s, kind in kinds if kind.endswith("#Meeting")}
    assert meetings == {"meeting/2030-05-20", "meeting/2030-06-10"}


@pytest.mark.parametrize("form", ["nquads", "turtle", "jsonld"])
@pytest.mark.parametrize("wanted", [{}, {"actors": ["Mila Dorn"]}])
def test_hidden_text_stays_hidden(source: Source, form: str, wanted: dict[str, object]) -> None:
    shown = Source(source.pool, source.at, hidden=frozenset({str(NIF.isString)}))
    data = chunks(shown, form, **wanted)
    assert b"Nobody may close the river." in data
    assert b"They spoke of the Ellin dialogue" not in data


def test_what_xml_cannot_hold_is_replaced(tmp_path: Path) -> None:
    tell = Telling("Mila\x0bDorn said \x01no\ufffe.", "2030-05-02")
    facts = tell.facts("odd.txt", statements=(tell.statement("s1", "Mila Dorn", "\x01no\ufffe"),))
    with reading(fill(tmp_path / "store", (facts,))) as source:
        graph = Graph().parse(data=chunks(source, "rdfxml"), format="xml")
        assert "\ufffdno\ufffd" in {str(value) for value in graph.objects()}
        assert b"\\u0001no" in chunks(source, "ntriples")


def test_a_text_that_names_the_bookkeeping_is_not_taken_for_it(tmp_path: Path) -> None:
    words = "see <https://w3id.org/communique/internal#bookkeeping> ."
    tell = Telling(f"Mila Dorn: {words}", "2030-05-02")
    facts = tell.facts("sly.txt", statements=(tell.statement("s1", "Mila Dorn", words),))
    with reading(fill(tmp_path / "store", (facts,))) as source:
        texts = {
            q.object.value
            for q in parsed(chunks(source, "nquads"), ox.RdfFormat.N_QUADS)
            if isinstance(q.object, ox.Literal)
        }
    assert words in texts
