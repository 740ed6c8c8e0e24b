"""A list in pages of fifty."""

from dataclasses import dataclass

from flask import Request
from werkzeug.exceptions import NotFound

SIZE = 50


@dataclass(frozen=True)
class Paging:
    """Which page of how many things; numbers begin at 1."""

    number: int
    total: int

    @property
    def pages(self) -> int:
        """How many pages there are; an empty list has one."""
        return max(1, -(-self.total // SIZE))

    @property
    def offset(self) -> int:
        """How many things come before this page."""
        return (self.number - 1) * SIZE

    @property
    def limits(self) -> str:
        """The end of a SPARQL query that gives this page."""
        return f"LIMIT {SIZE} OFFSET {self.offset}"


def paging(request: Request, total: int) -> Paging:
    """The page that is asked for. Raises NotFound beyond the last."""
    raw = request.args.get("page", "1")
    number = int(raw) if raw.isascii() and raw.isdigit() and len(raw) < 10 else 0
    made = Paging(number, total)
    if not 1 <= number <= made.pages:
        raise NotFound(f"there is no page {raw!r} of this list: it has {made.pages}")
    return made
