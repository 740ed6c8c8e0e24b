"""Compact JSON-LD of one thing, and back to the same triples."""

import json

import pyoxigraph
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pyld import jsonld
from rdflib import BNode, Graph, Literal, URIRef
from rdflib.compare import isomorphic
from rdflib.namespace import RDF, RDFS, XSD

from ontology.framing import compact, compacted, frame, refuse
from ontology.terms import CMQ, CONCEPT, NIF, PREFIXES

ID = "http://localhost:8000/id/"
MEETING = URIRef(f"{ID}meeting/tea")
GUEST = URIRef(f"{ID}actor/guest")
HOST = URIRef(f"{ID}actor/host")


@pytest.fixture
def tea() -> Graph:
    graph, seat = Graph(), URIRef(f"{ID}participation/seat")
    graph.add((MEETING, RDF.type, CMQ.Meeting))
    graph.add((MEETING, CMQ.status, CONCEPT.held))
    graph.add((MEETING, CMQ.date, Literal("2024-05", datatype=XSD.gYearMonth)))
    graph.add((MEETING, CMQ.earliest, Literal("2024-05-01", datatype=XSD.date)))
    graph.add((MEETING, CMQ.participant, GUEST))
    graph.add((MEETING, CMQ.participant, HOST))
    graph.add((MEETING, CMQ.participation, seat))
    graph.add((seat, CMQ.participantActor, GUEST))
    graph.add((seat, CMQ.side, Literal(1)))
    graph.add((GUEST, RDF.type, CMQ.Person))
    graph.add((GUEST, RDFS.label, Literal('Željka "Tea" Ög')))
    graph.add((GUEST, CMQ.name, Literal("Tea", lang="en")))
    return graph


def test_frame_reads_well(tea: Graph) -> None:
    framed = frame(tea, str(MEETING))
    del framed["@context"]
    guest = {
        "id": str(GUEST),
        "type": "Person",
        "label": 'Željka "Tea" Ög',
        "name": {"@language": "en", "@value": "Tea"},
    }
    assert framed == {
        "id": str(MEETING),
        "type": "Meeting",
        "status": "concept:held",
        "date": {"type": "xsd:gYearMonth", "@value": "2024-05"},
        "earliest": "2024-05-01",
        "participant": [guest, str(HOST)],
        "participation": {
            "id": f"{ID}participation/seat",
            "participantActor": str(GUEST),
            "side": 1,
        },
    }


def test_frame_carries_its_context(tea: Graph) -> None:
    assert frame(tea, str(MEETING))["@context"]["cmq"] == str(CMQ)


def test_frame_of_an_unknown_thing_holds_nothing(tea: Graph) -> None:
    framed = frame(tea, f"{ID}meeting/none")
    assert set(framed) == {"@context"}


def test_frame_does_not_depend_on_the_order_of_triples(tea: Graph) -> None:
    backwards = Graph()
    for triple in sorted(tea, reverse=True):
        backwards.add(triple)
    assert json.dumps(frame(tea, str(MEETING))) == json.dumps(frame(backwards, str(MEETING)))


def test_compact_lists_every_node(tea: Graph) -> None:
    nodes = compact(tea)["@graph"]
    assert [node["id"] for node in nodes] == sorted(node["id"] for node in nodes)
    assert {node["id"] for node in nodes} == {str(s) for s in tea.subjects()}


def test_native_values(tea: Graph) -> None:
    claim = URIRef(f"{ID}claim/one")
    tea.add((claim, CMQ.accepted, Literal(True)))
    tea.add((claim, CMQ.confidence, Literal("0.9", datatype=XSD.decimal)))
    framed = frame(tea, str(claim))
    assert framed["accepted"] is True
    assert framed["confidence"] == "0.9"


def triples_of(document: object) -> Graph:
    """Read by pyoxigraph, a second implementation."""
    quads = pyoxigraph.parse(json.dumps(document), format=pyoxigraph.RdfFormat.JSON_LD)
    lines = "".join(f"{quad.triple} .\n" for quad in quads)
    return Graph().parse(data=lines, format="nt")


def test_what_is_framed_reads_back_as_the_same_triples(tea: Graph) -> None:
    assert isomorphic(triples_of(frame(tea, str(MEETING))), tea)


def test_blank_nodes_survive() -> None:
    graph, seat = Graph(), BNode()
    graph.add((MEETING, CMQ.participation, seat))
    graph.add((seat, CMQ.participantActor, GUEST))
    assert isomorphic(triples_of(compact(graph)), graph)


@given(st.text(st.characters(exclude_categories=["Cs", "Cc"], include_characters='\n\t\r"\\')))
def test_any_text_survives(text: str) -> None:
    graph = Graph()
    graph.add((MEETING, NIF.isString, Literal(text)))
    graph.add((MEETING, CMQ.side, Literal(3)))
    assert set(triples_of(compact(graph))) == set(graph)


def test_no_context_is_fetched_from_the_network() -> None:
    outside = {"@context": "https://example.org/context", "@id": str(MEETING)}
    with pytest.raises(jsonld.JsonLdError):
        jsonld.expand(outside, {"documentLoader": refuse})
    with pytest.raises(jsonld.JsonLdError, match=r"example\.org/context is not fetched"):
        refuse("https://example.org/context", {})


CLAIM = f"{ID}claim/one"
QUADS = f"""
<{MEETING}> <{RDF.type}> <{CMQ.Meeting}> .
<{MEETING}> <{RDFS.label}> "Tee"@de .
<{CLAIM}> <{RDF.type}> <{CMQ.Claim}> .
<{CLAIM}> <{CMQ.accepted}> "true"^^<{XSD.boolean}> .
<{CLAIM}> <{CMQ.confidence}> "0.9"^^<{XSD.decimal}> .
<{GUEST}> <{CMQ.side}> "12345678901234567890"^^<{XSD.integer}> .
<{GUEST}> <{CMQ.side}> "2"^^<{XSD.integer}> .
<{MEETING}> <{CMQ.status}> <{CONCEPT.held}> <{CLAIM}> .
<{MEETING}> <{RDF.type}> <{CMQ.Event}> <{CLAIM}> .
"""


@pytest.fixture
def told() -> dict[str, object]:
    quads = list(pyoxigraph.parse(QUADS, format=pyoxigraph.RdfFormat.N_QUADS))
    expanded = pyoxigraph.serialize(quads, format=pyoxigraph.RdfFormat.JSON_LD) or b""
    return compacted(json.loads(expanded), str(MEETING))


def test_named_graphs_are_kept_and_the_asked_thing_comes_first(told: dict[str, object]) -> None:
    assert told["@graph"] == [
        {"id": str(MEETING), "type": "Meeting", "label": {"@language": "de", "@value": "Tee"}},
        {
            "id": str(GUEST),
            "side": [{"type": "xsd:integer", "@value": "12345678901234567890"}, 2],
        },
        {"id": CLAIM, "type": "Claim", "accepted": True, "confidence": "0.9"},
        {
            "id": CLAIM,
            "@graph": [{"id": str(MEETING), "type": "Event", "status": "concept:held"}],
        },
    ]


def test_the_context_has_what_is_used_and_no_more(told: dict[str, object]) -> None:
    entries = told["@context"]
    assert isinstance(entries, dict)
    used = {"label", "Meeting", "Event", "Claim", "side", "accepted", "confidence", "status"}
    assert set(entries) == used | {"id", "type"} | set(PREFIXES)


def test_quads_come_back_as_they_were(told: dict[str, object]) -> None:
    read = pyoxigraph.parse(json.dumps(told), format=pyoxigraph.RdfFormat.JSON_LD)
    assert set(read) == set(pyoxigraph.parse(QUADS, format=pyoxigraph.RdfFormat.N_QUADS))
