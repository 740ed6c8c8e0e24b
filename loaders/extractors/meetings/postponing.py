"""A meeting put off to a day that is told: the old one is off, the new one planned."""

from dataclasses import replace

from spacy.tokens import Token

from loaders.dates import find_dates
from loaders.extractors.meetings.auxiliaries import Standing
from loaders.extractors.meetings.clauses import prepositions
from loaders.extractors.meetings.draft import Draft
from loaders.facts import Date, Span, Status
from loaders.reading.reading import Reading

_UNTIL = ("to", "until", "till", "for")
_PUTTING_OFF = {"postpone", "reschedule", "delay", "defer", "move", "shift", "push"}


def put_off(draft: Draft, reading: Reading) -> tuple[Draft, ...]:
    """The draft; where it tells the new day ("postponed to June 20"), the new meeting too."""
    if draft.status is not Status.POSTPONED:
        return (draft,)
    verb = next((t for t in draft.standing.words if t.lemma_ in _PUTTING_OFF), None)
    day = _day(verb, reading) if verb is not None else None
    if verb is None or day is None:
        return (draft,)
    old = replace(draft, date=_old(draft, day, reading))
    new = replace(draft, standing=Standing(Status.PLANNED, (verb,)), date=day, places=())
    return old, new


def _old(draft: Draft, new: Date, reading: Reading) -> Date | None:
    """The day of what was put off: the draft's own, else that of a clause on the meeting noun."""
    if draft.date is not None and draft.date.span != new.span:
        return draft.date
    text, published = reading.article.text, reading.anatomy.published
    for clause in (c for c in draft.telling.anchor.subtree if c.dep_ in {"relcl", "acl"}):
        tokens = list(clause.subtree)
        span = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
        if dates := find_dates(text, span, published, future=True):
            return dates[0]
    return None


def _day(verb: Token, reading: Reading) -> Date | None:
    """The day that the verb leads to."""
    for preposition in prepositions(verb, *_UNTIL):
        tokens = list(preposition.subtree)
        span = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
        dates = find_dates(reading.article.text, span, reading.anatomy.published, future=True)
        if dates and dates[0].edtf:
            return dates[0]
    return None
