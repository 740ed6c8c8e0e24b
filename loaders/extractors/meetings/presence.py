"""Days from where people were: "X said on May 3 in Oslo" dates X's undated visit to Oslo."""

from dataclasses import replace

from spacy.tokens import Token

from loaders.dates import find_dates
from loaders.extractors.meetings.clauses import subject
from loaders.extractors.meetings.draft import Draft
from loaders.extractors.places import after_preposition
from loaders.facts import Date, Derivation, Span, Status
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading


def placed(draft: Draft, reading: Reading, cast: Cast) -> Draft:
    """The draft, dated by its traveller's presence where it is an undated visit that took place."""
    visit = draft.telling.kind == "visit" and draft.status is Status.HELD
    if not visit or draft.date is not None or len(draft.places) != 1:
        return draft
    for verb in reading.doc:
        there = verb.tag_ == "VBD" and _there(verb, draft, cast)
        if there and (date := _day(verb, reading)):
            return replace(draft, date=replace(date, derivation=Derivation.INFERRED))
    return draft


def _there(verb: Token, draft: Draft, cast: Cast) -> bool:
    leading = [c for c in verb.children if c.lower_ in {"in", "at"} and c.dep_ == "prep"]
    leading += [c for p in _dated(verb) for c in p.subtree if c.lower_ in {"in", "at"}]
    places = [place.name for p in leading if (place := after_preposition(p))]
    if draft.places[0].name not in places:
        return False
    return bool(set(subject(verb, cast).actors) & set(draft.telling.sides[0].actors))


def _dated(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.lower_ == "on" and c.dep_ == "prep"]


def _day(verb: Token, reading: Reading) -> Date | None:
    """The day told right beside the verb."""
    for preposition in (*_dated(verb), *(c for c in verb.children if c.dep_ == "npadvmod")):
        tokens = list(preposition.subtree)
        last = tokens[-1]
        span = Span(tokens[0].idx, last.idx + len(last))
        text = reading.article.text
        dates = find_dates(text, span, reading.anatomy.published, future=False)
        if dates:
            return dates[0]
    return None
