"""A number that an article gives of a mission, as pages show it."""

from dataclasses import dataclass

from service.http.links import Link
from service.http.tellings import Telling


@dataclass(frozen=True)
class Figure:
    """A number, what it counts, and who gives it; `differs` from another of the same day."""

    iri: str
    measure: str
    kind: str
    bound: str
    value: str
    unit: str
    as_of: str
    said_by: tuple[Link, ...]
    places: tuple[Link, ...]
    tellings: tuple[Telling, ...]
    differs: bool = False

    @property
    def accepted(self) -> bool:
        """Whether an accepted claim gives it."""
        return any(telling.accepted for telling in self.tellings)

    @property
    def number(self) -> str:
        """The number with what bounds it: more than 1,500."""
        return self.value if self.bound in {"", "exactly"} else f"{self.bound} {self.value}"
