"""New rows of a ready-made question, for questions that name the articles of each row."""

import json
import uuid
from collections.abc import Mapping
from itertools import islice

import pyoxigraph as ox
from flask import url_for
from markupsafe import Markup
from werkzeug.exceptions import NotFound

from queries.catalogue import Query
from queries.paging import Page
from service.http.asking import leave, read
from service.http.feeds.atom import Entry
from service.http.feeds.things import SIZE
from service.http.feeds.times import loaded_at
from service.http.linked.addresses import absolute, home
from service.http.links import page_of
from service.http.questions import answer
from service.store.workers.work import ROWS

_MOST = 2000  # rows that are looked through for the newest
_HIDDEN = {"start", "end", "confidence", "rule"}
Row = Mapping[str, str]


def has_feed(query: Query) -> bool:
    """Whether its rows name articles, by whose loads they have a time."""
    return any(column.type == "key" for column in query.columns)


def entries(query: Query, given: dict[str, str]) -> tuple[Entry, ...]:
    """The rows whose articles were loaded last. Raises NotFound where rows name no article."""
    named = next((column.name for column in query.columns if column.type == "key"), None)
    if named is None:
        raise NotFound(f"rows of {query.name} name no article, so nobody knows when they are new")
    rows = [row for row in _rows(query, given) if row.get(named)]
    articles = {key for row in rows for key in row[named].split("; ")}
    times, made = loaded_at(articles), []
    for row in rows:
        known = [times[key] for key in row[named].split("; ") if key in times]
        if known:
            made.append(_entry(query, row, max(known)))
    unique = {entry.id: entry for entry in sorted(made, key=lambda entry: entry.id)}
    return tuple(sorted(unique.values(), key=lambda entry: entry.updated, reverse=True)[:SIZE])


def _rows(query: Query, given: dict[str, str]) -> list[Row]:
    found = answer(query.name, given, ROWS, Page(_MOST))
    try:
        solutions = read(found)
        if not isinstance(solutions, ox.QuerySolutions):
            raise TypeError(f"{query.name} is no SELECT")
        names = [variable.value for variable in solutions.variables]
        return [
            {
                name: value.value
                for name, value in zip(names, solution, strict=True)
                if isinstance(value, ox.NamedNode | ox.Literal)
            }
            for solution in islice(solutions, _MOST)
        ]
    finally:
        leave(found)


def _entry(query: Query, row: Row, updated: str) -> Entry:
    """A row; one that says something else is another entry."""
    name = f"{home()}queries/{query.name}#{json.dumps(row, sort_keys=True)}"
    iris = [column.name for column in query.columns if column.type == "iri"]
    page = next((page_of(row[name]) for name in iris if name in row), None)
    told = {key: value for key, value in row.items() if key not in {*iris, *_HIDDEN}}
    lines = (Markup("<dt>{}</dt><dd>{}</dd>").format(key, value) for key, value in told.items())
    return Entry(
        uuid.uuid5(uuid.NAMESPACE_URL, name).urn,
        "; ".join(told.values()),
        updated,
        absolute(page or url_for("questions.question", name=query.name)),
        Markup("<dl>{}</dl>").format(Markup("").join(lines)),
    )
