"""An answer's rows as Python has them, and as a data frame."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

import pyoxigraph as ox
from rdflib.namespace import XSD

from service.errors import UsageError

if TYPE_CHECKING:
    from pandas import DataFrame

Value = str | int | float | bool | None
_INTEGER, _TRUE = str(XSD.integer), "true"
_REAL = {str(XSD.decimal), str(XSD.double), str(XSD.float)}
_NO_PANDAS = "pandas is not installed: pip install 'communique[notebook]' (or pandas)"


@dataclass(frozen=True)
class Answer:
    """Columns and rows. IRIs, texts and dates (EDTF) are strings; what is unbound is None."""

    columns: tuple[str, ...]
    rows: tuple[tuple[Value, ...], ...]

    def __iter__(self) -> Iterator[Mapping[str, Value]]:
        """The rows by column."""
        return (dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def __len__(self) -> int:
        """How many rows there are."""
        return len(self.rows)

    def frame(self) -> "DataFrame":
        """The same for pandas. Raises UsageError where that isn't installed."""
        try:
            import pandas as pd
        except ImportError as error:
            raise UsageError(_NO_PANDAS) from error
        return pd.DataFrame(list(self.rows), columns=list(self.columns))

    def _repr_html_(self) -> Any:  # noqa: ANN401 as pandas has it
        """How a notebook shows it."""
        try:
            return self.frame().to_html(notebook=True, max_rows=20)
        except UsageError:
            return None


def answer_of(solutions: ox.QuerySolutions) -> Answer:
    """The rows of a SELECT."""
    columns = tuple(variable.value for variable in solutions.variables)
    rows = tuple(tuple(value_of(row[name]) for name in columns) for row in solutions)
    return Answer(columns, rows)


def value_of(term: object) -> Value:
    """A term as Python has it."""
    if term is None:
        return None
    if not isinstance(term, ox.Literal):
        return term.value if isinstance(term, ox.NamedNode) else str(term)
    kind = term.datatype.value
    if kind == _INTEGER:
        return int(term.value)
    if kind in _REAL:
        return float(term.value)
    return term.value == _TRUE if kind == str(XSD.boolean) else term.value
