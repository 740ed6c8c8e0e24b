"""When a told meeting takes place: the date of its own clause, never the date of "said"."""

from spacy.tokens import Token

from loaders.dates import find_dates
from loaders.extractors.meetings import words
from loaders.extractors.meetings.attachment import belongs, governor, hosts
from loaders.extractors.meetings.signs import feeling, happening
from loaders.extractors.meetings.telling import Telling
from loaders.facts import Date, Derivation, Span, Status
from loaders.reading.reading import Reading

_LOCATING = {"at", "in", "near", "aboard", "outside"}
_NEAR = 3
_OFF = {Status.CANCELLED, Status.POSTPONED, Status.DECLINED, Status.DENIED}
_PLANNING = {"plan", "schedule", "set", "due", "expect", "slate"}


def date_of(telling: Telling, status: Status, reading: Reading) -> Date | None:
    """The date that the sentence gives the meeting; None where it gives none."""
    sentence = telling.anchor.sent
    whole = Span(sentence.start_char, sentence.end_char)
    future = status is Status.PLANNED
    dates = find_dates(reading.article.text, whole, reading.anatomy.published, future)
    if status in _OFF:
        coming = find_dates(reading.article.text, whole, reading.anatomy.published, future=True)
        foreseen = {d.span: d for d in coming if _foreseen(d, reading)}
        dates = tuple(foreseen.get(date.span, date) for date in dates)
    fitting = [date for date in dates if _fits(date, telling, reading)]
    if not fitting and _now(telling, status):
        return _today(reading.anatomy.published)
    after = [d for d in fitting if telling.focus and d.span and d.span.start > telling.focus.idx]
    return min(after or fitting, key=lambda d: _distance(d, telling), default=None)


def _foreseen(date: Date, reading: Reading) -> bool:
    """Whether a plan names the day, though it came to nothing: "planned for Thursday"."""
    root = _root(date, reading)
    above = (root.head, root.head.head) if root is not None else ()
    return any(t.lemma_ in _PLANNING for t in above)


def _now(telling: Telling, status: Status) -> bool:
    """Whether it is being done as it is told: "it is an honor to welcome you here"."""
    verb = telling.anchor
    above = next((v for v in (verb.head, verb.head.head) if feeling(v)), None)
    host = telling.rule == "meeting.verb.host" and verb.tag_ == "VB"
    return host and status is Status.HELD and above is not None and happening(above)


def _today(published: Date | None) -> Date | None:
    if published is None or published.edtf is None:
        return None
    return Date(published.edtf, None, Derivation.INFERRED, published.words, published.span)


def _root(date: Date, reading: Reading) -> Token | None:
    if date.span is None:
        return None
    found = reading.doc.char_span(date.span.start, date.span.end, alignment_mode="expand")
    return found.root if found is not None and len(found) else None


def _fits(date: Date, telling: Telling, reading: Reading) -> bool:
    root = _root(date, reading)
    if root is None or root == telling.anchor:
        return False
    if root.dep_ == "poss" and root.head not in hosts(telling):
        return False  # "today's agreement" dates the agreement
    above = root.head if root.head.pos_ == "ADP" else root
    return (
        belongs(above, telling)
        or _at_site(above, telling)
        or _beside(root, telling)
        or _closing(date, root, telling)
    )


def _at_site(above: Token, telling: Telling) -> bool:
    """A date that the parser hung on the site: "at the crossing on Friday"."""
    site = above.head
    located = site.dep_ == "pobj" and site.head.lower_ in _LOCATING and above.pos_ == "ADP"
    return located and words.noun(site) is None and belongs(site.head, telling)


def _beside(root: Token, telling: Telling) -> bool:
    """A date right beside the anchor, whatever the parser made of it."""
    anchor = telling.anchor
    near = abs(root.i - anchor.i) <= _NEAR and governor(root) in hosts(telling)
    before = root.i < anchor.i and not root.is_ancestor(anchor)
    return near and (before or root.head == anchor)


def _closing(date: Date, root: Token, telling: Telling) -> bool:
    """A date that follows the people or places told, with a preposition at most between."""
    ends = [side.last for side in telling.sides if side.last > telling.anchor.i]
    ends += [place.end - 1 for place in telling.goal]
    if telling.anchor.pos_ in {"VERB", "AUX"} or not ends or date.span is None:
        return False
    first = next(t for t in root.doc[telling.anchor.sent.start :] if t.idx >= date.span.start)
    between = root.doc[max(ends) + 1 : first.i]
    return (
        first.i > max(ends) and len(between) <= 1 and all(t.pos_ in {"ADP", "DET"} for t in between)
    )


def _distance(date: Date, telling: Telling) -> int:
    return abs((date.span.start if date.span else 0) - telling.anchor.idx)
