"""What others write is found, told apart from what the articles say, and undone where it must."""

from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from service.articles import replace_articles
from service.cli.main import communique
from service.store.audit import differences, faults, repair
from service.store.directory import StoreDirectory
from service.store.terms import DEFAULT, FOREIGN, TEXT
from service.store.update import apply
from service.store.vocabulary import bring_up_to_date
from tests.service.http.story import BASE, courier, harbor

FOREIGN_TRIPLE = "<http://e.org/a> <http://e.org/b> <http://e.org/c>"
DORN = f"<{BASE}actor/mila-dorn>"
PREFIXES = (
    "PREFIX cmq: <https://w3id.org/communique/ns#> "
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX skos: <http://www.w3.org/2004/02/skos/core#> "
)


@pytest.fixture
def store() -> ox.Store:
    made = ox.Store()
    bring_up_to_date(made)
    told = (harbor(), courier())
    replace_articles(made, BASE, told, {facts.key: "mark" for facts in told})
    return made


def mend(store: ox.Store, *, drop_foreign: bool = False) -> None:
    apply(store, repair(differences(store), store, drop_foreign=drop_foreign))


def test_a_store_that_nobody_touched_is_right(store: ox.Store) -> None:
    before = set(store)
    assert list(faults(store)) == []
    mend(store)
    assert set(store) == before


@pytest.mark.parametrize(
    "damage",
    [
        "CLEAR DEFAULT",
        f"DELETE WHERE {{ {DORN} ?p ?o }}",
        "DELETE { ?m cmq:status ?s } INSERT { ?m cmq:status <a:b> } WHERE { ?m cmq:status ?s }",
        f"INSERT DATA {{ {DORN} rdfs:label 'Somebody else' }}",
        "DELETE WHERE { ?concept skos:prefLabel ?label }",
        "DELETE { GRAPH ?g { ?s ?p ?o } } WHERE { GRAPH ?g { ?s a cmq:Meeting ; ?p ?o } }",
        "INSERT { GRAPH ?g { ?s cmq:status <a:b> } } WHERE { GRAPH ?g { ?s cmq:status ?o } }",
        f"CLEAR DEFAULT; INSERT DATA {{ {DORN} rdfs:label 'Mila D' }}",
    ],
)
def test_what_the_articles_say_comes_back(store: ox.Store, damage: str) -> None:
    before = set(store)
    store.update(PREFIXES + damage)
    assert set(store) != before
    assert list(faults(store))
    mend(store)
    assert set(store) == before
    assert list(faults(store)) == []


@pytest.mark.parametrize("added", [FOREIGN_TRIPLE, "_:x <http://e.org/b> [] ."])
def test_what_others_added_is_told_once_and_kept(store: ox.Store, added: str) -> None:
    before = set(store)
    store.update(f"INSERT DATA {{ {added} }}")
    (quad,) = set(store) - before
    (fault,) = faults(store)
    assert fault.endswith("in the default graph, but claimed by nobody")
    mend(store)
    noted = ox.Quad(quad.subject, quad.predicate, quad.object, FOREIGN)
    assert set(store) - before == {quad, noted}
    assert list(faults(store)) == []
    mend(store)
    assert set(store) - before == {quad, noted}
    mend(store, drop_foreign=True)
    assert set(store) == before


def test_what_others_wrote_and_an_article_says_stays_when_the_article_goes(store: ox.Store) -> None:
    kept = ox.Quad(ox.NamedNode(f"{BASE}x"), ox.NamedNode("a:b"), ox.Literal("c"))
    store.add(kept)
    mend(store)
    replace_articles(store, BASE, (), {}, [facts.key for facts in (harbor(), courier())])
    assert kept in store
    assert list(faults(store)) == []


def test_many_faults_of_a_kind_are_counted(store: ox.Store) -> None:
    store.update("CLEAR DEFAULT")
    told = list(faults(store))
    assert len(told) == 101
    assert told[-1].startswith("… and ")


@pytest.mark.parametrize(
    ("damage", "why"),
    [
        ("DROP NAMED", "its record is gone"),
        (f"DELETE WHERE {{ GRAPH ?g {{ ?s {TEXT} ?o }} }}; CLEAR DEFAULT", "its text is gone"),
    ],
)
def test_what_cant_be_rebuilt_is_to_be_loaded_again(store: ox.Store, damage: str, why: str) -> None:
    before = set(store)
    store.update(damage)
    mend(store)
    lost = differences(store).lost
    assert set(lost.values()) == {why}
    assert f"{BASE}article/courier.txt: {why}: load it again with --force" in list(faults(store))
    told = (harbor(), courier())
    bring_up_to_date(store)
    replace_articles(store, BASE, told, {facts.key: "mark" for facts in told})
    mend(store, drop_foreign=True)
    assert set(store) == before


def test_another_versions_articles_are_taken_as_they_stand(store: ox.Store) -> None:
    store.update(
        "PREFIX prov: <http://www.w3.org/ns/prov#> "
        "DELETE { ?c prov:wasGeneratedBy ?run . ?run ?p ?o } "
        "INSERT { ?c prov:wasGeneratedBy <a:older> . <a:older> ?p ?o } "
        "WHERE { ?c prov:wasGeneratedBy ?run . ?run ?p ?o }"
    )
    before = set(store)
    assert list(faults(store)) == []
    store.update(f"{PREFIXES} DELETE WHERE {{ {DORN} ?p ?o }}")
    assert list(faults(store))
    mend(store)
    assert set(store) == before


def test_an_empty_store_has_nothing_to_repair(store: ox.Store) -> None:
    store.update("DROP ALL")
    assert list(faults(store)) == []
    mend(store)
    assert len(store) == 0


def test_the_commands_tell_what_they_found(store: ox.Store, tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    with directory.writing() as writer:
        writer.graph.extend(store)
        writer.graph.update(f"{PREFIXES} INSERT DATA {{ {FOREIGN_TRIPLE} }}")
        writer.graph.update(f"{PREFIXES} DELETE WHERE {{ {DORN} ?p ?o }}")

    def run(*arguments: str) -> tuple[int, str]:
        result = CliRunner().invoke(communique, [*arguments, "--store", str(tmp_path / "s")])
        return result.exit_code, result.output

    status, told = run("check")
    assert status == 1
    assert "claimed by nobody" in told
    assert "`communique repair` restores" in told
    status, told = run("repair")
    assert status == 0
    assert "removed 0, kept as foreign 1" in told
    status, told = run("check")
    assert status == 0, told
    assert "1 triples of others are kept" in told
    assert "taken out 1" in run("repair", "--drop-foreign")[1]
    with directory.reading() as held:
        assert set(held.quads_for_pattern(None, None, None, DEFAULT)) == set(
            store.quads_for_pattern(None, None, None, DEFAULT)
        )
