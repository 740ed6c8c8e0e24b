"""Whose a title is: the state, body or place named before it or after it."""

from collections.abc import Mapping
from functools import cache

from loaders.extractors.actors.gazetteer import Hit, organizations
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.portfolios import portfolio
from loaders.extractors.actors.titles import POSSESSIVE, title_words
from loaders.tables import rows

_LINKS = {"of", "for", "to", "from"}
_SEATS = {"at", "with"}
_BESIDE = {"commander", "director", "president", "chairman", "chair", "head", "spokesman"}

_BODIES = ("org:", "named:", "body:")
_LONGEST = 4  # words of a region's name
_FEW = 3  # words such as "ruling" before a body's name
_LOCAL_FORCES = {"police", "fire", "county", "provincial", "district", "city", "municipal"}

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
    if regional and hit and _is_party(hit):  # "Texas Republican Senator": a party has no senators
        return possessor(page, hit.start, taken, head)
    if regional and (hit is None or hit.how == "place") and (start := _region(page, i)) <= i:
        return _placed(page, start, i + 1)
    usable = hit and hit.how in {"name", "demonym", "capital", "mission"}
    if hit is None or not usable or page.apart(hit.start, first):
        return None
    local = hit.how == "capital" and head in title_words("local")
    return _placed(page, hit.start, hit.end) if local else hit


def is_regional(page: Page, first: int, head: str) -> bool:
    """Whether a title can be of a town or region: governors, senators, attorneys general."""
    told = page.lower(first) in {"attorney", "state"}
    force = head in {"chief", "commander"} and page.lower(first) in _LOCAL_FORCES
    return told or force or head in title_words("regional") | title_words("local")


def past_party(page: Page, first: int, taken: Taken, head: str) -> int:
    """Where a legislator's title begins with the party before it: "Republican senator"."""
    hit = taken.get(first - 1)
    told = hit and _is_party(hit) and is_regional(page, first, head)
    return hit.start if hit and told and not page.apart(hit.start, first) else first


def _is_party(hit: Hit) -> bool:
    known = organizations().get(hit.key)
    return known is not None and known.kind == "party"


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
    if named or words[i].lower in _SEATS | {"from"}:
        return named or (i, None, i)
    end = _served(page, at) if words[i].lower == "to" else portfolio(page, at, taken)
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
    at = _past_adjectives(page, at, taken)
    hit, link = taken.get(at), page.lower(i)
    if link == "from":
        return _located(page, i, at)
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
    if hit is not None:
        return None
    if local and (end := _place(page, at)) > at:
        return end, _placed(page, at, end), i
    return _located(page, i, at)


def _past_adjectives(page: Page, at: int, taken: Taken) -> int:
    """The body's name behind small words that tell its kind: "of the ruling Unity Party"."""
    for end in range(at, min(at + _FEW, len(page.words)) + 1):
        hit = taken.get(end)
        if hit and hit.start == end and hit.key.startswith(_BODIES):
            return end
        small = end < len(page.words) and page.words[end].text.islower()
        if not small or page.tokens[end].pos_ not in {"ADJ", "NOUN", "VERB"}:
            break
    return at


def _located(page: Page, i: int, at: int) -> tuple[int, Hit | None, int] | None:
    """The region that an official is of ("police chief of Lundia") or an envoy is sent to."""
    link, before = page.lower(i), page.lower(i - 1)
    if link == "to" and before in {"envoy", "ambassador"}:
        end = _place(page, at) if page.labels[at] in {"GPE", "LOC"} else at
        return (end, None, end) if end > at else None
    region = before in title_words("regional") or page.lower(i - 2) in _LOCAL_FORCES
    hit = region_at(page, at) if region and link != "to" else None
    return (hit.end, hit, i) if hit else None


def _served(page: Page, at: int) -> int:
    """The end of whom an aide serves: "Assistant to the President", "… to the Vice President"."""
    end = at
    while end < len(page.words) and page.lower(end) in {"vice", "prime", "deputy"}:
        end += 1
    served = page.lower(end) in {"president", "minister", "premier", "king", "queen"}
    return end + 1 if served else at


def _place(page: Page, at: int) -> int:
    """The end of a town's name from word `at` on."""
    end = at
    while end < len(page.words) and page.words[end].capital and not page.apart(at, end):
        if page.labels[end] == "PERSON":
            break
        end += 1
    return end
