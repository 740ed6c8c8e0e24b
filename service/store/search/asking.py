"""Looks things up in the index: what fits, how much of each facet, the best first."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from itertools import chain

from service.store.search.entries import Facet, Kind
from service.store.search.index import Index, kind_mark, time_marks, value_mark
from service.store.search.words import Asked

MOST = 1000  # things that are ranked and counted: of more, the last that came in
SHOWN = 12  # values of a facet that are offered
_WHOLE, _NAMED, _TITLE, _NAMING = 1000.0, 2.0, 4.0, 2.0  # what being there adds; in a text: 1
_NAMES = frozenset({Kind.ACTOR, Kind.MISSION})
_FEW = 200  # hits whose texts are looked at
_LENGTH = 2500.0  # characters of a usual text
_MONTHS, _YEARS = 36, 60  # months or years that a span of time may have as words
_DAY = re.compile(r"(\d{4})(?:-(\d\d)(?:-\d\d)?)?")
_NOTHING = "§nothing"  # a word that marks nothing


@dataclass(frozen=True)
class Narrowing:
    """What must hold of what is found; days are inclusive, "" leaves an end open."""

    kind: str = ""
    since: str = ""
    until: str = ""
    values: tuple[tuple[Facet, str], ...] = ()

    def __bool__(self) -> bool:
        return bool(self.kind or self.since or self.until or self.values)


@dataclass(frozen=True)
class Hit:
    """A thing that fits."""

    iri: str
    kind: Kind


@dataclass(frozen=True)
class Found:
    """One page of hits and what there is in all; `more` where not all of it was looked at.

    `facets` give values and how many hits have each; kinds and years are facets too.
    """

    total: int
    hits: tuple[Hit, ...]
    more: bool = False
    facets: dict[str, list[tuple[str, int]]] = field(default_factory=dict)


def look_up(
    index: Index, asked: Asked, narrowing: Narrowing, offset: int = 0, limit: int = 20
) -> Found:
    """What fits, a page of it. Nothing where nothing is asked."""
    if not asked.phrases and not narrowing:
        return Found(0, ())
    fitting = _expression(index, asked, narrowing)
    numbers, more = _candidates(index, fitting, narrowing)
    if not numbers:
        return Found(0, ())
    rows = _rows(index, numbers)
    ranked = _ranked(index, asked, rows)
    page = [Hit(rows[number].iri, rows[number].kind) for number in ranked[offset : offset + limit]]
    return Found(len(rows), tuple(page), more, _facets(index, rows))


def occurs(index: Index, word: str) -> bool:
    """Whether anything at all has a word."""
    sought = "SELECT 1 FROM words WHERE words MATCH ? LIMIT 1"
    return index.connection.execute(sought, (f'"{word}"',)).fetchone() is not None


def _expression(index: Index, asked: Asked, narrowing: Narrowing) -> str:
    """The FTS5 expression. Only folded words get in, and marks that are made here."""
    parts = [f"({phrases(asked)})"] if asked.phrases else []
    marks = [kind_mark(narrowing.kind)] if narrowing.kind else []
    marks += [_mark_of(index, facet, value) for facet, value in narrowing.values]
    if times := _times(narrowing):
        marks.append(f"({' OR '.join(times)})")
    return " AND ".join([*parts, *marks]) or " OR ".join(map(kind_mark, Kind))


def phrases(asked: Asked) -> str:
    """What is asked as FTS5 has it: words are of letters and digits alone, and quoted."""
    quoted = [f'"{" ".join(phrase)}"' for phrase in asked.phrases]
    return " AND ".join([*quoted[:-1], quoted[-1] + (" *" if asked.open else "")])


def _mark_of(index: Index, facet: Facet, value: str) -> str:
    sought = "SELECT id FROM held WHERE value = ? AND facet = ?"
    found = index.connection.execute(sought, (value, facet)).fetchone()
    return value_mark(found[0]) if found else _NOTHING


def _times(narrowing: Narrowing) -> list[str]:
    """Words that every thing in the span of time has one of; none where it is too long."""
    first, last = (_DAY.match(day) for day in (narrowing.since, narrowing.until))
    if not first or not last:
        return []
    begin = int(first[1]) * 12 + int(first[2] or 1) - 1
    end = int(last[1]) * 12 + int(last[2] or 12) - 1
    if 0 <= end - begin < _MONTHS:
        # What is dated by its year alone has no month.
        years = {f"{month // 12:04}" for month in range(begin, end + 1)}
        months = [f"{m // 12:04}-{m % 12 + 1:02}" for m in range(begin, end + 1)]
        return sorted({mark for month in months for mark in time_marks(month)[1:]} | _bare(years))
    years = {f"{year:04}" for year in range(int(first[1]), int(last[1]) + 1)}
    return sorted(_bare(years)) if 0 < len(years) <= _YEARS else []


def _bare(years: set[str]) -> set[str]:
    return {time_marks(year)[0] for year in years}


@dataclass(frozen=True)
class _Row:
    iri: str
    kind: Kind
    date: str
    title: str
    held: str


def _candidates(index: Index, fitting: str, narrowing: Narrowing) -> tuple[list[int], bool]:
    """The numbers of what fits, at most as many as are ranked, the last that came in first."""
    dated, days = _dated(narrowing)
    joined = f"JOIN things ON things.id = words.rowid WHERE words MATCH ? {dated}"
    query = joined if dated else "WHERE words MATCH ?"
    found = index.connection.execute(
        f"SELECT words.rowid FROM words {query} ORDER BY words.rowid DESC LIMIT ?",  # noqa: S608
        (fitting, *days, MOST + 1),
    )
    numbers = [number for (number,) in found]
    return numbers[:MOST], len(numbers) > MOST


def _dated(narrowing: Narrowing) -> tuple[str, list[str]]:
    """A date that is less exact than the span's end is in where it may be."""
    conditions, days = "", []
    if narrowing.since:
        conditions += " AND date <> '' AND (date >= ? OR instr(?, date) = 1)"
        days += [narrowing.since, narrowing.since]
    if narrowing.until:
        conditions += " AND date <> '' AND (date <= ? OR instr(date, ?) = 1)"
        days += [narrowing.until, narrowing.until]
    return conditions, days


def _rows(index: Index, numbers: Sequence[int]) -> dict[int, _Row]:
    listed = ",".join(map(str, numbers))
    found = index.connection.execute(
        f"SELECT id, iri, kind, date, title, held FROM things WHERE id IN ({listed})"  # noqa: S608
    )
    return {number: _Row(iri, Kind(kind), *rest) for number, iri, kind, *rest in found}


def _ranked(index: Index, asked: Asked, rows: dict[int, _Row]) -> list[int]:
    """By relevance, then the latest."""
    scores = _scores(index, asked, rows)
    order = sorted(rows, key=lambda number: rows[number].iri)
    order.sort(key=lambda number: rows[number].date, reverse=True)
    return sorted(order, key=lambda number: -scores.get(number, 0.0))


def _scores(index: Index, asked: Asked, rows: dict[int, _Row]) -> dict[int, float]:
    """How well each fits: words in titles count most, then in names, then often in few words.

    How rare a word is doesn't count: all have all words, and to count who has one takes longer
    than all else. The texts themselves are looked at only where hits are few.
    """
    if not asked.phrases:
        return {}
    whole, few = " ".join(asked.words), len(rows) <= _FEW
    body = "body" if few else "''"
    listed = ",".join(map(str, rows))
    found = index.connection.execute(
        f"SELECT rowid, title, names, {body} FROM words WHERE rowid IN ({listed})"  # noqa: S608
    )
    return {
        number: (_WHOLE if title == whole else 0.0)
        + (_NAMED if title and rows[number].kind in _NAMES else 0.0)
        + sum(_score(word, f" {title} ", f" {names} ", f" {text} ") for word in asked.words)
        for number, title, names, text in found
    }


def _score(word: str, title: str, names: str, text: str) -> float:
    """What one word of the question adds (as in BM25: often says more, but ever less)."""
    sought = f" {word}"
    often = text.count(sought)
    told = often / (often + 0.3 + len(text) / _LENGTH) if often else 0.0
    return (_TITLE if sought in title else 0.0) + (_NAMING if sought in names else 0.0) + told


def _facets(index: Index, rows: dict[int, _Row]) -> dict[str, list[tuple[str, int]]]:
    held = Counter(chain.from_iterable(row.held.split() for row in rows.values()))
    found: dict[str, list[tuple[str, int]]] = {
        "kind": _most(Counter(str(row.kind) for row in rows.values())),
        "year": sorted(Counter(row.date[:4] for row in rows.values() if row.date).items()),
    }
    if not held:
        return found
    named = index.connection.execute(
        f"SELECT id, facet, value FROM held WHERE id IN ({','.join(held)})"  # noqa: S608
    )
    counts: dict[str, Counter[str]] = {}
    for number, facet, value in named:
        if facet != Facet.NAMED:
            counts.setdefault(facet, Counter())[value] = held[str(number)]
    return {**found, **{facet: _most(counts[facet])[:SHOWN] for facet in sorted(counts)}}


def _most(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda pair: (-pair[1], pair[0]))


def suggested(index: Index, asked: Asked, limit: int) -> Iterator[Hit]:
    """Actors and missions whose names begin so, those first of whom most is told."""
    if not asked.phrases:
        return
    sought = """
        SELECT iri, kind, title, (SELECT COALESCE(MAX(held.things), 0) FROM held
                           WHERE held.value = things.iri) AS told
        FROM (SELECT rowid FROM called WHERE called MATCH ? LIMIT 500) AS named
        JOIN things ON things.id = named.rowid ORDER BY told DESC, title, iri LIMIT ?
    """
    for iri, kind, *_ in index.connection.execute(sought, (phrases(asked), limit)):
        yield Hit(iri, Kind(kind))
