"""The ontology at /ns."""

import json
import re
import subprocess
import sys

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient
from rdflib import Graph
from rdflib.compare import isomorphic

from ontology.context import context
from ontology.files import ALIGNMENTS, CONCEPTS, VOCABULARY, load
from ontology.terms import CMQ, CONCEPT
from service.http.linked.terms import terms
from tests.service.http.conftest import HTML

FORMS = {
    "text/turtle": "turtle",
    "application/rdf+xml": "xml",
    "application/ld+json": "json-ld",
    "application/n-triples": "nt",
}


@pytest.fixture(scope="module")
def whole() -> Graph:
    return load(VOCABULARY, CONCEPTS, ALIGNMENTS)


@pytest.mark.parametrize("media", FORMS)
def test_all_of_it_in_every_format(client: FlaskClient, whole: Graph, media: str) -> None:
    response = client.get("/ns", headers={"Accept": media})
    assert response.mimetype == media
    form = ox.RdfFormat.from_media_type(media)
    assert form is not None
    lines = "".join(f"{q.triple} .\n" for q in ox.parse(response.data, format=form))
    assert isomorphic(Graph().parse(data=lines, format="nt"), whole)


PRINT = """
import hashlib
from service.http.vocabulary import _written
for media in {forms}:
    print(hashlib.sha256(_written(media)).hexdigest())
"""


def test_the_same_bytes_in_every_process() -> None:
    command = [sys.executable, "-c", PRINT.format(forms=list(FORMS))]
    first, second = (
        subprocess.run(command, check=True, capture_output=True, text=True).stdout for _ in range(2)
    )
    assert len(set(first.split())) == len(FORMS)
    assert first == second


def test_its_forms_point_at_each_other(client: FlaskClient) -> None:
    links = client.get("/ns?format=ttl").headers.getlist("Link")
    assert '</ns?format=jsonld>; rel="alternate"; type="application/ld+json"' in links
    assert '</ns?format=html>; rel="alternate"; type="text/html"' in links
    assert not [one for one in links if "turtle" in one]
    assert any(one.endswith('rel="license"') for one in links)


def test_a_page_with_an_anchor_for_each_term_and_concept(client: FlaskClient, whole: Graph) -> None:
    html = client.get("/ns", headers=HTML).text
    anchors = re.findall(r' id="([^"]+)"', html)
    assert len(anchors) == len(set(anchors))
    own = {str(s) for s in whole.subjects() if str(s).startswith((str(CMQ), str(CONCEPT)))}
    assert {iri.removeprefix(str(CMQ)) for iri in own if iri.startswith(str(CMQ))} <= set(anchors)
    concepts = {iri.removeprefix(str(CONCEPT)) for iri in own if iri.startswith(str(CONCEPT))}
    assert {f"concept-{name}" for name in concepts} <= set(anchors)
    assert set(re.findall(r'href="#([^"]+)"', html)) - {"main"} <= set(anchors)
    assert "Actors come together, or are to" in html


def test_each_term_is_told_with_domain_range_alignment_and_example() -> None:
    kinds, schemes = terms()
    by_name = {term.name: term for _, group in kinds for term in group}
    assert set(by_name) == {n for n in CMQ.__annotations__ if not n.startswith("_")}
    assert [name for name, term in by_name.items() if not term.example] == []
    place = by_name["atPlace"]
    assert [one.href for one in (*place.domain, *place.range)] == ["#Event", "#Place"]
    aligned = {(words, one.name) for words, one in place.aligned}
    assert aligned == {
        ("implies", "sem:hasPlace"),
        ("implies", "schema:location"),
        ("near", "wd:P276"),
    }
    assert place.example == ":river-talks cmq:atPlace :port-ellin ."
    assert by_name["side"].range[0].name == "xsd:integer"
    assert by_name["side"].example == ":seat-of-castell cmq:side 1 ."
    assert by_name["Meeting"].example.startswith(":river-talks a cmq:Meeting ;\n    rdfs:label ")
    named = {concept.name: concept for _, members in schemes for concept in members}
    assert [(w, one.name) for w, one in named["call"].aligned] == [("close to", "plover:CONSULT")]


def test_the_context_has_its_own_tag_and_is_kept_long(client: FlaskClient) -> None:
    first = client.get("/ns/context.jsonld", headers={"Accept": "image/png"})
    assert first.mimetype == "application/ld+json"
    assert first.headers["Cache-Control"] == "public, max-age=604800"
    assert json.loads(first.data)["@context"] == context()
    known = {"If-None-Match": first.headers["ETag"]}
    again = client.get("/ns/context.jsonld", headers=known)
    assert (again.status_code, again.data) == (304, b"")
    assert again.headers["ETag"] == first.headers["ETag"]
    coded = client.get("/ns/context.jsonld", headers={"Accept-Encoding": "gzip"})
    known = {"Accept-Encoding": "gzip", "If-None-Match": coded.headers["ETag"]}
    assert client.get("/ns/context.jsonld", headers=known).status_code == 304


def test_a_concepts_address_leads_to_its_place(client: FlaskClient) -> None:
    page = client.get("/concept/held", headers=HTML)
    assert (page.status_code, page.headers["Location"]) == (303, "/ns#concept-held")
    data = client.get("/concept/statuses", headers={"Accept": "application/ld+json"})
    assert (data.status_code, data.headers["Location"]) == (303, "/ns?format=jsonld")
    assert client.get("/concept/flying").status_code == 404
    assert client.get("/concept/held", headers={"Accept": "image/png"}).status_code == 406


def test_format_wins(client: FlaskClient) -> None:
    assert client.get("/ns?format=ttl", headers=HTML).mimetype == "text/turtle"
    assert client.get("/ns", headers={"Accept": "image/png"}).status_code == 406
