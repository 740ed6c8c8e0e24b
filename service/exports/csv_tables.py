"""Tables as CSV, with the data dictionary and CSVW metadata beside them."""

import csv
import io
import json
from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from typing import Any

from service.exports.dictionary import Column, Table, tables
from service.exports.filters import Filters
from service.exports.packing import File
from service.exports.rows import Cell, rows
from service.exports.source import Source, batched
from service.exports.things import SEPARATOR

METADATA = "csv-metadata.json"
DICTIONARY = "dictionary.csv"
_ROWS = 500  # in one part
_DATATYPES: dict[str, str | dict[str, str]] = {
    "iri": "anyURI",
    "iris": "anyURI",
    "day": "date",
    "integer": "integer",
    "decimal": "decimal",
    "boolean": "boolean",
}


def csv_files(source: Source, filters: Filters, chosen: Sequence[Table]) -> Iterator[File]:
    """A file a table, then what tells of their columns."""
    for table in chosen:
        yield File(f"{table.name}.csv", table_csv(source, filters, table))
    yield dictionary(chosen)
    metadata = json.dumps(_metadata(chosen), indent=2, ensure_ascii=False) + "\n"
    yield File(METADATA, iter([metadata.encode()]))


def dictionary(chosen: Sequence[Table]) -> File:
    """What each column holds."""
    head = ("table", "column", "type", "required", "references", "meaning")
    told = (
        (c.table, c.name, c.type, c.is_required, c.references, c.meaning)
        for table in chosen
        for c in table.columns
    )
    return File(DICTIONARY, lines(head, told))


def table_csv(source: Source, filters: Filters, table: Table) -> Iterator[bytes]:
    """One table."""
    return lines([c.name for c in table.columns], rows(table.name, source, filters))


def lines(head: Sequence[str], found: Iterable[Sequence[Cell]]) -> Iterator[bytes]:
    """A head line and rows as CSV (RFC 4180, with bare line feeds)."""
    yield _written([head])
    for batch in batched(found, _ROWS):
        yield _written([_cell(cell) for cell in row] for row in batch)


def _written(some: Iterable[Sequence[str]]) -> bytes:
    text = io.StringIO()
    csv.writer(text, lineterminator="\n").writerows(some)
    return text.getvalue().encode()


def _cell(cell: Cell) -> str:
    if cell is None:
        return ""
    if isinstance(cell, bool):
        return "true" if cell else "false"
    return format(cell, "f") if isinstance(cell, Decimal) else str(cell)


def _metadata(chosen: Sequence[Table]) -> dict[str, Any]:
    there = {table.name for table in chosen}
    return {
        "@context": ["http://www.w3.org/ns/csvw", {"@language": "en"}],
        "dc:title": "Communiqué: actors, meetings, statements and missions",
        "tables": [_table(table, there) for table in chosen],
    }


def _table(table: Table, there: set[str]) -> dict[str, Any]:
    foreign = [_foreign(column) for column in table.columns if _refers(column, there)]
    schema: dict[str, Any] = {"columns": [_column(column) for column in table.columns]}
    schema["primaryKey"] = list(table.key)
    if foreign:
        schema["foreignKeys"] = foreign
    return {"url": f"{table.name}.csv", "dc:title": table.title, "tableSchema": schema}


def _column(column: Column) -> dict[str, Any]:
    told: dict[str, Any] = {
        "name": column.name,
        "titles": column.name,
        "dc:description": column.meaning,
        "datatype": _DATATYPES.get(column.type, "string"),
    }
    if column.is_required:
        told["required"] = True
    if column.is_list:
        told["separator"] = SEPARATOR
    return told


def _refers(column: Column, there: set[str]) -> bool:
    """Whether its values are keys of a table that is there; lists are told in the dictionary."""
    target, _, name = (column.references or "").partition(".")
    return target in there and not column.is_list and (name,) == tables()[target].key


def _foreign(column: Column) -> dict[str, Any]:
    target, _, name = (column.references or "").partition(".")
    reference = {"resource": f"{target}.csv", "columnReference": name}
    return {"columnReference": column.name, "reference": reference}
