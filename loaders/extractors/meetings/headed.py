"""Days from a cross-head: "A-B MEETING TOMORROW" dates the meeting of A and B right below it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from loaders.dates import find_dates
from loaders.extractors.meetings.draft import Draft
from loaders.facts import Date, Skipped, Status
from loaders.naming import fold
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading

_CROSS_HEAD = "cross-head"
_PAIR = 2


def headed(drafts: Sequence[Draft], reading: Reading, cast: Cast) -> Iterator[Draft]:
    """The drafts, those without a day with that of the cross-head which names their people."""
    for draft in drafts:
        head = _above(draft, reading) if draft.date is None else None
        named = head is not None and _names(draft, head, reading, cast)
        yield replace(draft, date=_day(draft, head, reading)) if head and named else draft


def _above(draft: Draft, reading: Reading) -> Skipped | None:
    """The cross-head directly above the paragraph of the draft."""
    text = reading.article.text
    start = text.rfind("\n", 0, draft.sentence.start) + 1
    for skipped in reading.anatomy.skipped:
        end = skipped.span.end
        over = skipped.reason == _CROSS_HEAD and end <= draft.sentence.start
        if over and not text[min(end, start) : max(end, start)].strip():
            return skipped
    return None


def _names(draft: Draft, head: Skipped, reading: Reading, cast: Cast) -> bool:
    words = fold(reading.text(head.span)).split()
    known = [cast.by_id[a] for a in draft.actors if a in cast.by_id]
    return len(known) >= _PAIR and all(fold(a.name).split()[-1] in words for a in known)


def _day(draft: Draft, head: Skipped, reading: Reading) -> Date | None:
    future = draft.status is Status.PLANNED
    dates = find_dates(reading.article.text, head.span, reading.anatomy.published, future)
    return dates[0] if dates else None
