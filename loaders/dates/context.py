"""What a date expression is read against, and what reading it gives."""

import datetime as dt
import re
from collections.abc import Callable
from dataclasses import dataclass

from loaders.dates.bounds import bounds, exact_day
from loaders.facts import Date, Derivation

_MONTH_PRECISION = len("2021-09")


@dataclass(frozen=True)
class Context:
    """`day` the publication day, `near` a day about then, `future` the sentence's tense."""

    day: dt.date | None = None
    near: dt.date | None = None
    future: bool | None = None

    @classmethod
    def of(cls, published: Date | None, future: bool | None) -> "Context":
        """The context that a publication date gives: a bare year places no day near it."""
        day = exact_day(published)
        near = day
        if published and published.edtf and day is None and len(published.edtf) >= _MONTH_PRECISION:
            near = bounds(published.edtf)[0]
        return cls(day, near, future)


@dataclass(frozen=True)
class Value:
    """The meaning of an expression: neither `edtf` nor `offset` where the text doesn't tell."""

    edtf: str | None = None
    offset: str | None = None
    derivation: Derivation = Derivation.STATED


UNKNOWN = Value(derivation=Derivation.RELATIVE)
Resolver = Callable[[re.Match[str], Context], Value | None]
Rule = tuple[re.Pattern[str], Resolver]


def relative(days: int, context: Context) -> Value:
    """A day counted from the publication day: itself where that is known, else the count."""
    if context.day is None:
        sign = "-" if days < 0 else ""
        return Value(offset=f"{sign}P{abs(days)}D", derivation=Derivation.RELATIVE)
    return of_day(context.day + dt.timedelta(days), Derivation.RELATIVE)


def of_day(day: dt.date | None, derivation: Derivation) -> Value:
    """One day."""
    return Value(day.isoformat() if day else None, derivation=derivation)


def of_year(year: int, derivation: Derivation) -> Value:
    """One year."""
    return Value(f"{year:04}", derivation=derivation)


def of_month(year: int, month: int, derivation: Derivation) -> Value:
    """One month."""
    return Value(f"{year:04}-{month:02}", derivation=derivation)
