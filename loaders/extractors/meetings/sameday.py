"""Days told by pointing back: "later in the day", "that evening", "afterwards"."""

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
_NEXT = re.compile(
    r"^\W*(?:afterwards?|later(?! (?:in|this|that|next|on)\b)|then|subsequently)\b|"
    r"\bin the (?:morning|afternoon|evening)\b(?! of\b)",
    re.IGNORECASE,
)


def dated(drafts: Sequence[Draft], reading: Reading) -> Iterator[Draft]:
    """The drafts, those of "later in the day" with the day told before or the article's own."""
    before: Date | None = None
    for draft in drafts:
        held = draft.status is Status.HELD
        if held and draft.date is not None and draft.date.edtf:
            before = draft.date
        day = _day(draft, before, reading.anatomy.published)
        pointing = held and draft.date is None and day is not None
        yield replace(draft, date=day) if pointing else draft


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
