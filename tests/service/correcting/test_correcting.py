"""Corrections change claims and default graph, are kept, and are undone without a trace."""

from dataclasses import replace

import pyoxigraph as ox
import pytest

from loaders.corrections import Kind
from loaders.facts import Facts
from service.articles import replace_articles
from service.correcting import Asked, applied, correction_for, undone
from service.errors import UsageError
from service.store.audit import differences, faults, repair
from service.store.corrections import corrections_of, finds_something, graph_of
from service.store.update import apply
from tests.service.correcting.conftest import claim, clock, correct, load, undo
from tests.service.http.story import BASE, courier, harbor

CMQ = "https://w3id.org/communique/ns#"
PREFIXES = (
    f"PREFIX cmq: <{CMQ}> PREFIX prov: <http://www.w3.org/ns/prov#> "
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    f"PREFIX id: <{BASE}> PREFIX actor: <{BASE}actor/> PREFIX meeting: <{BASE}meeting/> "
    "PREFIX concept: <https://w3id.org/communique/concept/> "
)
DORN, RASKE, PELL = (f"{BASE}actor/{name}" for name in ("mila-dorn", "otto-raske", "jana-pell"))


def ask(store: ox.Store, pattern: str) -> bool:
    return bool(store.query(f"{PREFIXES} ASK {{ {pattern} }}"))


def values(store: ox.Store, query: str) -> list[str]:
    rows = store.query(f"{PREFIXES} SELECT {query}")
    return sorted(row[0].value for row in rows)  # type: ignore[union-attr]


def dump(store: ox.Store) -> bytes:
    return b"\n".join(sorted(str(quad).encode() for quad in store))


CASES = (
    (Kind.REJECT, claim("statement-s1"), ""),
    (Kind.REJECT, claim("meeting-m-held"), ""),
    (Kind.REJECT, claim("meeting-m-held-date"), ""),
    (Kind.REJECT, claim("role-dorn-1"), ""),
    (Kind.REJECT, claim("actor-raske"), ""),
    (Kind.REJECT, claim("mission-sentinel"), ""),
    (Kind.REJECT, claim("mission-sentinel-figure-1"), ""),
    (Kind.SPEAKER, claim("statement-s1"), "Otto Raske"),
    (Kind.SPEAKER, claim("statement-s1"), "Somebody New"),
    (Kind.DATE, claim("meeting-m-held"), "2031-05-04"),
    (Kind.DATE, claim("statement-s1"), "2031-05"),
    (Kind.PLACE, claim("meeting-m-held-place"), "Lower Ellin"),
    (Kind.PLACE, claim("meeting-m-held", "courier.txt"), "Upper Ellin"),
    (Kind.MERGE, PELL, "Mila Dorn"),
    (Kind.MERGE, DORN, RASKE),
)


@pytest.fixture(params=CASES, ids=lambda case: f"{case[0]}-{case[1].rsplit('/', 1)[-1]}")
def case(request: pytest.FixtureRequest) -> tuple[Kind, str, str]:
    return request.param  # type: ignore[no-any-return]


def test_undoing_restores_every_byte(store: ox.Store, case: tuple[Kind, str, str]) -> None:
    before = dump(store)
    made = correct(store, *case)
    assert dump(store) != before
    assert list(faults(store)) == []
    assert finds_something(store, BASE, made)
    undo(store, made)
    assert dump(store) == before


def test_loading_again_keeps_it(store: ox.Store, case: tuple[Kind, str, str]) -> None:
    correct(store, *case)
    corrected = dump(store)
    load(store)
    assert dump(store) == corrected


def test_it_waits_for_an_article_that_goes_and_comes_back(
    store: ox.Store, case: tuple[Kind, str, str]
) -> None:
    made = correct(store, *case)
    corrected = dump(store)
    replace_articles(store, BASE, (), {}, [harbor().key, courier().key])
    assert corrections_of(store) == [made]
    assert not finds_something(store, BASE, made)
    assert list(faults(store)) == []
    load(store)
    assert dump(store) == corrected


def test_repair_brings_back_what_corrections_say(
    store: ox.Store, case: tuple[Kind, str, str]
) -> None:
    correct(store, *case)
    corrected = dump(store)
    store.update(f"CLEAR DEFAULT; DROP GRAPH {graph_of(BASE)}")
    assert list(faults(store))
    apply(store, repair(differences(store), store, drop_foreign=False))
    assert dump(store) == corrected


def test_a_rejected_statement_is_gone_and_told_of(store: ox.Store) -> None:
    made = correct(store, Kind.REJECT, claim("statement-s1"), why="nobody said so")
    assert not ask(store, "?s a cmq:Statement")
    assert not ask(store, f"GRAPH <{claim('statement-s1')}> {{ ?s ?p ?o }}")
    assert ask(
        store,
        f"GRAPH id:corrections {{ <{claim('statement-s1')}> prov:wasInvalidatedBy ?c . "
        "?c a cmq:Correction ; cmq:why 'nobody said so' ; prov:endedAtTime ?t ; "
        "prov:wasAssociatedWith ?who . ?who rdfs:label 'Ada Reader' }",
    )
    assert made.original == "Mila Dorn: “Nobody may close the river,”"


def test_a_rejected_meeting_takes_its_date_and_place_along(store: ox.Store) -> None:
    correct(store, Kind.REJECT, claim("meeting-m-held"))
    article = "id:article/wire-harbor-txt-71108aa4fa"
    told = f"?c cmq:reportedIn <{BASE}article/wire-harbor-txt-71108aa4fa> ; cmq:subject ?m "
    assert not ask(store, f"{told} . ?m a cmq:Meeting")
    assert ask(store, "?m a cmq:Meeting ; cmq:status concept:held"), article
    assert not ask(store, "?m cmq:atPlace ?place")


def test_a_rejected_actor_is_spoken_of_by_nothing_in_the_article(store: ox.Store) -> None:
    correct(store, Kind.REJECT, claim("actor-dorn"))
    graphs = "GRAPH ?g { { actor:mila-dorn ?p ?o } UNION { ?s ?p actor:mila-dorn } }"
    found = values(store, f"DISTINCT ?g {{ {graphs} }}")
    assert {name.split("/")[-2] for name in found} == {"courier.txt"}
    assert ask(store, "?m cmq:participant actor:otto-raske")


def test_a_rejected_office_leaves_its_holder(store: ox.Store) -> None:
    made = correct(store, Kind.REJECT, claim("role-dorn-1"))
    assert not ask(store, "?t a cmq:Tenure")
    assert ask(store, "actor:mila-dorn a cmq:Person")
    assert made.original == "Mila Dorn, President of Veldania"


def test_another_speaker_is_the_statements_only_one(store: ox.Store) -> None:
    made = correct(store, Kind.SPEAKER, claim("statement-s1"), "Otto Raske")
    assert values(store, "?who { ?s cmq:speaker ?who }") == [RASKE]
    assert values(store, "?who { GRAPH ?g { ?s cmq:speaker ?who } }") == [RASKE]
    assert ask(store, f"<{claim('statement-s1')}> prov:wasInfluencedBy <{BASE}{made.path}>")
    assert made.original == "Mila Dorn"
    assert values(store, "?r { ?c cmq:rule ?r ; cmq:subject ?s . ?s a cmq:Statement }") == [
        "reader.speaker"
    ]


def test_a_speaker_whom_no_article_names_is_an_actor(store: ox.Store) -> None:
    correct(store, Kind.SPEAKER, claim("statement-s1"), "Somebody New")
    who = "actor:somebody-new"
    assert ask(store, f"?s cmq:speaker {who} . {who} a cmq:Actor ; rdfs:label 'Somebody New'")


def test_a_corrected_date_moves_the_meeting_and_the_other_article_keeps_its_own(
    store: ox.Store,
) -> None:
    made = correct(store, Kind.DATE, claim("meeting-m-held-date"), "2031-05-04")
    assert values(store, "?d { ?m a cmq:Meeting ; cmq:date ?d }") == ["2031-05-01", "2031-05-04"]
    assert values(store, "?l { ?m cmq:date ?d ; rdfs:label ?l . FILTER(CONTAINS(?l, '04')) }") == [
        "Mila Dorn, Otto Raske, envoys (2031-05-04)"
    ]
    assert ask(store, "?m cmq:earliest ?d ; cmq:dateDerivation concept:corrected")
    assert (made.original, made.value) == ("2031-05-01", "2031-05-04")


def test_a_place_is_corrected_or_added(store: ox.Store) -> None:
    correct(store, Kind.PLACE, claim("meeting-m-held"), "Lower Ellin")
    assert values(store, "?l { ?m cmq:atPlace/rdfs:label ?l }") == ["Lower Ellin"]
    added = correct(store, Kind.PLACE, claim("meeting-m-held", "courier.txt"), "Lower Ellin")
    assert added.original == "none"
    assert ask(store, f"<{claim('meeting-m-held-place', 'courier.txt')}> a cmq:Claim")


def test_merged_actors_are_one_everywhere(store: ox.Store) -> None:
    made = correct(store, Kind.MERGE, PELL, "Otto Raske", why="a pen name")
    pell = "{ actor:jana-pell ?p ?o } UNION { ?s ?p actor:jana-pell }"
    assert not ask(store, f"{{ {pell} }}")
    assert not ask(store, f"GRAPH ?g {{ {pell} }} FILTER(?g != id:corrections)")
    assert values(store, "?n { actor:otto-raske cmq:name ?n }") == [
        "Jana Pell",
        "Otto Raske",
        "Raske",
    ]
    assert values(store, "?l { actor:otto-raske rdfs:label ?l }") == ["Otto Raske"]
    reason = values(store, "?r { ?c cmq:linkReason ?r ; prov:wasInfluencedBy ?by }")
    assert reason == ["Ada Reader: a pen name"]
    assert (made.original, made.label) == ("Jana Pell", "Otto Raske")


def test_merges_are_followed_through_and_undone_in_any_order(store: ox.Store) -> None:
    before = dump(store)
    first = correct(store, Kind.MERGE, PELL, RASKE)
    second = correct(store, Kind.MERGE, RASKE, DORN)
    assert not ask(store, "?s ?p actor:jana-pell")
    assert values(store, "?n { actor:mila-dorn cmq:name ?n }")[:2] == ["Dorn", "Jana Pell"]
    undo(store, first)
    assert ask(store, "?claim cmq:subject actor:jana-pell")
    undo(store, second)
    assert dump(store) == before


def test_a_later_correction_of_the_same_holds_until_it_is_undone(store: ox.Store) -> None:
    correct(store, Kind.SPEAKER, claim("statement-s1"), "Otto Raske")
    later = correct(store, Kind.SPEAKER, claim("statement-s1"), "Jana Pell")
    assert later.original == "Otto Raske"
    assert values(store, "?who { ?s cmq:speaker ?who }") == [PELL]
    undo(store, later)
    assert values(store, "?who { ?s cmq:speaker ?who }") == [RASKE]


def test_the_same_in_another_version_with_other_numbers_is_found(store: ox.Store) -> None:
    made = correct(store, Kind.SPEAKER, claim("statement-s1"), "Otto Raske")
    told = harbor()
    renumbered = replace(told, statements=(replace(told.statements[0], id="s7"),))
    reload(store, renumbered)
    assert finds_something(store, BASE, made)
    assert values(store, "?who { ?s cmq:speaker ?who }") == [RASKE]


def test_what_now_reads_otherwise_is_not_corrected_and_that_is_told(store: ox.Store) -> None:
    made = correct(store, Kind.REJECT, claim("statement-s1"))
    told = harbor()
    mended = replace(told, statements=(replace(told.statements[0], speaker="raske"),))
    reload(store, mended)
    assert ask(store, "?s cmq:speaker actor:otto-raske")
    assert not finds_something(store, BASE, made)
    assert corrections_of(store) == [made]
    assert list(faults(store)) == []


def reload(store: ox.Store, told: Facts) -> None:
    replace_articles(store, BASE, [told], {told.key: "other"})


@pytest.mark.parametrize(
    ("kind", "thing", "value", "why", "message"),
    [
        (Kind.REJECT, claim("statement-s9"), "", "x", "no claim that stands"),
        (Kind.REJECT, DORN, "", "x", "no claim that stands"),
        (Kind.REJECT, "not an IRI", "", "x", "no name of anything"),
        (Kind.REJECT, claim("meeting-m-held-status"), "", "x", "a meeting's status goes with"),
        (Kind.REJECT, claim("statement-s1"), "", " ", "needs a reason"),
        (Kind.REJECT, claim("statement-s1"), "", "x" * 1001, "longer than 1000"),
        (Kind.REJECT, claim("statement-s1"), "", "a\x00b", "control characters"),
        (Kind.SPEAKER, claim("role-dorn-1"), "Otto Raske", "x", "only a statement has a speaker"),
        (Kind.SPEAKER, claim("statement-s1"), "", "x", "say what holds instead"),
        (Kind.SPEAKER, claim("statement-s1"), f"{BASE}actor/nobody", "x", "no actor that"),
        (Kind.SPEAKER, claim("statement-s1"), f"{BASE}actor/a b", "x", "no name of anything"),
        (Kind.SPEAKER, claim("statement-s1"), "…", "x", "nobody here is called"),
        (Kind.DATE, claim("actor-dorn"), "2031-05-01", "x", "only a meeting or a statement"),
        (Kind.DATE, claim("meeting-m-held"), "2031-02-30", "x", "2031-02-30"),
        (Kind.PLACE, claim("statement-s1"), "Ellin", "x", "only a meeting has a place"),
        (Kind.PLACE, claim("meeting-m-held"), "!", "x", "no name of a place"),
        (Kind.MERGE, DORN, DORN, "x", "one actor already"),
        (Kind.MERGE, DORN, "Veldania", "x", "of different kinds"),
        (Kind.MERGE, DORN, "Nobody", "x", "nobody here is called"),
        (Kind.MERGE, f"{BASE}mission/sentinel", "Mila Dorn", "x", "can be merged"),
        (Kind.MERGE, claim("actor-dorn"), "Mila Dorn", "x", "can be merged"),
    ],
)
def test_what_cant_be_done_is_refused_with_a_reason(
    store: ox.Store, kind: Kind, thing: str, value: str, why: str, message: str
) -> None:
    asked = Asked(kind, thing, value, why, "Ada Reader")
    with pytest.raises(UsageError, match=message):
        correction_for(store, BASE, asked, clock)


def test_two_of_one_name_are_told_apart_by_iri(store: ox.Store) -> None:
    store.update(f"{PREFIXES} INSERT DATA {{ actor:x a cmq:Actor ; rdfs:label 'Otto Raske' }}")
    asked = Asked(Kind.SPEAKER, claim("statement-s1"), "Otto Raske", "x", "Ada Reader")
    with pytest.raises(UsageError, match=r"several are called 'Otto Raske': give one of .*actor/x"):
        correction_for(store, BASE, asked, clock)


def test_a_circle_of_merges_is_refused(store: ox.Store) -> None:
    correct(store, Kind.MERGE, PELL, RASKE)
    asked = Asked(Kind.MERGE, RASKE, PELL, "x", "Ada Reader")
    with pytest.raises(UsageError, match="no actor that articles tell of"):
        correction_for(store, BASE, asked, clock)


def test_what_was_undone_cant_be_undone_again(store: ox.Store) -> None:
    made = correct(store, Kind.REJECT, claim("statement-s1"))
    undo(store, made)
    with pytest.raises(UsageError, match="was it undone already"):
        undone(store, BASE, [made.id])


def test_only_the_articles_that_it_reaches_are_touched(store: ox.Store) -> None:
    asked = Asked(Kind.SPEAKER, claim("statement-s1"), "Otto Raske", "x", "Ada Reader")
    planned = applied(store, BASE, correction_for(store, BASE, asked, clock))
    touched = {str(quad.subject) for quad in planned.change.removed | planned.change.added}
    assert not any("courier" in name for name in touched)
    assert any("/statement/" in iri for iri in planned.reached)


def test_a_record_that_others_made_unreadable_is_none(store: ox.Store) -> None:
    correct(store, Kind.REJECT, claim("statement-s1"))
    store.update(
        "DELETE { GRAPH ?g { ?c ?p ?o } } INSERT { GRAPH ?g { ?c ?p 'odd' } } "
        "WHERE { GRAPH ?g { ?c ?p ?o } FILTER(STRENDS(STR(?p), 'internal#correction')) }"
    )
    assert corrections_of(store) == []
    load(store)
    assert ask(store, "?s a cmq:Statement")
