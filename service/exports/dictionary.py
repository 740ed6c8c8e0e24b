"""The tables and their columns, read from `dictionary.tsv`, which is also the data dictionary."""

from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import NamedTuple

from service.errors import UsageError

TITLES = {
    "actors": "People, organizations, polities and missions",
    "articles": "What was read",
    "meetings": "Who met, when and where",
    "participants": "Who took part in which meeting, on which side",
    "statements": "Who said what to whom",
    "missions": "Missions, who leads them and on what mandate",
    "figures": "Strengths, changes and casualties of missions",
    "evidence": "The exact words of every claim, accepted or not",
}
_KIND_OF = {"participants": "meetings", "figures": "missions"}


class Column(NamedTuple):
    """One column; `references` is the table and column whose values it takes."""

    table: str
    name: str
    type: str
    is_required: bool
    references: str | None
    meaning: str

    @property
    def is_list(self) -> bool:
        """Whether a cell holds several values."""
        return self.type in {"iris", "texts"}


@dataclass(frozen=True)
class Table:
    """One table."""

    name: str
    columns: tuple[Column, ...]

    @property
    def title(self) -> str:
        """What it holds."""
        return TITLES[self.name]

    @property
    def kind(self) -> str | None:
        """The kind of things that its rows belong to; None for evidence, which is of all."""
        return None if self.name == "evidence" else _KIND_OF.get(self.name, self.name)

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that tell its rows apart."""
        names = tuple(column.name for column in self.columns)
        return (names[0], "start", "end") if self.name == "evidence" else names[:1]


@cache
def tables() -> dict[str, Table]:
    """All tables by name, in the order of the dictionary."""
    text = files("service").joinpath("exports", "dictionary.tsv").read_text(encoding="utf-8")
    columns = [_column(line) for line in text.splitlines() if not line.startswith("#")]
    return {
        name: Table(name, tuple(column for column in columns if column.table == name))
        for name in dict.fromkeys(column.table for column in columns)
    }


def _column(line: str) -> Column:
    table, name, kind, required, references, meaning = line.split("\t")
    return Column(table, name, kind, required == "required", references or None, meaning)


def chosen(name: str | None, kinds: frozenset[str]) -> list[Table]:
    """The table of this name, else those of the kinds. Raises UsageError."""
    known = tables()
    if name:
        if name not in known:
            raise UsageError(f"no table {name!r}; there are: {', '.join(known)}")
        return [known[name]]
    return [table for table in known.values() if table.kind is None or table.kind in kinds]
