"""Lines that say nothing of the article's matter: credits, tags, contacts, teasers."""

import re
from collections.abc import Sequence
from functools import cache

from loaders.anatomy.units import Unit
from loaders.tables import rows

_FENCE = "---"
_LONGEST_FRONT = 40  # lines
_LONGEST = 600  # characters
_LONGEST_CAPTION = 70  # words; what is longer and ends as a sentence does is prose
_NAVIGATION = "navigation"  # "← Previous post", with the title of that post below
_TELLING = re.compile(r"(?i:date|published|author|by)\s*:")


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((reason, re.compile(pattern)) for reason, pattern in rows("boilerplate"))


@cache
def _teaser_heading() -> re.Pattern[str]:
    choices = "|".join(f"(?:{pattern})" for (pattern,) in rows("teaser_headings"))
    return re.compile(rf"(?:{choices})\s?[:…]?", re.IGNORECASE)


def boilerplate(units: Sequence[Unit]) -> dict[int, str]:
    """Why a unit is left out, by its index."""
    reasons = _front_matter(units)
    advertising = False
    for index, unit in enumerate(units):
        reason = reasons.get(index) or _reason(unit)
        if reason in {None, _NAVIGATION} and _teaser_heading().fullmatch(unit.text):
            advertising, reason = True, reason or "teaser"
        elif advertising and not unit.ended and reason is None:
            reason = "teaser"
        else:
            advertising = False
        if reason:
            reasons[index] = reason
    return reasons


def _front_matter(units: Sequence[Unit]) -> dict[int, str]:
    """The lines between two fences at the very start, but for those that tell date and author."""
    fences = [i for i, unit in enumerate(units[:_LONGEST_FRONT]) if unit.text == _FENCE]
    if len(fences) < 2 or fences[0] != 0:
        return {}
    inside = range(fences[0], fences[1] + 1)
    return {i: "front matter" for i in inside if not _TELLING.match(units[i].text)}


def _reason(unit: Unit) -> str | None:
    if len(unit.text) > _LONGEST or (unit.ended and unit.words > _LONGEST_CAPTION):
        return None
    for reason, pattern in _patterns():
        if pattern.fullmatch(unit.text):
            return reason
    return None
