"""What filters mean: names, days and kinds, and which things of each kind they leave."""

import pytest

from queries.errors import QueryError
from service.errors import UsageError
from service.exports.filters import KINDS, Filters
from service.exports.selection import iris
from service.exports.source import Source
from tests.service.exports.conftest import BASE, narrowed

OFFICES = ["office/commander-of-sentinel", "office/president-of-veldania"]


def left(source: Source, kind: str, **wanted: object) -> list[str]:
    return [iri.removeprefix(BASE) for iri in iris(source, narrowed(source, **wanted), kind)]


def test_names_are_folded_and_aliases_count(source: Source) -> None:
    union = narrowed(source, actors=["the lakes union"])
    assert [term.value for term in union.actors or ()] == [f"{BASE}actor/lakes-union"]
    assert narrowed(source, actors=["LU"]) == union
    assert narrowed(source, actors=[f"{BASE}actor/lakes-union"]) == union
    assert narrowed(source, actors=["LU", " "], kinds=["", *KINDS]) == union


def test_nothing_given_is_no_filter(source: Source) -> None:
    assert narrowed(source) == Filters()
    assert Filters().are_none
    assert not narrowed(source, actors=["Nobody"]).are_none


@pytest.mark.parametrize(
    ("wanted", "told"),
    [
        ({"kinds": ["meeting"]}, "no kind 'meeting'; did you mean 'meetings'?"),
        ({"since": "May"}, "parameter since: 'May' is not a day"),
        ({"until": "2030-02-30"}, "parameter until: '2030-02-30' is not a day"),
    ],
)
def test_what_is_no_filter_is_refused(source: Source, wanted: dict[str, object], told: str) -> None:
    with pytest.raises((UsageError, QueryError), match=told):
        narrowed(source, **wanted)


def test_an_actor_leaves_what_it_has_to_do_with(source: Source) -> None:
    hart = {"actors": ["Ivo Hart"]}
    assert left(source, "missions", **hart) == ["mission/sentinel"]
    assert left(source, "meetings", **hart) == []
    assert [name[:21] for name in left(source, "statements", **hart)] == ["statement/leaflet.txt"]
    assert left(source, "actors", **hart) == [
        "actor/ivo-hart",
        "actor/lakes-union",
        "actor/mila-dorn",
        "actor/ostmark",
        "mission/sentinel",
    ]
    assert left(source, "offices", **hart) == OFFICES
    assert left(source, "instruments", **hart) == ["instrument/resolution-77"]
    assert len(left(source, "figures", **hart)) == 3
    assert [name[:15] for name in left(source, "articles", **hart)] == [
        "article/courier",
        "article/leaflet",
        "article/wire-ha",
    ]


def test_several_actors_are_alternatives(source: Source) -> None:
    both = left(source, "statements", actors=["Otto Raske", "Ivo Hart"])
    apart = {
        *left(source, "statements", actors=["Otto Raske"]),
        *left(source, "statements", actors=["Ivo Hart"]),
    }
    assert set(both) == apart


def test_time_takes_a_meetings_own_date(source: Source) -> None:
    def days(**wanted: object) -> list[str]:
        return [name.removeprefix("meeting/")[:10] for name in left(source, "meetings", **wanted)]

    assert days(since="2030-05-20") == ["2030-05-20", "2030-06-10"]
    assert days(until="2030-05-01") == ["2030-05-01"]
    assert days(since="2030-05-02", until="2030-05-31") == ["2030-05-20"]


def test_time_takes_the_articles_date_of_what_has_none(source: Source) -> None:
    early = left(source, "statements", until="2030-05-02")
    assert {name.split("/")[1][:4] for name in early} == {"wire"}
    late = left(source, "statements", since="2030-05-21")
    assert {name.split("/")[1] for name in late} == {"gazette.txt", "hostile.txt"}
    assert left(source, "missions", since="2030-05-04") == []
    assert left(source, "missions", since="2030-05-03") == ["mission/sentinel"]
