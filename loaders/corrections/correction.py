"""One correction: what a reader found wrong, what holds instead, who says so, when and why."""

from dataclasses import dataclass
from enum import StrEnum

from loaders.facts import Span


class Kind(StrEnum):
    """What is put right."""

    REJECT = "reject"
    SPEAKER = "speaker"
    DATE = "date"
    PLACE = "place"
    MERGE = "merge"


@dataclass(frozen=True)
class Target:
    """The claim that is meant, so that it is known again when the article is read again.

    `claim` is its name within the article, `content` what it said as the article alone names
    things, `spans` and `words` its evidence. Another version may number claims otherwise, and
    an edited article has other offsets.
    """

    article: str
    claim: str
    content: tuple[str, ...]
    spans: tuple[Span, ...]
    words: tuple[str, ...]


@dataclass(frozen=True)
class Correction:
    """An edit of the facts. `at` is an xsd:dateTime: a correction's own time is real.

    `value` is an actor's path below the base (speaker, merge), an EDTF date or a place's name;
    `label` what people call it. A merge has no target but the path of the `actor` that goes.
    `original` says in words what stood there.
    """

    id: str
    kind: Kind
    why: str
    who: str
    at: str
    target: Target | None = None
    actor: str = ""
    value: str = ""
    label: str = ""
    original: str = ""

    @property
    def order(self) -> tuple[str, str]:
        """Earlier ones are applied first; of two that give the same a value, the later holds."""
        return self.at, self.id

    @property
    def path(self) -> str:
        """Where it stands below the base."""
        return f"correction/{self.id}"
