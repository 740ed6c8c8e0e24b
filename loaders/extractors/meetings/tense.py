"""What the day says of the standing: nothing that lies after the article has been held."""

from dataclasses import replace

from spacy.tokens import Token

from loaders.dates import earliest, latest
from loaders.extractors.meetings.auxiliaries import Standing
from loaders.extractors.meetings.clauses import clause
from loaders.extractors.meetings.telling import Telling
from loaders.extractors.meetings.timing import date_of
from loaders.facts import Date, Status
from loaders.reading.reading import Reading

_PRESENT = {"VBZ", "VBP"}
_BARE = {"VB", "VBG", "VBN"}
_TENSED = {"VBD", "VBZ", "VBP", "MD"}
_DEPTH = 5


def in_time(telling: Telling, found: Standing, reading: Reading) -> Standing:
    """`found`, but planned where it is told as fact and its day is still to come."""
    if found.status is not Status.HELD:
        return found
    aside = telling.anchor.dep_ == "pobj"  # "builds on her visit in May": no tense of its own
    coming = not aside and present(_finite(clause(telling.anchor)))
    reading_of = Status.PLANNED if coming else Status.HELD
    date = date_of(telling, reading_of, reading)
    if date is None or not _after(date, reading.anatomy.published):
        return found
    return replace(found, status=Status.PLANNED)


def _finite(verb: Token) -> Token:
    """The verb whose tense counts: of "goes to Oslo to meet" that of "goes"."""
    for _ in range(_DEPTH):
        bare = verb.tag_ in _BARE and not any(c.tag_ in _TENSED for c in verb.children)
        if not bare or verb.head == verb:
            break
        verb = clause(verb.head)
    return verb


def present(verb: Token) -> bool:
    """Whether the verb stands in the present: "meets", "is travelling"."""
    auxiliaries = [c for c in verb.children if c.dep_ in {"aux", "auxpass"}]
    if any(c.tag_ in {"VBD", "MD"} or c.lemma_ == "have" for c in auxiliaries):
        return False
    if verb.tag_ == "VB" and verb.dep_ == "ROOT" and not auxiliaries:
        return True  # "A and B meet on Friday", read as bare
    return verb.tag_ in _PRESENT or any(c.tag_ in _PRESENT for c in auxiliaries)


def _after(date: Date, published: Date | None) -> bool:
    if published is None or not published.edtf:
        return False
    first, day = earliest(date), latest(published)
    return bool(first and day and first > day)
