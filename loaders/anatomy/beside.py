"""What stands beside the date on a line of its own: places, offices, outlets, credits, times."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from loaders.anatomy.headline import OFFICE
from loaders.anatomy.places import is_country, is_place
from loaders.anatomy.units import Unit
from loaders.facts import Span
from loaders.tables import rows

_MOST = 8  # words that say neither place, time nor label: a section, an author
_MOST_BEHIND = 3  # of them right behind a date without a bar between
_MOST_BEFORE = 6  # of them before it: an outlet, a camp
_TIME = (
    r"\d{1,2}[:.h]\d\d(?:[:.]\d\d)?\s?(?:[AaPp]\.?[Mm]\.?|Uhr\b|hrs?\b|hours\b)?"
    r"(?:\s?(?:[A-Z]{2,5}|\([A-Z]{2,5}\))(?:[+-]\d+)?)?"
)
_LABEL = re.compile(
    r"\b(?i:(?:first |last |originally )?"
    r"(?:date )?(?:published|posted|updated|modified|created|issued|released)(?: on the)?"
    r"|date(?:line)?|on|at|by|in|unique id)\b\s*:?"
    rf"|{_TIME}|[|·•,;:()\[\]–—/]|-(?!\w)|(?<!\w)-|\d+ (?:min(?:ute)?s? read)"
)
_BAR = re.compile(r"[|·•]")
_FIELD = re.compile(r"\s*[|·•–—]\s*|\s-\s")
_CREDIT = re.compile(r"(?i:(?:translated|compiled|edited|written|reported|photographed) by\b.*)")
_SMALL = frozenset({"of", "the", "for"}) | {word for word, *_ in rows("name_particles")}
_WORD = re.compile(r"[^\W\d_][\w.’'&-]*")


@dataclass(frozen=True)
class Beside:
    """The parts of a line around its date; `before` and `behind` are the words on both sides."""

    before: str
    behind: str
    places: tuple[str, ...]
    others: tuple[str, ...]
    offices: tuple[str, ...]

    def loose(self, below: bool) -> bool:
        """Whether the other parts are such as a date line has: no sentence, no headline."""
        if self.behind.endswith(":") or any(other[0].islower() for other in self.others):
            return False
        words = sum(len(other.split()) for other in self.others)
        if _BAR.search(self.before + self.behind):
            return words <= _MOST
        headed = re.match(r"\s?:\s", self.behind)  # "May 3, 2022: Ministers agree" is a headline
        if headed or not self._leads():
            return not headed and below and words <= _MOST_BEFORE and _names(self.before)
        separate = re.match(r"\s?[-–—,;]", self.behind)
        return words <= (_MOST if separate else _MOST_BEHIND)

    def _leads(self) -> bool:
        """Whether nothing else stands before the date."""
        return not any(part in self.others for part in _parts(self.before))


def beside(text: str, unit: Unit, dates: Sequence[Span]) -> Beside:
    """What the line says around its dates."""
    starts = [unit.span.start, *(date.end for date in dates)]
    ends = [*(date.start for date in dates), unit.span.end]
    pieces = [text[start:end] for start, end in zip(starts, ends, strict=True)]
    fields = [field.strip(" ,;.") for piece in pieces for field in _FIELD.split(piece)]
    offices = [_without_city(field) for field in fields if OFFICE.fullmatch(field)]
    said = [field for field in fields if not OFFICE.fullmatch(field)]
    said += [city for _, city in offices if city]
    parts = [p for field in said if not _CREDIT.fullmatch(field) for p in _parts(field)]
    return Beside(
        pieces[0],
        text[dates[0].end : unit.span.end],
        tuple(part for part in parts if is_place(part)),
        tuple(part for part in parts if not is_place(part)),
        tuple(office for office, _ in offices),
    )


def _without_city(office: str) -> tuple[str, str]:
    """An office and the city behind it; the country behind it is a part of its name."""
    name, comma, last = office.rpartition(",")
    city = last.strip()
    inside = comma and is_place(city) and not is_country(city)
    return (name, city) if inside else (office, "")


def _parts(words: str) -> list[str]:
    return [part.strip(" .") for part in _LABEL.split(words) if part.strip(" .")]


def _names(words: str) -> bool:
    """Whether there are names alone: "Daily Rail – Oslo," but no "Ann Ode and Bo Ulm in"."""
    found = _WORD.findall(words)
    return all(word[0].isupper() or word.lower() in _SMALL for word in found)
