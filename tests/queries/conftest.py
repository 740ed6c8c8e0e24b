"""Four invented articles in a store as the service keeps it, and a way to ask them.

Everything is read only, so the store lives as long as the session.
"""

from collections.abc import Callable, Iterable
from decimal import Decimal

import pyoxigraph as ox
import pytest
from edtf import parse_edtf

from loaders.facts import Facts
from loaders.identity import link, namings
from loaders.mapping import map_facts
from ontology.files import CONCEPTS, read
from queries.answers import prepare
from tests.queries.invented import ARTICLES, Asking, Row, Value

BASE = "http://example.org/id/"
RDFS_LABEL = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#label")
CMQ = "https://w3id.org/communique/ns#"
CONCEPT = "https://w3id.org/communique/concept/"


def fill(articles: Iterable[Facts]) -> ox.Store:
    """A store of what is accepted, with one label and one status a thing, and all claims."""
    told = sorted(articles, key=lambda f: (f.metadata.published or "", f.key))
    links = link(naming for facts in told for naming in namings(facts))
    store, chosen = ox.Store(), dict[tuple[str, str], ox.Quad]()
    store.load(read(CONCEPTS), format=ox.RdfFormat.TURTLE)
    for facts in told:
        own = {a.id: links[facts.key, a.id] for a in facts.actors if (facts.key, a.id) in links}
        graph = map_facts(facts, own, BASE)
        store.extend(ox.Quad(t.subject, t.predicate, t.object) for t in graph.own)
        for claim in graph.claims:
            for t in claim.triples:
                store.add(ox.Quad(t.subject, t.predicate, t.object, claim.iri))
                if claim.accepted and t.predicate in (RDFS_LABEL, ox.NamedNode(f"{CMQ}status")):
                    key = (t.subject.value, t.predicate.value)
                    chosen[key] = ox.Quad(t.subject, t.predicate, t.object)
                elif claim.accepted:
                    store.add(ox.Quad(t.subject, t.predicate, t.object))
    store.extend(chosen.values())
    return store


@pytest.fixture(scope="session")
def store() -> ox.Store:
    return fill(ARTICLES)


@pytest.fixture(scope="session")
def texts() -> dict[str, str]:
    return {facts.key: facts.text for facts in ARTICLES}


@pytest.fixture(scope="session")
def run(store: ox.Store) -> Callable[[str], ox.QuerySolutions]:
    def solutions(sparql: str) -> ox.QuerySolutions:
        answer = store.query(sparql)
        assert isinstance(answer, ox.QuerySolutions)
        return answer

    return solutions


@pytest.fixture(scope="session")
def ask(run: Callable[[str], ox.QuerySolutions], texts: dict[str, str]) -> Asking:
    """Asks a question and holds its answer against the question's own columns."""

    def rows(name: str, **params: str) -> list[Row]:
        given = {key.rstrip("_"): value for key, value in params.items()}
        prepared = prepare(name, given, run, "tests")
        answer = run(prepared.sparql)
        assert [v.value for v in answer.variables] == [c.name for c in prepared.query.columns]
        found = [
            {c.name: _value(c.type, c.always, solution[c.name]) for c in prepared.query.columns}
            for solution in answer
        ]
        for row in found:
            if "start" in row and "end" in row:
                assert (
                    row["text"]
                    == texts[row["article"] if "article" in row else given["article"]][
                        row["start"] : row["end"]
                    ]
                )
        return found

    return rows


def _value(kind: str, always: bool, term: ox.NamedNode | ox.Literal | None) -> Value:
    if term is None:
        assert not always
        return None
    assert isinstance(term, ox.NamedNode) is (kind == "iri")
    if kind == "iri":
        return term.value.removeprefix(BASE).removeprefix(CMQ).removeprefix(CONCEPT)
    if kind == "date":
        for one in term.value.split("; "):
            parse_edtf(one)
    datatype = term.datatype.value.rpartition("#")[2]
    assert datatype == (kind if kind in ("integer", "decimal") else "string")
    return {"integer": int, "decimal": Decimal}.get(kind, str)(term.value)
