"""Who says what: direct, indirect and mixed speech."""

from loaders.facts import Meeting, Statement
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading


def find_statements(
    reading: Reading, cast: Cast, meetings: tuple[Meeting, ...]
) -> tuple[Statement, ...]:
    """All statements of the article, in text order."""
    return ()
