"""One place in the text that tells of a coming together, before tellings are joined to meetings."""

from dataclasses import dataclass

from spacy.tokens import Token

from loaders.extractors.meetings.party import Party
from loaders.extractors.places import Place


@dataclass(frozen=True)
class Telling:
    """`anchor` is the verb or noun that tells, `sides` who sat on each side of the table.

    `definite` marks what points back ("their meeting"): it makes no meeting of its own.
    `goal` are the places gone to, `name` a named event,
    `focus` the word after which the adjuncts of one of several companions stand.
    """

    anchor: Token
    kind: str
    sides: tuple[Party, ...]
    rule: str
    definite: bool = False
    hosts: tuple[str, ...] = ()
    mediators: tuple[str, ...] = ()
    goal: tuple[Place, ...] = ()
    name: str | None = None
    focus: Token | None = None

    @property
    def actors(self) -> tuple[str, ...]:
        """Everyone named, each once."""
        return tuple(dict.fromkeys(actor for side in self.sides for actor in side.actors))
