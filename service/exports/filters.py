"""What an export is narrowed to: actors, a time, kinds of things."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Literal

import pyoxigraph as ox

from queries.answers import Ask
from queries.errors import nearest
from queries.header import Parameter
from queries.resolve import resolve
from queries.values import read_value
from service.errors import UsageError

KINDS = ("actors", "articles", "meetings", "missions", "statements")
Term = ox.NamedNode | ox.Literal


@dataclass(frozen=True)
class Filters:
    """None is no bound; `actors` without any fits nothing."""

    actors: tuple[Term, ...] | None = None
    since: Term | None = None
    until: Term | None = None
    kinds: frozenset[str] = frozenset(KINDS)

    @property
    def are_none(self) -> bool:
        """Whether everything is wanted."""
        return self == Filters()

    @property
    def is_timed(self) -> bool:
        """Whether a time is given: what has no date drops out."""
        return bool(self.since or self.until)

    @property
    def narrow_events(self) -> bool:
        """Whether not all meetings, statements and missions are wanted."""
        return self.actors is not None or self.is_timed


def filters(
    ask: Ask,
    version: str | None = None,
    *,
    actors: Iterable[str] = (),
    since: str | None = None,
    until: str | None = None,
    kinds: Iterable[str] = (),
) -> Filters:
    """Filters as people write them: names, aliases or IRIs, days, names of kinds.

    Several actors, and several kinds, are alternatives. Raises QueryError and UsageError.
    """
    named = [name.strip() for name in actors if name.strip()]
    found = [term for name in named for term in resolve(_parameter("actor"), name, ask, version)]
    wanted = [kind for kind in kinds if kind]
    for kind in wanted:
        if kind not in KINDS:
            raise UsageError(f"no kind {kind!r}{nearest(kind, KINDS)}")
    return Filters(
        tuple(sorted(set(found), key=str)) if named else None,
        _day("since", since),
        _day("until", until),
        frozenset(wanted or KINDS),
    )


def _day(name: str, value: str | None) -> Term | None:
    if not value:
        return None
    parameter = Parameter(name=name, type="day", example="2030-01-01", help="a day")
    return read_value(parameter, value)[0]


def _parameter(kind: Literal["actor"]) -> Parameter:
    return Parameter(name=kind, type=kind, example="", help="")
