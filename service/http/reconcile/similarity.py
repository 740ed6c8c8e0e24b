"""How alike two names are: a number from 0 to 1, from their words alone."""

from collections.abc import Iterable, Sequence
from functools import cache, lru_cache

from rapidfuzz.distance import OSA

from loaders.tables import terms, wide
from queries.folding import fold
from service.http.reconcile.sounds import bones, sound

_SAME_SOUND, _SAME_BONES, _VOWELS = 0.96, 0.88, 0.1
_BEGINNING, _INITIAL = 0.88, 0.8
_LEAST = 0.6  # below, two words have nothing to do with each other
_JOINED = 0.97  # of names that only differ in where words end
_SMALL, _TITLE = 0.15, 0.3  # weights of words that tell little; others weigh 1
_LAST = 1.4  # weight of a name's last word, mostly a surname
_SHORT = 4  # letters up to which a word may be an abbreviation of a name's words


@cache
def _small() -> frozenset[str]:
    return frozenset(row[0] for row in wide("small_words", 1))


@cache
def titles() -> frozenset[str]:
    """Words of titles and offices: they stand before names and are no part of them."""
    kinds = ("head", "modifier", "honorific", "rank", "clipped", "portfolio")
    found = {word for kind in kinds for word in terms("offices", kind)}
    return frozenset(found | {word for (word, *_) in wide("abbreviations", 1)})


@lru_cache(maxsize=1 << 16)
def alike(one: str, other: str) -> float:
    """How alike two folded words are."""
    if one == other:
        return 1.0
    short, long = sorted((one, other), key=len)
    if len(short) == 1:
        return _INITIAL if long.startswith(short) else 0.0
    found = OSA.normalized_similarity(one, other)
    heard, kept = (sound(one), sound(other)), (bones(one), bones(other))
    found = max(found, OSA.normalized_similarity(*heard) * _SAME_SOUND)
    if kept[0] == kept[1] and len(kept[0]) > 2:
        found = max(found, _SAME_BONES - _VOWELS * (1 - found))
    if len(short) > 2 and long.startswith(short):
        found = max(found, _BEGINNING)
    return found if found >= _LEAST else 0.0


def likeness(asked: str, name: str) -> float:
    """How alike a question and a name are, both folded; the order of words doesn't matter."""
    mine, own = asked.split(), name.split()
    if not mine or not own:
        return 0.0
    joined = OSA.normalized_similarity("".join(mine), "".join(own)) * _JOINED
    return max(_aligned(mine, own), joined if len(mine) != len(own) else 0.0)


def _aligned(mine: Sequence[str], own: Sequence[str]) -> float:
    """Each word beside the word most like it, by weight; what is left over counts against."""
    pairs = sorted(
        ((alike(a, b), -i, -j) for i, a in enumerate(mine) for j, b in enumerate(own)),
        reverse=True,
    )
    taken_mine: set[int] = set()
    taken_own: set[int] = set()
    agreed = 0.0
    weights = [_weight(word, at, mine) for at, word in enumerate(mine)]
    own_weights = [_weight(word, at, own) for at, word in enumerate(own)]
    for worth, i, j in pairs:
        if worth and -i not in taken_mine and -j not in taken_own:
            taken_mine.add(-i)
            taken_own.add(-j)
            agreed += worth * (weights[-i] + own_weights[-j])
    return agreed / (sum(weights) + sum(own_weights))


def _weight(word: str, at: int, name: Sequence[str]) -> float:
    if word in _small():
        return _SMALL
    if word in titles() and len(name) > 1:
        return _TITLE
    return _LAST if at == len(name) - 1 else 1.0


def is_acronym(short: str, name: str) -> bool:
    """Whether a folded word is made of the first letters of a name's words."""
    return len(short) > 1 and short in set(acronyms(name))


def acronyms(name: str) -> Iterable[str]:
    """First letters of a name's words, without and with the small ones."""
    found = name.split()
    if len(found) > 1:
        yield "".join(word[0] for word in found if word not in _small())
        yield "".join(word[0] for word in found)


def bare(question: str) -> str:
    """A question folded, without the titles before a name, unless nothing else is left."""
    found = fold(question).split()
    kept = [word for word in found if word not in titles()]
    return " ".join(kept or found)


def reordered(one: str, other: str) -> bool:
    """Whether two folded names have the same words."""
    return sorted(one.split()) == sorted(other.split())
