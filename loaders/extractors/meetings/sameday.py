"""Days told by pointing back: "later in the day", "that evening", "the same day"."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.extractors.meetings.draft import Draft
from loaders.facts import Date, Derivation

_SAME_DAY = re.compile(
    r"\b(?:(?:earlier|later) (?:in the|that|the same) day|(?:on )?(?:that|the) same day|"
    r"that (?:morning|afternoon|evening|night))\b",
    re.IGNORECASE,
)


def dated(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """The drafts, those of "later in the day" with the day told before."""
    before: Date | None = None
    for draft in drafts:
        if draft.date is None and before is not None and _points_back(draft):
            yield replace(draft, date=replace(before, derivation=Derivation.INFERRED))
            continue
        if draft.date is not None and draft.date.edtf:
            before = draft.date
        yield draft


def _points_back(draft: Draft) -> bool:
    return bool(_SAME_DAY.search(draft.telling.anchor.sent.text))
