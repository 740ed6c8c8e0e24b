"""Which words report speech, and how: the verbs and nouns of the tables."""

from dataclasses import dataclass
from functools import cache

from spacy.tokens import Doc, Token

from loaders.tables import rows

_PARTICLES = {"prt", "advmod", "acomp", "ccomp", "oprd", "dobj", "prep", "amod", "xcomp"}
REACH = 3  # words between a verb and its particle: "made very clear", "took careful note"


@dataclass(frozen=True)
class Verb:
    """A verb of speech: its dictionary form, its speech act, what may follow it."""

    lemma: str
    act: str
    frames: frozenset[str]

    def takes(self, *frames: str) -> bool:
        """Whether any of the frames is the verb's."""
        return any(frame in self.frames for frame in frames)


@cache
def _verbs() -> dict[str, Verb]:
    return {
        lemma: Verb(lemma, act, frozenset(frames.split()))
        for lemma, act, frames in rows("speech_verbs")
    }


@cache
def _phrasal() -> dict[str, tuple[str, ...]]:
    """Particles by the verbs that need them: "point" has "out"."""
    found: dict[str, tuple[str, ...]] = {}
    for lemma in _verbs():
        verb, _, particle = lemma.partition(" ")
        if particle:
            found[verb] = (*found.get(verb, ()), particle)
    return found


@cache
def nouns(kind: str) -> frozenset[str]:
    """Nouns of one kind in `speech_nouns.tsv`: document, spokesman, channel, act, …"""
    return frozenset(noun for noun, kinds, *_ in rows("speech_nouns") if kind in kinds.split())


def verb_at(token: Token) -> Verb | None:
    """The verb of speech whose main word is `token`."""
    if not token.tag_.startswith("VB") and not _reprised(token):
        return None
    return _verb(token)


def verbs_in(doc: Doc) -> tuple[tuple[Token, Verb], ...]:
    """All verbs of speech of a text with their words, found in one go."""
    dashes = {t.i for t in doc if t.orth_ == "-"}
    found = ((t, verb_at(t)) for t in doc if t.tag_[:2] == "VB" or t.i - 1 in dashes)
    return tuple((token, verb) for token, verb in found if verb is not None)


def _verb(token: Token) -> Verb | None:
    lemma = _lemma(token)
    particle = _particle(token, lemma)
    return _verbs().get(f"{lemma} {particle.lower_}" if particle is not None else lemma)


def _reprised(token: Token) -> bool:
    """ "re-affirmed", which the model takes apart."""
    return token.i > 1 and token.nbor(-1).text == "-" and token.nbor(-2).lower_ == "re"


def particle_of(token: Token) -> Token | None:
    """The word that belongs to a phrasal verb of speech."""
    return _particle(token, _lemma(token))


def _lemma(token: Token) -> str:
    """The model leaves some forms as they stand ("reaffirming", "re-affirmed", "tweeted")."""
    lemma: str = token.lemma_.lower()
    known = _known()
    if lemma in known:
        return lemma
    word: str = token.lower_
    for ending, base in (
        ("ied", "y"),
        ("ing", ""),
        ("ing", "e"),
        ("ed", ""),
        ("ed", "e"),
        ("d", ""),
        ("s", ""),
    ):
        if word.endswith(ending) and word[: -len(ending)] + base in known:
            return word[: -len(ending)] + base
    return lemma


@cache
def _known() -> frozenset[str]:
    return frozenset(_verbs().keys() | _phrasal().keys())


def _particle(token: Token, lemma: str) -> Token | None:
    wanted = _phrasal().get(lemma, ())
    for other in token.doc[token.i + 1 : token.i + 1 + REACH] if wanted else ():
        if other.is_punct:
            break
        if other.lower_ in wanted and (other.head.i == token.i or other.dep_ in _PARTICLES):
            return other
    return None


@cache
def object_nouns(kind: str) -> frozenset[str]:
    """Objects of one kind in `speech_objects.tsv`: invitation, condolence, commitment, …"""
    return frozenset(noun for noun, kinds in rows("speech_objects") if kind in kinds.split())


@cache
def channel_of(noun: str) -> str | None:
    """The channel that a noun stands for: "interview" an interview, "tweet" a post."""
    return next(
        (row[2] for row in rows("speech_nouns") if row[0] == noun and len(row) > 2 and row[2]), None
    )
