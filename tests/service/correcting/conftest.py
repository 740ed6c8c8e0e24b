"""Stores of invented articles, made anew for each test: corrections write."""

from datetime import UTC, datetime

import msgspec
import pyoxigraph as ox
import pytest

from loaders.corrections import Correction, Kind
from loaders.facts import Facts
from service.articles import replace_articles
from service.correcting import Asked, applied, correction_for, undone
from service.store.update import apply
from service.store.vocabulary import bring_up_to_date
from tests.service.http.story import BASE, courier, harbor

TIMES = iter(range(1_000_000))


@pytest.fixture
def store() -> ox.Store:
    made = ox.Store()
    bring_up_to_date(made)
    load(made)
    return made


def load(store: ox.Store) -> None:
    told = [as_stored(one) for one in (harbor(), courier())]
    replace_articles(store, BASE, told, {facts.key: "mark" for facts in told})


def as_stored(facts: Facts) -> Facts:
    """As a record gives them back: its numbers are floats."""
    return msgspec.json.decode(msgspec.json.encode(facts), type=Facts)


def clock() -> datetime:
    """A second later each time."""
    return datetime.fromtimestamp(1_700_000_000 + next(TIMES), UTC)


def claim(local: str, article: str = "wire-harbor-txt-71108aa4fa") -> str:
    return f"{BASE}claim/{article}/{local}"


def correct(
    store: ox.Store, kind: Kind, thing: str, value: str = "", why: str = "so it reads"
) -> Correction:
    """Apply one."""
    asked = Asked(kind, thing, value, why, "Ada Reader")
    made = correction_for(store, BASE, asked, clock)
    apply(store, applied(store, BASE, made).change)
    return made


def undo(store: ox.Store, *corrections: Correction) -> None:
    apply(store, undone(store, BASE, [one.id for one in corrections]).change)
