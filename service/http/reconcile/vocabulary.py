"""The words that names are made of, and those near a word that somebody typed."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import cast

from rapidfuzz import process
from rapidfuzz.distance import OSA

from service.http.reconcile.similarity import acronyms
from service.http.reconcile.sounds import bones, sound
from service.http.state import snapshot
from service.store.search.entries import Kind
from service.store.search.index import Index

_KEPT = "reconcile.vocabulary"
_NEAR, _MOST = 0.66, 12  # how alike a near word is at least, and how many there may be
_BEGINNING = 3  # letters from which a word may be the beginning of another
_NAMED = f"('{Kind.ACTOR}', '{Kind.MISSION}')"


@dataclass(frozen=True)
class Vocabulary:
    """All words of names, by their sound too, and which titles an abbreviation may stand for."""

    words: Sequence[str]
    sounds: Mapping[str, Sequence[str]]
    bones: Mapping[str, Sequence[str]]
    acronyms: Mapping[str, Sequence[str]]

    def near(self, word: str) -> list[str]:
        """The words that a folded word may be meant for, itself first."""
        found = dict.fromkeys([word] if word in self.words else [])
        found |= dict.fromkeys(self.sounds.get(sound(word), ())[:_MOST])
        alike = process.extract(
            word, self.words, scorer=OSA.normalized_similarity, score_cutoff=_NEAR, limit=_MOST
        )
        found |= dict.fromkeys(near for near, *_ in alike)
        if len(bones(word)) > 2:
            found |= dict.fromkeys(self.bones.get(bones(word), ())[:_MOST])
        return list(found)


def vocabulary(index: Index, *, is_in_step: bool) -> Vocabulary:
    """The index's, made once a snapshot."""
    kept = snapshot().kept
    if _KEPT in kept:
        return cast(Vocabulary, kept[_KEPT])
    made = _made(index)
    if is_in_step:  # two requests may both make it: they make the same
        kept[_KEPT] = made
    return made


def _made(index: Index) -> Vocabulary:
    words = tuple(_words(index))
    sounds, skeletons = defaultdict(list), defaultdict(list)
    for word in words:
        sounds[sound(word)].append(word)
        skeletons[bones(word)].append(word)
    shortened = defaultdict(list)
    for iri, title in index.connection.execute(
        f"SELECT iri, title FROM things WHERE kind IN {_NAMED} ORDER BY iri"  # noqa: S608
    ):
        for short in dict.fromkeys(acronyms(title)):
            shortened[short].append(iri)
    return Vocabulary(words, sounds, skeletons, shortened)


def _words(index: Index) -> Iterator[str]:
    """Read through FTS5's own view of its index, a table of this connection alone."""
    index.connection.execute(
        "CREATE VIRTUAL TABLE IF NOT EXISTS temp.vocabulary "
        "USING fts5vocab('main', 'called', 'row')"
    )
    for (word,) in index.connection.execute("SELECT term FROM temp.vocabulary ORDER BY term"):
        yield word


def is_beginning(word: str) -> bool:
    """Whether a word is long enough to be looked for as the beginning of another."""
    return len(word) >= _BEGINNING
