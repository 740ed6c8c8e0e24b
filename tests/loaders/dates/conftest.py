"""How the date tests call the grammar: one sentence, one publication day."""

from collections.abc import Callable

import pytest

from loaders.dates import find_dates
from loaders.facts import Date, Derivation, Span

Find = Callable[..., tuple[Date, ...]]


@pytest.fixture
def find() -> Find:
    """Dates in a whole text, published on an EDTF day or nobody knows when."""

    def found(
        text: str, published: str | None = None, future: bool | None = None
    ) -> tuple[Date, ...]:
        known = Date(published, None, Derivation.STATED, "") if published else None
        return find_dates(text, Span(0, len(text)), known, future)

    return found
