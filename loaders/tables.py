"""Reads the word lists in `loaders/tables/`: tab-separated columns under a `#` head comment."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `tables/<name>.tsv`, comments and blank lines left out."""
    text = files("loaders").joinpath("tables", f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)


def several(cell: str) -> tuple[str, ...]:
    """The values of a cell that holds several, with `|` between."""
    return tuple(value for value in cell.split("|") if value)


@cache
def wide(name: str, width: int) -> tuple[tuple[str, ...], ...]:
    """The rows of `tables/<name>.tsv`, each filled up with empty cells to `width`."""
    return tuple(row + ("",) * (width - len(row)) for row in rows(name))


@cache
def terms(name: str, kind: str) -> frozenset[str]:
    """First cells of the rows whose second cell is `kind`."""
    return frozenset(row[0] for row in rows(name) if row[1] == kind)
