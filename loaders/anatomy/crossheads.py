"""Headlines as sub-headings, in capitals, in quotation marks or bare: nothing is read from them."""

import re
from collections.abc import Iterator, Mapping, Sequence

from loaders.anatomy.headline import LISTED, SENTENCES
from loaders.anatomy.units import Unit, continues
from loaders.facts import Skipped, Span

REASON = "cross-head"
_LONGEST = 15  # words; a longer line without a full stop is careless prose
_PROSE = 8  # words that a paragraph below a cross-head has at least
_QUOTED = re.compile(r"[“\"„«‘][^”\"»]*[”\"“»’]")
_SAYS = re.compile(r"\b(?:said|says|told|stated|added|stressed|noted|claim(?:s|ed)|asked)\b")
_OPEN_END = re.compile(r"[,;:–—-]$")
_SHOUTED_HEAD = re.compile(r"[“\"„«][^”\"»\n]{8,200}[”\"»](?=\s+[A-Z][a-z])")
TURN = re.compile(r"[^a-z:]+:\s.*(?:[a-z]|[.!?]$)")  # in a transcript: "THE PRESIDENT: Yes."
_MOST_SHOUTED = 0.5  # an article in capitals has no cross-heads that show by them
_TITLE_WORDS = 3


def crossheads(units: Sequence[Unit], taken: Mapping[int, str]) -> Iterator[Skipped]:
    """The cross-heads among the units that nothing else has taken."""
    shouting = sum(unit.shouted for unit in units) > _MOST_SHOUTED * len(units)
    for index, unit in enumerate(units):
        if index in taken:
            continue
        if not shouting and (head := _head_of_paragraph(unit)):
            yield Skipped(head, REASON)
        elif _is_crosshead(units, index, taken, shouting):
            yield Skipped(unit.span, REASON)


def _is_crosshead(
    units: Sequence[Unit], index: int, taken: Mapping[int, str], shouting: bool
) -> bool:
    unit = units[index]
    if LISTED.match(unit.text) or _OPEN_END.search(unit.text) or unit.words > _LONGEST * 2:
        return False
    if TURN.match(unit.text):
        return False
    if unit.shouted and not shouting:
        return unit.words > 1
    if unit.ended or unit.words > _LONGEST or not (unit.text[0].isupper() or _quoted(unit)):
        return False
    if SENTENCES.search(unit.text):
        return False
    return _stands_alone(units, index, taken) and (_quoted(unit) or not _speaks(unit))


def _quoted(unit: Unit) -> bool:
    return _QUOTED.fullmatch(unit.text) is not None


def _speaks(unit: Unit) -> bool:
    return _SAYS.search(unit.text) is not None


def _stands_alone(units: Sequence[Unit], index: int, taken: Mapping[int, str]) -> bool:
    """Prose above that doesn't lead to it, prose below that starts anew: no item of a list."""
    below = next((units[i] for i in range(index + 1, len(units)) if i not in taken), None)
    above = next((units[i] for i in range(index - 1, -1, -1) if i not in taken), None)
    if below is None or not below.ended or below.words < _PROSE or continues(below):
        return False
    return above is None or above.ended or (above.words > _LONGEST and above.text[-1] != ":")


def _head_of_paragraph(unit: Unit) -> Span | None:
    """A quotation in capitals that runs into its paragraph for want of a line break."""
    found = _SHOUTED_HEAD.match(unit.text)
    if found is None or len(found.group().split()) < _TITLE_WORDS:
        return None
    if any(c.islower() for c in found.group()):
        return None
    return Span(unit.span.start, unit.span.start + found.end())
