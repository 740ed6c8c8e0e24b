"""USING is set in by tokens: strings, comments, prefixes and inner WHEREs are left alone."""

import pyoxigraph as ox
import pytest

from service.errors import UsageError
from service.using import with_dataset

G, N = "http://e.org/g", "http://e.org/n"
BOTH = f"USING <{G}> USING NAMED <{N}>"


def set_in(update: str) -> str:
    return with_dataset(update, (G,), (N,))


def test_without_a_dataset_nothing_is_changed() -> None:
    assert with_dataset("INSERT {} WHERE {}", (), ()) == "INSERT {} WHERE {}"


@pytest.mark.parametrize(
    ("update", "expected"),
    [
        ("INSERT {} WHERE {}", f"INSERT {{}} {BOTH} WHERE {{}}"),
        (
            "delete {?s ?p 1} insert {} where {}",
            f"delete {{?s ?p 1}} insert {{}} {BOTH} where {{}}",
        ),
        (
            "DELETE WHERE { GRAPH ?g { ?s ?p ?o } }",
            f"DELETE {{ GRAPH ?g {{ ?s ?p ?o }} }} {BOTH} WHERE {{ GRAPH ?g {{ ?s ?p ?o }} }}",
        ),
        (
            "DELETE # WHERE {\nWHERE { ?s ?p '}' }",
            f"DELETE # WHERE {{\n{{ ?s ?p '}}' }} {BOTH} WHERE {{ ?s ?p '}}' }}",
        ),
        (
            "INSERT {?s ?p ?o} WHERE {{SELECT * WHERE {?s ?p ?o}}}; INSERT {} WHERE {}",
            (
                f"INSERT {{?s ?p ?o}} {BOTH} WHERE {{{{SELECT * WHERE {{?s ?p ?o}}}}}}; "
                f"INSERT {{}} {BOTH} WHERE {{}}"
            ),
        ),
        (
            'PREFIX where: <http://e.org/WHERE> INSERT { where:x ?where "} WHERE {" } WHERE {}',
            (
                "PREFIX where: <http://e.org/WHERE> "
                f'INSERT {{ where:x ?where "}} WHERE {{" }} {BOTH} WHERE {{}}'
            ),
        ),
        (
            "INSERT DATA { <a> <b> 'WHERE' }; CLEAR ALL",
            "INSERT DATA { <a> <b> 'WHERE' }; CLEAR ALL",
        ),
    ],
)
def test_each_operation_gets_the_dataset(update: str, expected: str) -> None:
    assert set_in(update) == expected


def test_what_comes_out_is_an_update_that_reads_only_these_graphs() -> None:
    store = ox.Store()
    store.update(
        f"INSERT DATA {{ <a:a> <a:p> 0 GRAPH <{G}> {{ <a:a> <a:p> 1 }} "
        f"GRAPH <{N}> {{ <a:a> <a:p> 2 }} GRAPH <a:other> {{ <a:a> <a:p> 3 }} }}"
    )
    store.update(
        set_in(
            "INSERT { <a:a> <a:default> ?o } WHERE { ?s <a:p> ?o }; # WITH\n"
            "INSERT { <a:a> <a:named> ?o } WHERE { GRAPH ?g { ?s <a:p> ?o } }; "
            "DELETE WHERE { ?s <a:p> ?o }"
        )
    )
    default = store.quads_for_pattern(None, None, None, ox.DefaultGraph())
    assert {(q.predicate.value, q.object.value) for q in default} == {
        ("a:default", "1"),
        ("a:named", "2"),
        ("a:p", "0"),
    }


@pytest.mark.parametrize(
    "update",
    [
        f"INSERT {{}} USING <{G}> WHERE {{}}",
        f"INSERT {{}} using named <{G}> WHERE {{}}",
        f"INSERT DATA {{}}; WITH <{G}> DELETE {{}} WHERE {{}}",
    ],
)
def test_two_datasets_are_a_conflict(update: str) -> None:
    with pytest.raises(UsageError, match="only one of the two"):
        set_in(update)


def test_a_name_that_is_no_iri_is_refused() -> None:
    with pytest.raises(UsageError, match="no IRI"):
        with_dataset("INSERT {} WHERE {}", ("no iri",), ())
