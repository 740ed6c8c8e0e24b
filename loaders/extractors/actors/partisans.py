"""Members of parliaments told by party: "the top Democrat on the committee", "(R-Ohio)"."""

import re
from functools import cache

from loaders.extractors.actors.complements import Taken, region_at
from loaders.extractors.actors.gazetteer import Hit
from loaders.extractors.actors.page import Page
from loaders.tables import rows

_RANKS = {"top", "ranking", "senior", "leading"}
_PARTIES = {"republican", "democrat", "independent", "conservative", "liberal", "socialist"}
_LETTERS = re.compile(r"[DRI]|Dem|Rep|Ind|DFL")
_JOINTS = {"-", "–", "—", ",", "."}
_FAR = 4  # words between a party's letter and the region's end


def partisan(
    page: Page, i: int, taken: Taken
) -> tuple[int, int, int, str, str, str | None, bool] | None:
    """The fields of the office that word `i` heads: "top Democrat on the Finance Committee"."""
    if page.lower(i) not in _PARTIES or page.lower(i - 1) not in _RANKS:
        return None
    at = i + 3 if page.lower(i + 2) == "the" else i + 2
    body = taken.get(at) if page.lower(i + 1) in {"on", "in", "of"} else None
    if body is None or body.start != at:
        return None
    return (i - 1, i - 1, body.end, page.text(i - 1, i + 1), page.lower(i), body.key, False)


def constituency(page: Page, i: int) -> Hit | None:
    """Which region the member is of whose name ends before word `i`.

    "of Texas", "from Texas", "(R-Texas)", ", D-Calif.,", ", a Texas Republican,".
    """
    if page.lower(i) in {"of", "from"}:
        return region_at(page, i + 1 + (page.lower(i + 1) == "the"))
    if page.lower(i) not in {"(", ","} or i + 2 >= len(page.words) or page.apart(i, i + 2):
        return None
    if _LETTERS.fullmatch(page.words[i + 1].text):
        return _after_letter(page, i + 2)
    at = i + 1 + (page.lower(i + 1) in {"a", "an", "the"})
    if page.lower(at) in _PARTIES and page.lower(at + 1) in {"of", "from"}:
        return region_at(page, at + 2)
    while at < i + _FAR and page.words[at].text.islower():
        at += 1
    region = region_at(page, at)
    return region if region and page.lower(region.end) in _PARTIES else None


def _after_letter(page: Page, i: int) -> Hit | None:
    """The region behind a party's letter, in full or in its abbreviation."""
    start = i
    while i < start + 2 and page.words[i].text in _JOINTS:
        i += 1
    short = _abbreviations().get(page.words[i].text) if i > start else None
    if short:
        return Hit(i, i + 1, "place", f"place:{short}")
    return region_at(page, i) if i > start else None


@cache
def _abbreviations() -> dict[str, str]:
    """The abbreviations of regions, with their names."""
    return {row[0]: row[1] for row in rows("region_abbreviations")}
