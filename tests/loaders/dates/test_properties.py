"""What holds for any text: offsets, words, bounds, and no exception."""

import datetime as dt

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.dates import earliest, find_dates, latest
from loaders.facts import Date, Derivation, Span

_PIECES = st.sampled_from(
    [
        "May",
        "March",
        "Sept.",
        "3",
        "21st",
        "2021",
        "31",
        "1999",
        "-",
        "–",
        "to",
        "and",
        "from",
        "between",
        ",",
        ".",
        "\n",
        "of",
        "in",
        "last",
        "next",
        "this",
        "week",
        "year",
        "July",
        "Monday",
        "today",
        "tomorrow",
        "ago",
        "two",
        "days",
        "early",
        "late",
        "the",
        "around",
        "s",
        "(",
        ")",
        "99",
        "/",
    ]
)
_NEWS = st.lists(_PIECES, max_size=14).map(" ".join)
_PUBLISHED = st.none() | st.dates(dt.date(1900, 1, 1), dt.date(2100, 1, 1)).map(
    lambda day: Date(day.isoformat(), None, Derivation.STATED, "")
)


@settings(deadline=None)
@given(text=st.text() | _NEWS, published=_PUBLISHED, future=st.none() | st.booleans())
def test_every_date_stands_in_the_text_and_has_bounds(
    text: str, published: Date | None, future: bool | None
) -> None:
    end = 0
    for date in find_dates(text, Span(0, len(text)), published, future):
        assert date.span is not None
        assert text[date.span.start : date.span.end] == date.words
        assert date.words.strip()
        assert date.span.start >= end
        assert date.edtf is None or date.offset is None
        if date.edtf:
            first, last = earliest(date), latest(date)
            assert first is not None
            assert last is not None
            assert first <= last
        end = date.span.end
