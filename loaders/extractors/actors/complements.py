"""Whose a title is: the state, body or place named before it or after it."""

from collections.abc import Mapping
from functools import cache

from loaders.extractors.actors.gazetteer import Hit
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.titles import POSSESSIVE, title_words
from loaders.tables import rows

_LINKS = {"of", "for", "to"}
_SEATS = {"at", "with"}
_BESIDE = {"commander", "director", "president", "chairman", "chair", "head", "spokesman"}

_BODIES = ("org:", "named:", "body:")
_LONGEST = 4  # words of a region's name

Taken = Mapping[int, Hit]


@cache
def _regions() -> frozenset[str]:
    return frozenset(row[0] for row in rows("subdivisions"))


def possessor(page: Page, first: int, taken: Taken, head: str) -> Hit | None:
    """The state, body or region right before the title whose head is `head`."""
    i = first - 1
    if page.lower(i) in POSSESSIVE:
        i -= 1
    if page.lower(i) == ")" and page.lower(i - 2) == "(":
        i -= 3  # "the Harbour Union (HU) leader"
    hit = taken.get(i)
    regional = is_regional(page, first, head)
    if regional and (hit is None or hit.how == "place") and (start := _region(page, i)) <= i:
        return _placed(page, start, i + 1)
    usable = hit and hit.how in {"name", "demonym", "capital", "mission"}
    if hit is None or not usable or page.apart(hit.start, first):
        return None
    local = hit.how == "capital" and head in title_words("local")
    return _placed(page, hit.start, hit.end) if local else hit


def is_regional(page: Page, first: int, head: str) -> bool:
    """Whether a title can be of a town or region: governors, senators, attorneys general."""
    lawyer = page.lower(first) in {"attorney", "state"}
    return lawyer or head in title_words("regional") | title_words("local")


def _region(page: Page, i: int) -> int:
    """The first word of the town or region whose name ends at word `i`; `i` + 1 where none does."""
    known = _regions()
    for start in range(max(0, i - _LONGEST), i + 1):
        if page.text(start, i + 1) in known and not page.apart(start, i):
            return start
    start = i + 1
    while start and page.labels[start - 1] == "GPE" and page.words[start - 1].capital:
        start -= 1
    return start if start <= i and not page.apart(start, i) else i + 1


def region_at(page: Page, i: int) -> Hit | None:
    """The town or region that is named from word `i` on."""
    known = _regions()
    for end in range(min(len(page.words), i + _LONGEST), i, -1):
        if page.text(i, end) in known:
            return _placed(page, i, end)
    end = i
    while end < len(page.words) and page.labels[end] == "GPE" and page.words[end].capital:
        end += 1
    return _placed(page, i, end) if end > i else None


def _placed(page: Page, start: int, end: int) -> Hit:
    """A place as such; a capital's mayor is not the state's."""
    return Hit(start, end, "place", f"place:{page.text(start, end)}")


def complement(page: Page, i: int, taken: Taken) -> tuple[int, Hit | None, int]:
    """Where "of …" after the head ends, what it names, and where the title proper ends."""
    words = page.words
    beside = taken.get(i + 1) if page.lower(i) == "," else None
    if beside and beside.key.startswith(_BODIES) and _apposed(page, i, beside):
        return beside.end, beside, i
    linked = i + 1 < len(words) and words[i].lower in _LINKS | _SEATS
    if not linked or page.apart(i - 1, i + 1):
        return i, None, i
    at = i + 2 if words[i + 1].lower == "the" and i + 2 < len(words) else i + 1
    named = _named_after(page, i, at, taken)
    if named or words[i].lower in _SEATS:
        return named or (i, None, i)
    end = _served(page, at) if words[i].lower == "to" else _portfolio(page, at, taken)
    if end == at:
        return i, None, i
    further, of, cut = complement(page, end, taken)
    return (further, of, cut) if further > end else (end, None, end)


def _apposed(page: Page, i: int, body: Hit) -> bool:
    """Whether the body behind the title's comma is where the title is held: it ends the item."""
    if page.lower(i - 1) in _BESIDE:
        return True
    end = body.end
    closed = (
        end >= len(page.words) or page.apart(end - 1, end) or page.words[end].text in {"(", ";"}
    )
    return closed and page.words[i - 1].capital


def _named_after(page: Page, i: int, at: int, taken: Taken) -> tuple[int, Hit | None, int] | None:
    """What the link at word `i` leads to where it has a name that begins at word `at`."""
    hit, link = taken.get(at), page.lower(i)
    local = page.lower(i - 1) in title_words("local")
    if link in _SEATS:
        seated = hit and hit.start == at and hit.key.startswith(_BODIES)
        return (hit.end, hit, i) if hit and seated else None
    if hit and hit.how == "capital" and local:
        return hit.end, _placed(page, hit.start, hit.end), i
    if hit and hit.start == at and hit.how in {"name", "capital", "mission"}:
        if link == "to" or (link == "for" and page.lower(i - 1) == "envoy"):
            return hit.end, None, hit.end
        return hit.end, hit, i
    if hit and hit.how == "demonym" and page.lower(hit.end) in {"diplomacy", "government"}:
        return hit.end + 1, hit, i
    if local and hit is None and (end := _place(page, at)) > at:
        return end, _placed(page, at, end), i
    return None


def _served(page: Page, at: int) -> int:
    """The end of whom an aide serves: "Assistant to the President", "… to the Vice President"."""
    end = at
    while end < len(page.words) and page.lower(end) in {"vice", "prime", "deputy"}:
        end += 1
    served = page.lower(end) in {"president", "minister", "premier", "king", "queen"}
    return end + 1 if served else at


def _portfolio(page: Page, at: int, taken: Taken) -> int:
    """The end of the field after "of" or "for": "State", "Western Hemisphere Affairs"."""
    known = title_words("portfolio")
    end = at
    while end < len(page.words) and end not in taken and not page.apart(end - 1, end):
        word = page.words[end]
        joined = word.text in {"and", "-", "&", ","} and end > at
        if word.lower in known and (word.capital or not page.words[at - 1].capital):
            end += 1
        elif joined and page.lower(end + 1) in known and page.words[end + 1].capital:
            end += 2
        elif joined and page.lower(end + 1) == "and" and page.lower(end + 2) in known:
            end += 3
        elif word.lower == "the" and page.lower(end + 1) in known and end > at:
            end += 2
        else:
            break
    return end


def _place(page: Page, at: int) -> int:
    """The end of a town's name from word `at` on."""
    end = at
    while end < len(page.words) and page.words[end].capital and not page.apart(at, end):
        if page.labels[end] == "PERSON":
            break
        end += 1
    return end
