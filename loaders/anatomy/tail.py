"""What follows the last sentence: contacts up to the text's end, links, credits."""

import re
from collections.abc import Iterator, Mapping, Sequence

from loaders.anatomy.headline import LISTED
from loaders.anatomy.units import Unit
from loaders.facts import Skipped, Span

_PROSE = 8  # words that a sentence of the body has at least
_MOST_CONTACT = 25  # words of an address
_MOST = 14  # words of a link
_BARS = re.compile(r"[^|•·]{1,60}(?:\s?[|•·]\s?[^|•·]{1,60})+")
_LABEL = re.compile(r"[A-ZÀ-Þ][A-ZÀ-Þ ]{2,30}:\s.+")
_CREDIT = re.compile(
    r"[(\[](?i:(?:additional |further )?(?:reporting|writing|editing|edited|written|reported"
    r"|compiled|translated)) (?:and \w+ )?by [^()\[\]]{1,160}[)\]]\.?$"
)


def tail(units: Sequence[Unit], taken: Mapping[int, str]) -> dict[int, str]:
    """Why units behind the body are left out, by index, where nothing else has taken them."""
    last = _last_prose(units, taken)
    found = dict.fromkeys(_contacts(units, taken), "contact")
    for index in range(last + 1, len(units)):
        if last >= 0 and index not in taken and _is_link(units[index]):
            found.setdefault(index, "tail")
    return found


def _last_prose(units: Sequence[Unit], taken: Mapping[int, str]) -> int:
    """The index of the last unit that is a paragraph of the body; -1 where there is none."""
    prose = (i for i, unit in enumerate(units) if i not in taken and _is_prose(unit))
    return max(prose, default=-1)


def _is_prose(unit: Unit) -> bool:
    return unit.ended and unit.words >= _PROSE


def _contacts(units: Sequence[Unit], taken: Mapping[int, str]) -> Iterator[int]:
    """All below a contact line at the end of the body, up to prose."""
    first = next((i for i, unit in enumerate(units) if i not in taken and _is_prose(unit)), None)
    inside = False
    for index, unit in enumerate(units):
        if first is None or index <= first:
            continue
        free = index not in taken
        inside = taken.get(index) == "contact" or (inside and not (free and _is_prose(unit)))
        inside = inside and unit.words <= _MOST_CONTACT
        if inside and free:
            yield index


def _is_link(unit: Unit) -> bool:
    if unit.ended or unit.words > _MOST or LISTED.match(unit.text):
        return False
    return _BARS.fullmatch(unit.text) is not None or _LABEL.fullmatch(unit.text) is not None


def closing_credits(units: Sequence[Unit], taken: Mapping[int, str]) -> Iterator[Skipped]:
    """Who reported and edited, in brackets at the end of the last paragraph."""
    last = max((i for i in range(len(units)) if i not in taken), default=None)
    found = _CREDIT.search(units[last].text) if last is not None else None
    if last is not None and found is not None:
        start = units[last].span.start
        yield Skipped(Span(start + found.start(), start + found.end()), "source")
