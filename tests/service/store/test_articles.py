"""Articles come, change and go; the default graph stays what the accepted claims say."""

from collections.abc import Sequence

import pyoxigraph as ox
import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.facts import Facts, Status
from ontology.terms import PREFIXES
from service.articles import replace_articles
from service.store.audit import faults
from tests.service.store.telling import BASE, person, plan, said, telling


def put(store: ox.Store, *facts: Facts, gone: Sequence[str] = ()) -> None:
    replace_articles(store, BASE, facts, {f.key: f"print of {f.key}" for f in facts}, gone)


def dump(store: ox.Store) -> list[str]:
    return sorted(str(quad) for quad in store)


def ask(store: ox.Store, pattern: str, *names: str) -> list[tuple[str, ...]]:
    found = store.query(f"SELECT * WHERE {{ {pattern} }}", prefixes=PREFIXES)
    assert isinstance(found, ox.QuerySolutions)
    return sorted(tuple(row[n].value for n in names) for row in found)


def statuses(store: ox.Store) -> list[str]:
    rows = ask(store, "?m cmq:status ?s", "s")
    return [status.rsplit("/", 1)[1] for (status,) in rows]


@pytest.fixture
def store() -> ox.Store:
    return ox.Store()


def test_an_article_that_goes_takes_all_it_said(store: ox.Store) -> None:
    put(store, plan("a.txt", "2031-05-01", Status.PLANNED))
    assert len(store) > 50
    put(store, gone=["a.txt"])
    assert dump(store) == []


def test_a_fact_of_two_articles_survives_one(store: ox.Store) -> None:
    put(store, plan("a.txt", "2031-05-05", Status.HELD), plan("b.txt", "2031-05-05", Status.HELD))
    put(store, gone=["a.txt"])
    assert len(ask(store, "?m a cmq:Meeting ; cmq:participant ?who", "m", "who")) == 2
    assert ask(store, "?m a cmq:Meeting ; cmq:reportedIn ?a", "a") == [(f"{BASE}article/b.txt",)]
    assert list(faults(store)) == []


def test_loading_again_replaces(store: ox.Store) -> None:
    put(store, plan("a.txt", "2031-05-01", Status.PLANNED))
    put(store, plan("a.txt", "2031-05-01", Status.CANCELLED))
    fresh = ox.Store()
    put(fresh, plan("a.txt", "2031-05-01", Status.CANCELLED))
    assert dump(store) == dump(fresh)
    assert statuses(store) == ["cancelled"]


def test_the_latest_report_says_how_a_meeting_stands(store: ox.Store) -> None:
    put(store, plan("held.txt", "2031-05-05", Status.HELD))
    put(store, plan("planned.txt", "2031-05-01", Status.PLANNED))
    assert statuses(store) == ["held"]
    put(store, gone=["held.txt"])
    assert statuses(store) == ["planned"]
    assert list(faults(store)) == []


def test_on_one_day_what_happened_counts_before_plans(store: ox.Store) -> None:
    put(store, plan("a.txt", "2031-05-04", Status.PLANNED))
    put(store, plan("b.txt", "2031-05-04", Status.HELD))
    assert statuses(store) == ["held"]


@pytest.mark.parametrize("status", [Status.DENIED, Status.HYPOTHETICAL])
def test_what_is_denied_or_supposed_stays_in_its_claims(store: ox.Store, status: Status) -> None:
    put(store, plan("a.txt", "2031-05-04", status))
    assert ask(store, "?m a cmq:Meeting", "m") == []
    assert len(ask(store, "GRAPH ?c { ?m a cmq:Meeting }", "m")) == 1
    dates = ask(store, "GRAPH ?c { ?m cmq:date ?d } ?c cmq:accepted ?a", "a")
    assert dates == [("false",)]


def test_a_name_keeps_its_diacritics_whichever_article_came_last(store: ox.Store) -> None:
    plain = "Ana Kovac met Luis Ferrer."
    put(store, plan("a.txt", "2031-05-04", Status.HELD))
    put(store, telling("b.txt", plain, person(plain, "Ana Kovac")))
    actor = f"<{BASE}actor/ana-kovac>"
    assert ask(store, f"{actor} rdfs:label ?name", "name") == [("Ana Kovač",)]
    assert ask(store, f"{actor} cmq:name ?name", "name") == [("Ana Kovac",), ("Ana Kovač",)]
    put(store, gone=["a.txt"])
    assert ask(store, f"{actor} rdfs:label ?name", "name") == [("Ana Kovac",)]


SURNAME = "President Kovač said the road stays open."
FULL = "President Ana Kovač of Zubrowka arrived."
NAMESAKE = "Minister Ivan Kovač of Zubrowka arrived."
OTHER = "President Eva Kovač of Ruritania arrived."


def surname_only() -> Facts:
    who = person(SURNAME, "Kovač", None, ("President", "Zubrowka"))
    return telling(
        "s.txt", SURNAME, who, statements=(said(SURNAME, "kovač", "the road stays open"),)
    )


def full() -> Facts:
    who = person(FULL, "Ana Kovač", None, ("President", "Zubrowka"))
    return telling("f.txt", FULL, who)


def speaker(store: ox.Store) -> list[tuple[str, ...]]:
    return ask(store, "?s cmq:speaker ?who", "who")


def test_a_surname_joins_the_one_full_name_with_its_office(store: ox.Store) -> None:
    put(store, surname_only())
    assert speaker(store) == [(f"{BASE}actor/kovac~s-txt",)]
    put(store, full())
    assert speaker(store) == [(f"{BASE}actor/ana-kovac",)]
    reasons = ask(store, "?c cmq:linkReason ?why", "why")
    assert reasons == [
        ("the one full name among the articles for Kovač with the state or body zubrowka",)
    ]
    put(store, gone=["f.txt"])
    assert speaker(store) == [(f"{BASE}actor/kovac~s-txt",)]
    assert list(faults(store)) == []


def test_a_namesake_in_another_state_changes_nothing(store: ox.Store) -> None:
    other = telling("o.txt", OTHER, person(OTHER, "Eva Kovač", None, ("President", "Ruritania")))
    put(store, surname_only(), full(), other)
    assert speaker(store) == [(f"{BASE}actor/ana-kovac",)]


def test_two_fitting_namesakes_leave_a_surname_apart(store: ox.Store) -> None:
    second = "President Maja Kovač of Zubrowka arrived."
    rival = telling("m.txt", second, person(second, "Maja Kovač", None, ("President", "Zubrowka")))
    put(store, surname_only(), full(), rival)
    assert speaker(store) == [(f"{BASE}actor/kovac~s-txt",)]


def test_another_office_of_the_same_state_is_no_match(store: ox.Store) -> None:
    role = ("Minister", "Zubrowka")
    minister = telling("n.txt", NAMESAKE, person(NAMESAKE, "Ivan Kovač", None, role))
    put(store, surname_only(), minister)
    assert speaker(store) == [(f"{BASE}actor/kovac~s-txt",)]


EVERYTHING = [
    plan("a.txt", "2031-05-01", Status.PLANNED),
    plan("b.txt", "2031-05-05", Status.HELD),
    plan("c.txt", "2031-05-05", Status.CANCELLED),
    plan("d.txt", "2031-05-05", Status.DENIED),
    surname_only(),
    full(),
]


@given(st.permutations(EVERYTHING), st.integers(1, 6))
def test_any_load_order_gives_the_same_bytes(order: list[Facts], batch: int) -> None:
    together, apart = ox.Store(), ox.Store()
    put(together, *EVERYTHING)
    for start in range(0, len(order), batch):
        put(apart, *order[start : start + batch])
    assert dump(apart) == dump(together)


@given(st.permutations(EVERYTHING), st.integers(0, 6))
def test_going_undoes_coming(order: list[Facts], kept: int) -> None:
    store, never = ox.Store(), ox.Store()
    put(store, *order)
    put(store, gone=[f.key for f in order[kept:]])
    put(never, *order[:kept])
    assert dump(store) == dump(never)
    assert list(faults(store)) == []
