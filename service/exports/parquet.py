"""Tables as Parquet, with what each column means in its metadata; needs pyarrow."""

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from service.errors import UsageError
from service.exports.csv_tables import dictionary
from service.exports.dictionary import Table
from service.exports.filters import Filters
from service.exports.packing import File, Sink
from service.exports.rows import Cell, rows
from service.exports.source import Source, batched

if TYPE_CHECKING:
    import pyarrow as pa

_GROUP = 10_000  # rows that are held until they are written
_MISSING = "Parquet needs pyarrow, which is not installed: pip install 'communique[tables]'"


def check() -> None:
    """Raises UsageError where pyarrow is missing."""
    if find_spec("pyarrow") is None:
        raise UsageError(_MISSING)


def parquet_files(source: Source, filters: Filters, chosen: Sequence[Table]) -> Iterator[File]:
    """A file a table, and the data dictionary."""
    for table in chosen:
        yield File(f"{table.name}.parquet", table_parquet(source, filters, table))
    yield dictionary(chosen)


def table_parquet(source: Source, filters: Filters, table: Table) -> Iterator[bytes]:
    """One table."""
    import pyarrow as pa
    import pyarrow.parquet as pq

    sink, schema = Sink(), _schema(table)
    with pq.ParquetWriter(sink, schema, compression="zstd") as writer:
        for batch in batched(rows(table.name, source, filters), _GROUP):
            columns = zip(*batch, strict=True)
            arrays = [
                pa.array([_cell(cell, c.type) for cell in cells], type=field.type)
                for cells, c, field in zip(columns, table.columns, schema, strict=True)
            ]
            writer.write_table(pa.Table.from_arrays(arrays, schema=schema))
            yield sink.take()
    yield sink.take()


def _schema(table: Table) -> "pa.Schema":
    import pyarrow as pa

    kinds = {
        "day": pa.date32(),
        "integer": pa.int64(),
        "decimal": pa.float64(),
        "boolean": pa.bool_(),
    }
    told = [
        pa.field(
            c.name,
            kinds.get(c.type, pa.string()),
            nullable=not c.is_required,
            metadata={"description": c.meaning},
        )
        for c in table.columns
    ]
    return pa.schema(told, metadata={"title": table.title})


def _cell(cell: Cell, kind: str) -> Any:  # noqa: ANN401 whatever the column's type takes
    if cell is None:
        return None
    if kind == "day":
        return date.fromisoformat(str(cell))
    return float(cell) if isinstance(cell, Decimal) else cell
