"""Columns over time, measured on the server: how many things of which status in each period.

Places along the time are in per cent and heights in pixels, so that a drawing fits any screen and
its words stay as large as the page's.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from service.http.pages.chronicle import Day
from service.http.pages.filters import day as spelt
from service.http.pages.spans import Asked, ends, period

HEIGHT = 120  # pixels of the highest column
_MONTHS = 42  # columns of months; where there would be more, years
_COLUMNS = 60  # of years, the last ones
_ROOM = 12  # columns that have room at least, so that one of few isn't a wall
_LABELS = 4  # words along the axis
_SERIES = ("held", "planned")
OTHER = "other"


@dataclass(frozen=True)
class Part:
    """A piece of a column, of things of one status."""

    series: str
    count: int
    y: float
    height: float


@dataclass(frozen=True)
class Column:
    """A period: where it stands, what it is called, where its things are listed."""

    since: str
    name: str
    words: str
    x: float
    width: float
    href: str
    label: str
    anchor: str
    parts: tuple[Part, ...]

    @property
    def total(self) -> int:
        """How many things it has."""
        return sum(part.count for part in self.parts)

    @property
    def middle(self) -> float:
        """Where its label stands."""
        return {"start": self.x, "end": self.x + self.width}.get(
            self.anchor, self.x + self.width / 2
        )


@dataclass(frozen=True)
class Chart:
    """Columns, the number at their top, and how many things aren't in any of them."""

    columns: tuple[Column, ...]
    most: int
    series: tuple[str, ...]
    inexact: int
    before: int
    height: int = HEIGHT


def chart(days: Iterable[Day], listed: Callable[[Asked], str], *, by_status: bool = True) -> Chart:
    """Columns for the months of these days, or for years or single days; `listed` leads on."""
    found = [day for day in days if period(day.date, 4)]
    length = _length(found)
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for day in found:
        series = day.status if day.status in _SERIES else OTHER
        counts[period(day.date, length)][series if by_status else "said"] += day.count
    inexact = sum(counts.pop("", Counter()).values())
    periods = list(_from_to(min(counts), max(counts), length)) if counts else []
    before = sum(sum(counts[one].values()) for one in periods[:-_COLUMNS])
    periods = periods[-_COLUMNS:]
    most = max((sum(counts[one].values()) for one in periods), default=0)
    columns = _columns(periods, counts, most, listed)
    shown = [one for one in (*_SERIES, OTHER, "said") if any(counts[p][one] for p in periods)]
    return Chart(tuple(columns), most, tuple(shown), inexact, before)


def _length(days: list[Day]) -> int:
    """Of what is written of a day: its year (4 characters), its month (7) or all of it (10)."""
    months = {one for day in days if (one := period(day.date, 7))}
    years = {month[:4] for month in months}
    if not months or any(period(day.date, 4) not in years for day in days):
        return 4
    if len(months) == 1 and any(period(day.date, 10) for day in days):
        return 10
    return 7 if len(list(_from_to(min(months), max(months), 7))) <= _MONTHS else 4


def _from_to(first: str, last: str, length: int) -> Iterator[str]:
    """All periods of one length between two, these included."""
    if length == 4:
        yield from (f"{year:04}" for year in range(int(first), int(last) + 1))
    elif length == 7:
        for month in range(_number(first), _number(last) + 1):
            yield f"{month // 12:04}-{month % 12 + 1:02}"
    else:
        yield from (f"{first[:8]}{day:02}" for day in range(int(first[8:]), int(last[8:]) + 1))


def _number(month: str) -> int:
    return int(month[:4]) * 12 + int(month[5:7]) - 1


def _columns(
    periods: list[str],
    counts: dict[str, Counter[str]],
    most: int,
    listed: Callable[[Asked], str],
) -> Iterator[Column]:
    slot, step = 100 / max(len(periods), _ROOM), -(-len(periods) // _LABELS)
    for number, one in enumerate(periods):
        parts = tuple(_parts(counts[one], most))
        words = ", ".join(f"{part.count:,} {part.series}" for part in parts)
        yield Column(
            since=one,
            name=spelt(one),
            words=words,
            x=round(number * slot, 3),
            width=round(slot, 3),
            href=listed(Asked(*ends(one))) if parts else "",
            label=_short(one) if number % step == 0 else "",
            anchor="start" if number == 0 else "middle",
            parts=parts,
        )


def _parts(counts: Counter[str], most: int) -> Iterator[Part]:
    top = 0.0
    for series in (*_SERIES, OTHER, "said"):
        if counts[series]:
            height = round(HEIGHT * counts[series] / most, 1)
            top += height
            yield Part(series, counts[series], round(HEIGHT - top, 1), height)


def _short(one: str) -> str:
    """A period in few letters: Mar 2031, 5 May, 2031."""
    words = spelt(one).split()
    short = [word[:3] if word.isalpha() else word for word in words]
    return " ".join(short[:2]) if len(one) == 10 else " ".join(short)
