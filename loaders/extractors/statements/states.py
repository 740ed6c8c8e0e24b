"""States that a demonym before a noun means: "German officials", "the Iranian government"."""

from functools import cache

from spacy.tokens import Token

from loaders.facts import ActorType
from loaders.reading.cast import Cast
from loaders.tables import several, wide


@cache
def _by_demonym() -> dict[str, str]:
    """Names of states by their demonyms; one that two states share is the first one's."""
    found: dict[str, str] = {}
    for _, name, demonyms, *_ in wide("states", 5):
        for demonym in several(demonyms):
            found.setdefault(demonym, name)
    return found


def is_demonym(word: Token) -> bool:
    """Whether the word tells of a state, whether the cast has it or not."""
    return word.text in _by_demonym()


def state_named(word: Token, cast: Cast) -> tuple[str, ...]:
    """The id of the state whose demonym `word` is, if the cast has it."""
    name = _by_demonym().get(word.text)
    states = (a for a in (*cast.actors, *cast.others) if a.type is ActorType.STATE)
    return tuple(a.id for a in states if a.name == name)
