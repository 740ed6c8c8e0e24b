"""Which topics a stretch of text names: the lexicon's words, weighed."""

from collections.abc import Collection, Iterable, Iterator

from spacy.tokens import Token

from loaders.extractors.topics.lexicon import Sighting, broader, sightings
from loaders.facts import Evidence, Span, Stated
from loaders.reading.reading import Reading

RULE = "topic.lexicon"
CONFIDENCE = 0.8
_LOOSE = 0.6  # confidence of a topic that only loose terms name
_TITLES = {"secretary", "adviser", "advisor", "minister", "ministry", "ministries", "department"}
_PEOPLE = {"official", "chief", "spokesman", "spokeswoman", "spokesperson", "committee", "leader"}


def find_topics(
    reading: Reading, spans: Span | Iterable[Span], named: Collection[Span] = (), rule: str = RULE
) -> tuple[Stated, ...]:
    """The topics whose words stand in `spans`, in order of their first words.

    `named` are the mentions of actors and missions: "energy" in the name of
    an agency is no topic, but a name that the lexicon itself holds is ("ICC").
    """
    stretches = [spans] if isinstance(spans, Span) else sorted(set(spans))
    found: dict[str, dict[Span, Sighting]] = {}
    for sighting in _weighed([s for span in stretches for s in _seen(reading, span, named)]):
        found.setdefault(sighting.term.concept, {})[where(sighting)] = sighting
    above = set(_above(found))
    return tuple(_stated(c, there, rule) for c, there in found.items() if c not in above)


def _seen(reading: Reading, span: Span, named: Collection[Span]) -> Iterator[Sighting]:
    words = reading.doc.char_span(span.start, span.end, alignment_mode="contract")
    tokens = [t for t in words if not t.is_space] if words else []
    names = [name for name in named if name.overlaps(span)]
    for sighting in sightings(tokens):
        named_so = _in_name(sighting, names) or _in_title(sighting) or _is_name(sighting)
        if not named_so:
            yield sighting


def is_firm(topic: Stated) -> bool:
    """Whether words name it that hardly ever mean anything else."""
    return topic.evidence.confidence > _LOOSE


def where(sighting: Sighting) -> Span:
    """The characters from a sighting's first word to its last."""
    return Span(sighting.words[0].idx, sighting.words[-1].idx + len(sighting.words[-1]))


def _stated(concept: str, there: dict[Span, Sighting], rule: str) -> Stated:
    confidence = _LOOSE if all(s.term.loose for s in there.values()) else CONFIDENCE
    return Stated(concept, Evidence(tuple(there), rule, confidence))


def _weighed(seen: list[Sighting]) -> Iterator[Sighting]:
    """Loose terms only in sentences without others."""
    firm = {s.words[0].sent.start for s in seen if not s.term.loose}
    yield from (s for s in seen if not s.term.loose or s.words[0].sent.start not in firm)


def _above(concepts: Iterable[str]) -> Iterator[str]:
    """The concepts over those named, up to the top: the narrowest says enough."""
    for concept in concepts:
        while concept := broader().get(concept, ""):
            yield concept


def _in_name(sighting: Sighting, names: list[Span]) -> bool:
    """Whether a plain term is only a part of a name: "rule of law" of a mission."""
    place = where(sighting)
    return sighting.term.plain and any(name.covers(place) and name != place for name in names)


def _is_name(sighting: Sighting) -> bool:
    """Whether a plain word is one of a name's: a loose one anywhere, others at its end."""
    word = sighting.words[0]
    if not sighting.term.plain or not word.is_title or word.pos_ != "PROPN" or word.is_sent_start:
        return False
    return sighting.term.loose or (len(sighting.words) == 1 and _ends_name(word))


def _ends_name(word: Token) -> bool:
    """ "Tabor Dam": the last of several names in a row."""
    after = word.nbor(1) if word.i + 1 < len(word.doc) else None
    before = word.nbor(-1)
    return before.is_title and before.pos_ == "PROPN" and (after is None or after.pos_ != "PROPN")


def _in_title(sighting: Sighting) -> bool:
    """ "Energy minister", "minister of energy": an office's field is not what is spoken of."""
    last = sighting.words[-1]
    head = last.head
    if last.dep_ in {"compound", "amod", "nmod", "poss"} and head.i > last.i:
        return _is_title(head)
    inside = last.dep_ in {"pobj", "conj"} and _office_of(last)
    return bool(inside)


def _office_of(token: Token) -> bool:
    preposition = token.head.head if token.dep_ == "conj" else token.head
    return preposition.lower_ in {"of", "for"} and _is_title(preposition.head)


def _is_title(token: Token) -> bool:
    return token.lemma_.lower() in _TITLES | _PEOPLE
