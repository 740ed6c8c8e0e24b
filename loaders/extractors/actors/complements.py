"""Whose a title is: the state, body or place named before it or after it."""

from collections.abc import Mapping

from loaders.extractors.actors.gazetteer import Hit
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.titles import POSSESSIVE, title_words

_LINKS = {"of", "for", "to"}
_BESIDE = {"commander", "director", "president", "chairman", "chair", "head", "spokesman"}

Taken = Mapping[int, Hit]


def possessor(page: Page, first: int, taken: Taken) -> Hit | None:
    """The state or body right before the title."""
    i = first - 1
    if page.lower(i) in POSSESSIVE:
        i -= 1
    hit = taken.get(i)
    usable = hit and hit.how in {"name", "demonym", "capital", "mission"}
    if hit is None or not usable or page.apart(hit.start, first):
        return None
    local = hit.how == "capital" and page.lower(first) in title_words("local")
    return _town(page, hit) if local else hit


def _town(page: Page, hit: Hit) -> Hit:
    """A capital as the town that it is: its mayor is not the state's."""
    return Hit(hit.start, hit.end, "place", f"place:{page.text(hit.start, hit.end)}")


def complement(page: Page, i: int, taken: Taken) -> tuple[int, Hit | None, int]:
    """Where "of …" after the head ends, what it names, and where the title proper ends."""
    words = page.words
    if i < len(words) and words[i].text == "," and page.lower(i - 1) in _BESIDE:
        beside = taken.get(i + 1)
        if beside and beside.key.startswith(("org:", "named:", "body:")):
            return beside.end, beside, i
    if i + 1 >= len(words) or words[i].lower not in _LINKS or page.apart(i - 1, i + 1):
        return i, None, i
    at = i + 2 if words[i + 1].lower == "the" and i + 2 < len(words) else i + 1
    hit = taken.get(at)
    if hit and hit.how == "capital" and page.lower(i - 1) in title_words("local"):
        return hit.end, _town(page, hit), i
    if hit and hit.start == at and hit.how in {"name", "capital", "mission"}:
        if words[i].lower == "to" or (words[i].lower == "for" and words[i - 1].lower == "envoy"):
            return hit.end, None, hit.end
        return hit.end, hit, i
    if hit and hit.how == "demonym" and page.lower(hit.end) in {"diplomacy", "government"}:
        return hit.end + 1, hit, i
    if page.lower(i - 1) in title_words("local") and at not in taken and _place(page, at) > at:
        return _place(page, at), Hit(at, _place(page, at), "place", _named_place(page, at)), i
    end = _served(page, at) if words[i].lower == "to" else _portfolio(page, at, taken)
    if end == at:
        return i, None, i
    further, of, cut = complement(page, end, taken)
    return (further, of, cut) if further > end else (end, None, end)


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


def _named_place(page: Page, at: int) -> str:
    return f"place:{page.text(at, _place(page, at))}"
