"""Offices that a verb tells: "NAME, who heads the institute"."""

from collections.abc import Mapping

from loaders.extractors.actors.gazetteer import Hit
from loaders.extractors.actors.offices import Office
from loaders.extractors.actors.page import Page

_PRESENT = {  # verb: title of who does it now
    "heads": "head",
    "leads": "leader",
    "chairs": "chair",
    "directs": "director",
    "commands": "commander",
}


def leading(page: Page, i: int, bodies: Mapping[int, Hit]) -> list[tuple[str, Office]]:
    """The office of the person whose name ends before word `i`, with the rule that told it."""
    at = i + 1 if page.lower(i) == "," else i
    title = _PRESENT.get(page.lower(at + 1)) if page.lower(at) == "who" else None
    body = bodies.get(at + 3 if page.lower(at + 2) == "the" else at + 2)
    if title is None or body is None or body.key.startswith("state:") or _goes_on(page, body.end):
        return []
    return [("actor.role.verb", Office(at + 1, at + 1, body.end, title, title, body.key))]


def _goes_on(page: Page, i: int) -> bool:
    """Whether what is led is a part of the body: "heads the X delegation"."""
    if i >= len(page.words) or page.apart(i - 1, i):
        return False
    part = page.tokens[i].pos_ in {"NOUN", "PROPN"}
    return part or page.words[i].text in {"'s", "’s"}
