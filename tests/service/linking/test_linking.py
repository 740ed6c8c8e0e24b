"""Links from a table: kept with who and when, seen by plain questions, undone without a trace."""

from dataclasses import replace
from pathlib import Path

import pyoxigraph as ox
import pytest

from ontology.terms import PREFIXES
from service.articles import replace_articles
from service.errors import UsageError
from service.linking import BadTable, imported, read_table, removed, resolved
from service.store.audit import differences, faults, repair
from service.store.linksets import Link, Linkset, graph_of, linksets_of
from service.store.update import apply
from service.store.vocabulary import bring_up_to_date
from tests.service.http.story import BASE, courier, harbor

DORN = f"{BASE}actor/mila-dorn"
EXACT = "http://www.w3.org/2004/02/skos/core#exactMatch"
ITEM = "http://www.wikidata.org/entity/Q42"


@pytest.fixture
def store() -> ox.Store:
    made = ox.Store()
    bring_up_to_date(made)
    load(made)
    return made


def load(store: ox.Store) -> None:
    told = (harbor(), courier())
    replace_articles(store, BASE, told, {facts.key: "mark" for facts in told})


def linkset(*links: Link, name: str = "people") -> Linkset:
    return Linkset(name, "people.csv", "ab" * 32, "Ada Reader", "2030-01-02T03:04:05Z", links)


def put(store: ox.Store, one: Linkset) -> None:
    apply(store, imported(store, BASE, one))


def take(store: ox.Store, name: str) -> None:
    apply(store, removed(store, BASE, name))


def matches(store: ox.Store) -> list[str]:
    rows = store.query(f"SELECT ?o {{ <{DORN}> <{EXACT}> ?o }} ORDER BY ?o")
    return [row["o"].value for row in rows]  # type: ignore[union-attr]


def links_of(
    store: ox.Store, folder: Path, table: str, *, partial: bool = False
) -> tuple[tuple[Link, ...], list[str]]:
    path = folder / "people.csv"
    path.write_text(table, encoding="utf-8")

    def ask(sparql: str) -> ox.QuerySolutions:
        return store.query(sparql, prefixes=PREFIXES)  # type: ignore[return-value]

    return resolved(store, ask, BASE, read_table(path), partial=partial)


@pytest.mark.parametrize("thing", ["Mila Dorn", "MILA DORN", "actor/mila-dorn", DORN])
def test_a_thing_is_meant_by_name_or_iri(store: ox.Store, tmp_path: Path, thing: str) -> None:
    links, told = links_of(store, tmp_path, f"thing,link\n{thing},Q42\n")
    assert links == (Link("actor/mila-dorn", "exact", ITEM),)
    assert told == []


@pytest.mark.parametrize(
    ("row", "why"),
    [
        ("Nobody At All,Q42", "nothing in the graph is called 'Nobody At All'"),
        (f"Mila Dorn,{BASE}actor/otto-raske", "is ours"),
    ],
)
def test_a_row_that_means_nothing_stops_all_or_is_told(
    store: ox.Store, tmp_path: Path, row: str, why: str
) -> None:
    table = f"thing,link\nMila Dorn,Q42\n{row}\n"
    with pytest.raises(BadTable, match=r"people\.csv, row 3: ") as refused:
        links_of(store, tmp_path, table)
    assert why in str(refused.value)
    links, (told,) = links_of(store, tmp_path, table, partial=True)
    assert [link.thing for link in links] == ["actor/mila-dorn"]
    assert why in told


def test_links_are_seen_by_plain_questions_and_tell_who_and_when(store: ox.Store) -> None:
    put(store, linkset(Link("actor/mila-dorn", "exact", ITEM)))
    assert matches(store) == [ITEM]
    graph = graph_of(BASE, "people")
    lines = {str(quad.triple) for quad in store.quads_for_pattern(None, None, None, graph)}
    assert f"<{DORN}> <{EXACT}> <{ITEM}>" in lines
    assert f'{graph} <http://purl.org/dc/terms/source> "people.csv"' in lines
    assert f'{graph} <https://schema.org/sha256> "{"ab" * 32}"' in lines
    assert f"{graph} <http://www.w3.org/ns/prov#wasAttributedTo> <{BASE}reader/ada-reader>" in lines
    moment = '"2030-01-02T03:04:05Z"^^<http://www.w3.org/2001/XMLSchema#dateTime>'
    assert f"{graph} <http://www.w3.org/ns/prov#generatedAtTime> {moment}" in lines
    assert list(faults(store)) == []


def test_links_stay_when_articles_are_loaded_again(store: ox.Store) -> None:
    put(store, linkset(Link("actor/mila-dorn", "exact", ITEM)))
    before = set(store)
    load(store)
    assert set(store) == before
    keys = [facts.key for facts in (harbor(), courier())]
    replace_articles(store, BASE, (), {}, keys)
    assert matches(store) == [ITEM]
    load(store)
    assert set(store) == before
    assert list(faults(store)) == []


def test_the_same_name_again_replaces(store: ox.Store) -> None:
    put(store, linkset(Link("actor/mila-dorn", "exact", ITEM)))
    other = linkset(Link("actor/mila-dorn", "exact", "https://e.org/dorn"))
    put(store, other)
    assert matches(store) == ["https://e.org/dorn"]
    assert linksets_of(store) == [other]
    assert list(faults(store)) == []


def test_taking_links_out_leaves_no_trace(store: ox.Store) -> None:
    before = set(store)
    put(store, linkset(Link("actor/mila-dorn", "exact", ITEM)))
    put(store, linkset(Link("actor/mila-dorn", "exact", ITEM), name="others"))
    take(store, "people")
    assert matches(store) == [ITEM]
    assert list(faults(store)) == []
    take(store, "others")
    assert set(store) == before
    with pytest.raises(UsageError, match="no links called 'people'; there are none"):
        removed(store, BASE, "people")


def test_a_link_that_an_article_tells_too_stays(store: ox.Store) -> None:
    facts = harbor()
    known = [replace(a, wikidata="Q42" if a.name == "Mila Dorn" else None) for a in facts.actors]
    replace_articles(store, BASE, [replace(facts, actors=tuple(known))], {facts.key: "mark"})
    before = set(store)
    assert matches(store) == [ITEM]
    put(store, linkset(Link("actor/mila-dorn", "exact", ITEM)))
    take(store, "people")
    assert set(store) == before


@pytest.mark.parametrize(
    "damage",
    [
        "CLEAR DEFAULT",
        f"CLEAR GRAPH <{BASE}linkset/people>",
        f"DELETE WHERE {{ <{DORN}> <{EXACT}> ?o }}",
    ],
)
def test_repair_brings_links_back(store: ox.Store, damage: str) -> None:
    put(store, linkset(Link("actor/mila-dorn", "exact", ITEM)))
    before = set(store)
    store.update(damage)
    assert list(faults(store))
    apply(store, repair(differences(store), store, drop_foreign=True))
    assert set(store) == before
