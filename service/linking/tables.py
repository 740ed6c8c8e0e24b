"""Reads a table of links: CSV or TSV with a head line; what is wrong names its row."""

import csv
import hashlib
import io
import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path
from urllib.parse import urlsplit

import pyoxigraph as ox

from queries.errors import nearest
from service.errors import UsageError
from service.store.linksets import RELATIONS

KINDS = ("actor", "instrument", "meeting", "mission", "office", "place")
LARGEST = 100_000  # rows: a linkset is written in one transaction and recorded in one literal
_SHOWN = 20  # rows that are told one by one
_TABS = {".tsv", ".tab"}
_QID = re.compile(r"(?:wd:|https?://www\.wikidata\.org/(?:wiki|entity)/)?(Q[1-9]\d*)")
_WIKIDATA = "http://www.wikidata.org/entity/"
_SCHEMES = {"http", "https", "urn"}


class BadTable(UsageError):
    """A table of links that can't be taken; names the rows."""

    def __init__(self, file: str, faults: Iterable[tuple[int, str]]) -> None:
        told = sorted(faults)
        lines = [f"{file}, row {number}: {what}" for number, what in told[:_SHOWN]]
        if len(told) > _SHOWN:
            lines.append(f"… and {len(told) - _SHOWN} more rows")
        super().__init__("\n".join([*lines, "nothing was linked"]))


@dataclass(frozen=True)
class Row:
    """One line of a table: `thing` as it is written there; `number` counts the head as 1."""

    number: int
    thing: str
    link: str
    relation: str
    kind: str


@dataclass(frozen=True)
class Table:
    """A table that was read, the name of its file and the digest of its bytes."""

    file: str
    sha256: str
    rows: tuple[Row, ...]


def read_table(path: Path, thing: str = "thing", link: str = "link") -> Table:
    """The table in a file; `thing` and `link` name its columns. Raises BadTable and UsageError."""
    raw = _bytes(path)
    try:
        text = raw.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        row = raw[: error.start].count(b"\n") + 1
        raise BadTable(path.name, [(row, "is not UTF-8: save the table as UTF-8")]) from error
    rows = tuple(_rows(path, text, (thing, link)))
    return Table(path.name, hashlib.sha256(raw).hexdigest(), rows)


def _bytes(path: Path) -> bytes:
    try:
        return path.read_bytes()
    except OSError as error:
        raise UsageError(f"{path}: can't be read: {error.strerror}") from error


def _rows(path: Path, text: str, columns: tuple[str, str]) -> Iterator[Row]:
    """Every row; all faults are told at once."""
    lines = _lines(path, text)
    head = [name.strip() for name in next(lines, (1, []))[1]]
    _check_head(path.name, head, columns)
    faults, found = [], []
    for number, cells in lines:
        if not any(cell.strip() for cell in cells):
            continue
        try:
            found.append(_row(number, head, cells, columns))
        except ValueError as error:
            faults.append((number, str(error)))
    if faults:
        raise BadTable(path.name, faults)
    if not found:
        raise UsageError(f"{path.name}: has no rows; --remove NAME takes links out")
    if len(found) > LARGEST:
        raise UsageError(f"{path.name}: more than {LARGEST} rows: give it in parts")
    yield from found


def _lines(path: Path, text: str) -> Iterator[tuple[int, list[str]]]:
    """Cells with the number of the line in which their row ends."""
    delimiter = "\t" if path.suffix.lower() in _TABS else ","
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, strict=True)
    try:
        for cells in reader:
            yield reader.line_num, cells
    except csv.Error as error:
        raise BadTable(path.name, [(reader.line_num, f"is broken: {error}")]) from error


def _check_head(file: str, head: list[str], columns: tuple[str, str]) -> None:
    for name in columns:
        if head.count(name) != 1:
            what = "more than one column" if name in head else "no column"
            raise BadTable(file, [(1, f"{what} {name!r}{nearest(name, filter(None, head))}")])


def _row(number: int, head: list[str], cells: list[str], columns: tuple[str, str]) -> Row:
    """Raises ValueError that says what is wrong."""
    if len(cells) != len(head):
        raise ValueError(f"has {len(cells)} cells, the head has {len(head)}")
    named = {name: cell.strip() for name, cell in zip(head, cells, strict=True)}
    thing, link = (named[name] for name in columns)
    if not thing:
        raise ValueError(f"{columns[0]} is empty")
    relation = _one_of("relation", named.get("relation") or "exact", RELATIONS)
    kind = named.get("kind", "")
    return Row(number, thing, outside(link), relation, _one_of("kind", kind, ("", *KINDS)))


def _one_of(column: str, value: str, known: Iterable[str]) -> str:
    if value not in known:
        raise ValueError(f"no {column} {value!r}{nearest(value, filter(None, known))}")
    return value


def outside(link: str) -> str:
    """Somebody else's IRI; Wikidata's items also as Q42 or wd:Q42 or by their page's address."""
    if found := _QID.fullmatch(link):
        return _WIKIDATA + found.group(1)
    try:
        parts = urlsplit(link)
        iri = ox.NamedNode(link).value
    except ValueError:
        parts = None
    if parts is None or parts.scheme not in _SCHEMES or not (parts.netloc or parts.path):
        raise ValueError(f"{link!r} is no IRI (https://…) and no Wikidata item (Q…)")
    return iri
