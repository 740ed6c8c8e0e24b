"""Who is in the article: persons, organizations, states, their offices and how they are referred to."""

from loaders.reading.cast import Cast
from loaders.reading.reading import Reading


def find_cast(reading: Reading) -> Cast:
    """All actors of the article and all references to them."""
    return Cast()
