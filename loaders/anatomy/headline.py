"""The headline: the first line that no sentence ends, with text below; and its repetitions."""

import re
from collections.abc import Mapping, Sequence

from loaders.anatomy.units import Unit, continues
from loaders.tables import rows

_LONGEST = 350  # characters
_SOON = 3  # lines below among which a repetition shows a headline
_LATEST = 8  # units before it at most: dates, release marks, sharing
_ABBREVIATED = re.compile(r"(?:\b[A-Z]|\b(?:Jr|Sr|Inc|Ltd|Corp|Co|Gov|Gen|No))\.$")
OFFICE = re.compile(
    r"(?:(?:The|THE) )?(?i:(?:foreign |federal )?(?:ministry|embassy|office|department|government"
    r"|permanent mission|mission|delegation|cabinet|presidency|republic|kingdom|consulate))"
    r"(?: (?i:of|for|to)\b.*)?"
)
SENTENCES = re.compile(  # an abbreviation before a name ("Lt. Gen. Lee says") ends none
    r"\b(?:[a-z]{2,}|[A-Z][a-z]{4,})[.!?][”\"’)]?\s+[“\"]?[A-Z][a-z]+ [a-z]"
)
_SMALL = frozenset(word for (word,) in rows("small_words"))
_LEAST_TITLED = 4  # words
_UNFINISHED = re.compile(r"[,;:–—-]$")
_SITE = re.compile(r"\s[|–—-]\s")
LISTED = re.compile(r"(?:[-–—•*·▪►●]\s|\(?\d{1,2}[.)]\s)")


def folded(text: str) -> str:
    """`text` as it is compared: without case, blanks and closing marks."""
    return re.sub(r"[\s.…]+", " ", text).strip().casefold()


def find_headline(units: Sequence[Unit], taken: Mapping[int, str], title: str | None) -> int | None:
    """The index of the headline among `units`, None where the article begins with its body."""
    if len(units) - len(taken) < 2:
        return None
    for index, unit in enumerate(units[: _LATEST + 1]):
        if index in taken or _is_letterhead(units, index, taken):
            continue
        goes_on = index + 1 not in taken and continues(units[index + 1])
        is_headline = _is_headline(unit, units[index + 1 :], title, goes_on=goes_on)
        return index if is_headline else None
    return None


def _is_letterhead(units: Sequence[Unit], index: int, taken: Mapping[int, str]) -> bool:
    """Whether an office names itself above its release: the headline stands below the date."""
    if index + 1 not in taken or not OFFICE.fullmatch(units[index].text):
        return False
    below = (i for i in range(index + 1, min(index + _LATEST, len(units))) if i not in taken)
    following = next(below, None)
    return following is not None and not units[following].ended and units[following].words > 1


def _is_headline(unit: Unit, below: Sequence[Unit], title: str | None, *, goes_on: bool) -> bool:
    if title and folded(title) == folded(unit.text):
        return True
    if len(unit.text) > _LONGEST or LISTED.match(unit.text) or _UNFINISHED.search(unit.text):
        return False
    if any(folded(unit.text) == folded(other.text) for other in below[:_SOON]):
        return True
    if unit.ended and not unit.text.endswith(("?", "!")):
        return bool(_ABBREVIATED.search(unit.text)) or _titled(unit.text)
    return not (goes_on or SENTENCES.search(unit.text))


def _titled(text: str) -> bool:
    """Whether One Sentence Is Written Like This, which no prose is: even its verb is capital."""
    words = re.findall(r"[^\W\d_][\w’']*", text)
    capital = sum(word[0].isupper() for word in words)
    small = all(word[0].isupper() or word in _SMALL for word in words)
    return small and capital >= _LEAST_TITLED and not SENTENCES.search(text)


def repeats(units: Sequence[Unit], headline: int) -> list[int]:
    """Where the headline stands again, also with the site's name behind it."""
    wanted = folded(units[headline].text)
    return [
        index
        for index, unit in enumerate(units)
        if (index != headline and folded(re.split(r"\s[|–—-]\s", unit.text)[0]) == wanted)
        or (index != headline and folded(unit.text) == wanted)
    ]
