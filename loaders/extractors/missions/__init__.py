"""Operations deployed abroad and what the article says of each."""

from loaders.facts import Mission
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading


def find_missions(reading: Reading, cast: Cast) -> tuple[Mission, ...]:
    """All missions of the article, in order of mention."""
    return ()
