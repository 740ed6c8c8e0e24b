"""Whom unnamed people stand for: "Iranian diplomats", "a delegation led by X"."""

from functools import cache

from spacy.tokens import Doc, Token

from loaders.facts import ActorType
from loaders.naming import fold
from loaders.reading.cast import Cast
from loaders.tables import several, wide

_LED = {"led", "headed", "chaired", "represented"}


def led_by(doc: Doc, start: int, end: int) -> int | None:
    """Where the leader's name begins, if "led by" stands at `start`."""
    while start < end and doc[start].text == ",":
        start += 1
    if start + 2 < end and doc[start].lower_ in _LED and doc[start + 1].lower_ == "by":
        return start + 2
    return None


def state_of(token: Token, cast: Cast) -> str | None:
    """The state of the cast that a demonym means."""
    name = _demonyms().get(fold(token.text)) if token.text[:1].isupper() else None
    if name is None:
        return None
    fitting = (a.id for a in cast.by_id.values() if a.type is ActorType.STATE)
    return next((i for i in fitting if fold(cast.by_id[i].name) == name), None)


@cache
def _demonyms() -> dict[str, str]:
    found: dict[str, str] = {}
    for _, name, demonyms, *_ in wide("states", 5):
        for demonym in several(demonyms):
            found.setdefault(fold(demonym), fold(name))
    return found
