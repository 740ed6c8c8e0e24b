"""Parts of an answer, in the order of any of its columns."""

from collections.abc import Callable, Mapping

import pyoxigraph as ox
import pytest

from queries.answers import prepare
from queries.catalogue import Query, catalogue, get
from queries.errors import BadParameter
from queries.paging import RESERVED, Page, paged, read_page

Run = Callable[[str], ox.QuerySolutions]
Row = tuple[str | None, ...]


def rows(run: Run, name: str, page: Page, given: Mapping[str, str] | None = None) -> list[Row]:
    prepared = prepare(name, given or {}, run)
    found = run(paged(prepared.query, prepared.sparql, page))
    assert [v.value for v in found.variables] == [c.name for c in prepared.query.columns]
    return [tuple(getattr(term, "value", None) for term in row) for row in found]


def examples(query: Query) -> dict[str, str]:
    return {p.name: p.example for p in query.params if p.required}


@pytest.mark.parametrize("query", catalogue().values(), ids=list(catalogue()))
def test_no_question_has_a_parameter_of_these_names(query: Query) -> None:
    assert not {parameter.name for parameter in query.params} & (RESERVED | {"format"})


@pytest.mark.parametrize("query", catalogue().values(), ids=list(catalogue()))
def test_pages_in_any_order_make_up_the_answer(run: Run, query: Query) -> None:
    given = examples(query)
    whole = rows(run, query.name, Page(), given)
    for column in query.columns:
        for sort in ((column.name,), (f"-{column.name}",)):
            ordered = rows(run, query.name, Page(sort=sort), given)
            assert sorted(ordered, key=str) == sorted(whole, key=str)
            first = rows(run, query.name, Page(2, 0, sort), given)
            second = rows(run, query.name, Page(2, 2, sort), given)
            assert first + second == ordered[:4]


def test_numbers_go_by_size_and_either_way(run: Run) -> None:
    column = [c.name for c in get("actors").columns].index("statements")
    up = [int(row[column] or 0) for row in rows(run, "actors", Page(sort=("statements",)))]
    down = [int(row[column] or 0) for row in rows(run, "actors", Page(sort=("-statements",)))]
    assert up == sorted(up)
    assert down == sorted(down, reverse=True)
    assert up[0] != up[-1]


@pytest.mark.parametrize("sort", ["date", "-date"])
def test_rows_without_a_value_come_last(run: Run, sort: str) -> None:
    column = [c.name for c in get("meetings").columns].index("date")
    dates = [row[column] for row in rows(run, "meetings", Page(sort=(sort,)))]
    known = [date for date in dates if date is not None]
    assert None in dates
    assert dates == known + [None] * (len(dates) - len(known))
    assert known == sorted(known, reverse=sort.startswith("-"))


def test_a_second_column_orders_what_the_first_leaves_open(run: Run) -> None:
    names = [c.name for c in get("actors").columns]
    kind, name = names.index("type"), names.index("name")
    found = rows(run, "actors", Page(sort=("type", "-name")))
    kinds = [row[kind] for row in found if row[kind] is not None]
    assert kinds == sorted(kinds, key=str.lower)
    for one in dict.fromkeys(kinds):
        of_kind = [str(row[name]).lower() for row in found if row[kind] == one]
        assert of_kind == sorted(of_kind, reverse=True)


def test_the_page_is_read_off_the_parameters() -> None:
    given = {"limit": "10", "offset": " 20 ", "sort": "-date, place", "actor": "Mila Dorn"}
    page, own = read_page(get("meetings"), given)
    assert page == Page(10, 20, ("-date", "place"))
    assert own == {"actor": "Mila Dorn"}
    assert page.at(30) == Page(10, 30, ("-date", "place"))
    assert read_page(get("meetings"), {"limit": "", "sort": ""}) == (Page(), {})


@pytest.mark.parametrize(
    ("name", "value", "message"),
    [
        ("limit", "0", "from 1"),
        ("limit", "-1", "whole number"),
        ("limit", "many", "whole number"),
        ("offset", "1.5", "whole number"),
        ("offset", "9999999999", "whole number"),
        ("sort", "dates", "did you mean 'date'"),
        ("sort", "date; DROP ALL", "column of meetings"),
    ],
)
def test_what_is_no_page_is_refused(name: str, value: str, message: str) -> None:
    with pytest.raises(BadParameter, match=message):
        read_page(get("meetings"), {name: value})
