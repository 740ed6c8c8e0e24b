"""What a search asks for, as it stands in an address; never an error of the words themselves."""

import re
from dataclasses import dataclass

from flask import Request
from werkzeug.exceptions import BadRequest

from service.store.search.asking import Narrowing
from service.store.search.entries import Facet, Kind
from service.store.search.words import Asked, asked

FACETS = tuple(facet for facet in Facet if facet is not Facet.NAMED)
SIZE = 20  # hits on a page
_DAY = re.compile(r"\d{4}(-\d\d(-\d\d)?)?")
_LONGEST = 200  # characters of a question that are shown again


@dataclass(frozen=True)
class Question:
    """The parameters of a request."""

    text: str
    asked: Asked
    narrowing: Narrowing
    page: int

    @property
    def offset(self) -> int:
        """How many hits come before its page."""
        return (self.page - 1) * SIZE

    def given(self, **other: str) -> dict[str, str]:
        """Its parameters with others in their place: the first page again; "" takes one away."""
        own = {"q": self.text, "kind": self.narrowing.kind, "from": self.narrowing.since}
        own["to"] = self.narrowing.until
        own.update(self.narrowing.values)
        own.update(other)
        return {name: value for name, value in own.items() if value}


def question(request: Request) -> Question:
    """Read the parameters. Raises BadRequest where one of them can't be what it says."""
    text = request.args.get("q", "").strip()
    kind = request.args.get("kind", "")
    if kind and kind not in set(Kind):
        raise BadRequest(f"kind is {kind!r}: give one of {', '.join(Kind)}")
    values = tuple((facet, request.args.get(facet, "")) for facet in FACETS)
    narrowing = Narrowing(
        kind, _day(request, "from"), _day(request, "to"), tuple(v for v in values if v[1])
    )
    return Question(text[:_LONGEST], asked(text), narrowing, _page(request))


def _day(request: Request, name: str) -> str:
    given = request.args.get(name, "").strip()
    if given and not (given.isascii() and _DAY.fullmatch(given)):
        raise BadRequest(f"{name} is {given!r}: give a day, a month or a year, as 2031-05-02")
    return given


def _page(request: Request) -> int:
    raw = request.args.get("page", "1")
    number = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 6 else 0
    if number < 1:
        raise BadRequest(f"page is {raw!r}: give a number from 1 on")
    return number
