"""Columns for reconciled cells: the values of properties."""

from typing import Any

from service.http.reconcile.answering import identified
from service.http.reconcile.messages import Column, Extension
from service.http.reconcile.properties import PROPERTIES, Property, shown
from service.http.state import snapshot

Row = dict[str, list[dict[str, str | int]]]


def extended(wanted: Extension) -> dict[str, Any]:
    """Rows with a cell for each property; of what is unknown the cell is empty."""
    columns = [(column, PROPERTIES.get(column.id)) for column in wanted.properties]
    return {
        "meta": [_meta(column, found) for column, found in columns],
        "rows": {given: _row(given, columns) for given in wanted.ids},
    }


def _meta(column: Column, found: Property | None) -> dict[str, Any]:
    return {"id": column.id, "name": found.name if found else column.id}


def _row(given: str, columns: list[tuple[Column, Property | None]]) -> Row:
    store, thing = snapshot().store, identified(given)
    if thing is None:
        return {column.id: [] for column, _ in columns}
    return {
        column.id: [shown(store, v) for v in found.values(store, thing)][: column.most]
        if found
        else []
        for column, found in columns
    }
