"""Who comes together with whom, when, where, about what, and whether it happened."""

from loaders.facts import Meeting
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading


def find_meetings(reading: Reading, cast: Cast) -> tuple[Meeting, ...]:
    """All meetings that the article tells, in order of mention."""
    return ()
