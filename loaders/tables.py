"""Reads the word lists in `loaders/tables/`: tab-separated columns under a `#` head comment."""

from functools import cache
from importlib.resources import files


@cache
def rows(name: str) -> tuple[tuple[str, ...], ...]:
    """The rows of `tables/<name>.tsv`, comments and blank lines left out."""
    text = files("loaders").joinpath("tables", f"{name}.tsv").read_text(encoding="utf-8")
    lines = (line for line in text.splitlines() if line.strip() and not line.startswith("#"))
    return tuple(tuple(line.split("\t")) for line in lines)
