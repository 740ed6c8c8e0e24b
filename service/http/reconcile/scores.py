"""Scores from 0 to 100, and what they were made of."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from enum import IntEnum

from queries.folding import fold
from service.http.reconcile.known import others
from service.http.reconcile.similarity import bare, is_acronym, likeness, reordered


class Level(IntEnum):
    """What a name has in common with a question, and what that is worth."""

    LABEL = 100  # is the thing's label, letter by letter
    ALIAS = 99  # is one of its other names
    FOLDED = 97  # the same but for case, diacritics, script or an article before it
    KNOWN = 95  # another name of the same state, body or mission in the tables
    ORDER = 94  # the same words in another order
    UNTITLED = 93  # the same without a title before it
    FUZZY = 90  # times how alike the two are
    ACRONYM = 85  # first letters


AGREES, DIFFERS, UNTOLD = 0.5, 20.0, 5.0  # see `in_context`
OTHER_TYPE = 20.0  # taken off where the type only should be as asked
SURE, AHEAD = 90.0, 5.0  # a match has this score at least, and so much more than the next


@dataclass(frozen=True)
class Fit:
    """How well a name fits; `share` is how alike it is where it was compared by its letters."""

    level: Level
    share: float = 1.0

    @property
    def score(self) -> float:
        """From 0 to 100."""
        return self.level * self.share


@dataclass(frozen=True)
class Context:
    """How properties that were asked for fit a candidate: 1, 0, or None where nothing is told."""

    agreed: tuple[tuple[str, float | None], ...] = field(default=())


def fit(question: str, label: str, names: Iterable[str]) -> Fit:
    """The best that a thing's names make of a question."""
    if question == label:
        return Fit(Level.LABEL)
    everything = list(dict.fromkeys([label, *names]))
    if question in everything:
        return Fit(Level.ALIAS)
    folded = list(dict.fromkeys(fold(name) for name in everything))
    return max((_compared(question, name) for name in folded), key=lambda found: found.score)


def _compared(question: str, name: str) -> Fit:
    """How well a folded name fits."""
    asked, known = fold(question), others(question)
    if asked == name:
        return Fit(Level.FOLDED)
    if name in known[0]:
        return Fit(Level.KNOWN, known[1])
    if reordered(asked, name):
        return Fit(Level.ORDER)
    untitled = bare(question)
    if untitled in (name, bare(name)):
        return Fit(Level.UNTITLED)
    if is_acronym(asked.replace(" ", ""), name) or is_acronym(name, asked):
        return Fit(Level.ACRONYM)
    return Fit(Level.FUZZY, max(likeness(asked, name), likeness(untitled, name)))


def in_context(score: float, context: Context) -> float:
    """What properties make of a score.

    One that agrees brings it half of the way to 100, one that differs takes 20 off, one of which
    nothing is told 5; of several each counts its share.
    """
    values = [agreed for _, agreed in context.agreed]
    if not values:
        return score
    changes = (_change(score, value) for value in values)
    return max(score + sum(changes) / len(values), 0.0)


def _change(score: float, agreed: float | None) -> float:
    if agreed is None:
        return -UNTOLD
    return (100 - score) * AGREES * agreed if agreed else -DIFFERS


def is_match(scores: Sequence[float], at: int) -> bool:
    """Whether the candidate at this place of a sorted list is good enough to be taken."""
    if at or not scores or scores[0] < SURE:
        return False
    return len(scores) == 1 or scores[0] - scores[1] >= AHEAD
