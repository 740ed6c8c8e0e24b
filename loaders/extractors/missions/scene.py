"""Where an article speaks of which mission: by name, or by "the force", "its", "our presence"."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Token

from loaders.facts import Mission, Span
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading
from loaders.tables import rows

FORCE_NOUNS = frozenset({"force", "mission", "operation", "contingent"}) | frozenset(
    {"deployment", "presence", "peacekeeper", "troop"}
)
_BACKWARD = {"the", "this", "that", "these", "its", "our", "their"}
_MEMORY = 700  # characters after which "the force" may mean another one


@cache
def effects() -> dict[str, frozenset[str]]:
    """What each verb or participle says of counted people, by its lemma."""
    found: dict[str, set[str]] = {}
    for lemma, effect in rows("mission_verbs"):
        found.setdefault(lemma, set()).add(effect)
    return {lemma: frozenset(said) for lemma, said in found.items()}


def says(token: Token, *asked: str) -> str | None:
    """The first of the effects asked for that the token's lemma has."""
    known = effects().get(token.lemma_.lower(), frozenset())
    return next((effect for effect in asked if effect in known), None)


def governor(token: Token) -> Token | None:
    """The nearest verb above."""
    return next((t for t in token.ancestors if t.pos_ in {"VERB", "AUX"}), None)


def head_of(token: Token) -> Token:
    """The first of joined phrases: of "20 Allies and 7 partners", the Allies."""
    while token.dep_ == "conj" and token.head.pos_ in {"NOUN", "PROPN"}:
        token = token.head
    return token


@dataclass(frozen=True)
class Scene:
    """An article and its missions."""

    reading: Reading
    cast: Cast
    missions: tuple[Mission, ...]

    @property
    def text(self) -> str:
        """The whole text, with what is skipped blanked."""
        return self.reading.body

    def written(self, span: Span) -> str:
        """The article's own words at `span`, also in the headline, blanks folded."""
        return " ".join(self.reading.text(span).split())

    @cached_property
    def mentions(self) -> list[tuple[Span, Mission]]:
        """Every mention with its mission, in text order."""
        pairs = [(m.span, mission) for mission in self.missions for m in mission.mentions]
        return sorted(pairs, key=lambda p: (p[0], p[1].id))

    def inside(self, span: Span) -> list[tuple[Span, Mission]]:
        """The mentions that touch `span`."""
        return [(where, m) for where, m in self.mentions if where.overlaps(span)]

    def named(self, token: Token) -> Mission | None:
        """The mission whose name holds the token."""
        found = self.inside(Span(token.idx, token.idx + len(token)))
        return found[0][1] if found else None

    def means(self, token: Token) -> Mission | None:
        """The mission that the word means, by name or looking back."""
        if mission := self.named(token):
            return mission
        noun = token.lemma_.lower() in FORCE_NOUNS and _definite(token.children)
        if noun or token.lower_ in {"it", "its"}:
            return self.recent(token.idx) or (self._only() if noun else None)
        return None

    def _only(self) -> Mission | None:
        """The single named mission, which an article may name only after "this mission"."""
        named = [m for m in self.missions if not m.described]
        return named[0] if len(self.missions) == len(named) == 1 else None

    def recent(self, position: int) -> Mission | None:
        """The mission named last, not too far back."""
        before = [(s, m) for s, m in self.mentions if s.end <= position]
        if before and position - before[-1][0].end <= _MEMORY:
            return before[-1][1]
        return None


def _definite(children: Iterable[Token]) -> bool:
    return any(child.lower_ in _BACKWARD for child in children)
