"""What the text has referred to so far, in order, and how each mention stands in its sentence."""

from collections.abc import Iterable
from dataclasses import dataclass, field


@dataclass(frozen=True)
class Seen:
    """One mention: whom it means, at which token, in which sentence, in what role.

    `verb` is the token that governs it; `quoted` tells that it stands inside a quotation.
    """

    actors: tuple[str, ...]
    at: int
    sentence: int
    subject: bool
    kind: str
    verb: int = -1
    quoted: bool = False


@dataclass
class Memory:
    """Mentions in text order."""

    seen: list[Seen] = field(default_factory=list)

    def add(self, one: Seen) -> None:
        """Remember one more mention."""
        self.seen.append(one)

    def before(self, at: int, sentence: int, reach: int) -> Iterable[Seen]:
        """Mentions before token `at`, at most `reach` sentences back, the latest first."""
        for one in reversed(self.seen):
            if sentence - one.sentence > reach:
                return
            if one.at < at:
                yield one
