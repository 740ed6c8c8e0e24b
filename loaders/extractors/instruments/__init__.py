"""Agreements, treaties, resolutions and programmes that the article names."""

from loaders.facts import Instrument
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading


def find_instruments(reading: Reading, cast: Cast) -> tuple[Instrument, ...]:
    """All instruments named in the article."""
    return ()
