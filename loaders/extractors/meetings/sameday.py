"""Days told by pointing back: "later in the day", "that evening", "afterwards"."""

import datetime as dt
import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.dates import earliest
from loaders.extractors.meetings.draft import Draft
from loaders.facts import Date, Derivation, Status
from loaders.reading.reading import Reading

_SAME_DAY = re.compile(
    r"\b(?:(?:earlier|later) (?:in the|that|the same) day|(?:on )?(?:that|the) same day|"
    r"that (?:morning|afternoon|evening|night))\b",
    re.IGNORECASE,
)
_WEEK = dt.timedelta(days=7)
_WEEKDAY = re.compile(r"(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day\b", re.IGNORECASE)
_NEXT = re.compile(
    r"^\W*(?:afterwards?|later(?! (?:in|this|that|next|on)\b)|then|subsequently)\b|"
    r"\bin the (?:morning|afternoon|evening)\b(?! of\b)",
    re.IGNORECASE,
)


def dated(drafts: Sequence[Draft], reading: Reading) -> Iterator[Draft]:
    """The drafts, those of "later in the day" with the day told before or the article's own."""
    before: Date | None = None
    for draft in _in_sequence(drafts, reading.anatomy.published):
        held = draft.status is Status.HELD
        if held and draft.date is not None and draft.date.edtf:
            before = draft.date
        day = _day(draft, before, reading.anatomy.published)
        pointing = held and draft.date is None and day is not None
        yield replace(draft, date=day) if pointing else draft


def _in_sequence(drafts: Sequence[Draft], published: Date | None) -> Iterator[Draft]:
    """Plans in order of days: "on Friday" after "on Thursday" to come is no day before that."""
    today, latest_told = earliest(published), earliest(published)
    for draft in drafts:
        day = earliest(draft.date) if draft.status is Status.PLANNED else None
        if day is None or today is None or latest_told is None:
            yield draft
            continue
        weekday = draft.date is not None and _WEEKDAY.match(draft.date.words)
        passed = bool(weekday) and day == today < latest_told
        day = day + _WEEK if passed else day
        latest_told = max(latest_told, day) if day <= today + _WEEK else latest_told
        yield _on(draft, day) if passed else draft


def _on(draft: Draft, day: dt.date) -> Draft:
    date = draft.date
    return replace(draft, date=replace(date, edtf=day.isoformat())) if date else draft


def _day(draft: Draft, before: Date | None, published: Date | None) -> Date | None:
    """The day pointed back to: of the last meeting held; else, of "in the day", the article's."""
    text = draft.telling.anchor.sent.text.strip()
    same, following = _SAME_DAY.search(text), _NEXT.search(text)
    if not same and not following:
        return None
    day = before or (published if same and published and published.edtf else None)
    if day is None or earliest(day) is None:
        return None
    return replace(day, derivation=Derivation.INFERRED)
