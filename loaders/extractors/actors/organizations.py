"""Organizations that no table knows, by the nouns in their names."""

from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.runs import is_rank
from loaders.extractors.actors.starts import given_names
from loaders.extractors.actors.titles import POSSESSIVE, is_head, singular, title_words
from loaders.extractors.actors.units import (
    is_noun,
    is_ordinal,
    is_owners,
    numbered,
    office_end,
)
from loaders.facts import ActorType
from loaders.naming import fold
from loaders.reading.names import Word
from loaders.tables import terms

_LINKS = {"of", "for", "on", "in", "to"}
_INNER = {"the"}
_FULL = 3  # words of a name that may all be common ones
_SERVICES = {"authority", "agency", "commission", "council", "department", "service"} | {
    "directorate",
    "bureau",
    "office",
    "administration",
}
_SURNAMES = {"chambers", "church", "house", "post"}  # nouns of bodies that people are called too
_CALENDAR = frozenset(
    [
        "january",
        "february",
        "march",
        "april",
        "may",
        "june",
        "july",
        "august",
        "september",
        "october",
        "november",
        "december",
        "monday",
        "tuesday",
        "wednesday",
        "thursday",
        "friday",
        "saturday",
        "sunday",
        "no",
    ]
)
OPENERS = frozenset(
    [
        "the",
        "a",
        "an",
        "this",
        "that",
        "these",
        "our",
        "their",
        "its",
        "his",
        "her",
        "both",
        "all",
        "some",
        "any",
        "each",
        "in",
        "on",
        "at",
        "by",
        "for",
        "from",
        "with",
        "after",
        "before",
        "during",
        "while",
        "when",
        "as",
        "and",
        "but",
        "or",
        "if",
        "since",
        "under",
    ]
)


def find_named(page: Page, hits: list[Hit]) -> tuple[list[Hit], dict[str, Entity]]:
    """Capitalized names around an organization's noun: "House Committee on Foreign Affairs"."""
    places = {i for h in hits if h.how == "place" for i in range(h.start, h.end)}
    states = {h.start: h.end for h in hits if h.key.startswith("state:") and h.how == "name"}
    known = {h.end - 1: h.end for h in hits if h.key.startswith("org:")}
    found: list[Hit] = []
    entities: dict[str, Entity] = {}
    i = 0
    while i < len(page.words):
        if not is_noun(page.words[i]) or i in places:
            i += 1
            continue
        start, end = _left(page, i), _right(page, i)
        if i in known and page.lower(known[i]) in {"on", "for"}:
            end = known[i]  # "the European Commission on fish": a statement on it
        if end in states and not page.apart(end - 1, end) and page.lower(end - 1) != "team":
            end = states[end]
        name = page.text(start, end)
        generic = _goes_on(page, end) or _tells_nothing(page, start, end)
        if end - start > 1 and not (name.isupper() or generic or _personal(page, start, end)):
            key = f"named:{name}"
            found.append(Hit(start, end, "name", key))
            entities[key] = Entity(key, name, ActorType.ORGANIZATION, page.words[i].lower)
        i = max(end, i + 1)
    return found, entities


def _tells_nothing(page: Page, start: int, end: int) -> bool:
    """Whether the words name no body of their own; a state's "Civil Defense Authority" is one."""
    if not all(is_generic(w) for w in page.words[start:end]):
        return False
    owned = page.lower(start - 1) in POSSESSIVE and end - start >= _FULL
    return not (owned and page.lower(end - 1) in _SERVICES)


def _personal(page: Page, start: int, end: int) -> bool:
    """Whether the words are a person's name that ends like a body's: "Anna Chambers"."""
    told = all(label == "PERSON" for label in page.labels[start:end])
    short = end - start == 2 and page.lower(end - 1) in _SURNAMES
    return told and short and fold(page.words[start].text) in given_names()


def _announces(page: Page, i: int) -> bool:
    """Whether word `i` is a headline's verb: "Lund Announces Delegation"."""
    return page.tokens[i].tag_ == "VBZ" and page.words[i].lower.endswith("s")


def _part(word: Word) -> bool:
    if word.lower in _CALENDAR or (is_head(word) and not _trade(word)) or _is_title(word):
        return False
    return (word.capital and any(c.isalpha() for c in word.text)) or is_ordinal(word)


def _trade(word: Word) -> bool:
    """Whether the word names people of a trade, as in unions of them: "Nurses", "Student"."""
    lower = word.lower
    return lower == "student" or (lower.endswith("s") and singular(lower) in title_words("loose"))


def _goes_on(page: Page, end: int) -> bool:
    """Whether a further capitalized noun follows, so that the name means something else."""
    if end >= len(page.words) or page.apart(end - 1, end):
        return False
    word = page.words[end]
    named = page.labels[end] == "PERSON" or fold(word.text) in given_names()
    return word.capital and word.text.isalpha() and not (named or is_head(word) or is_rank(word))


def _is_title(word: Word) -> bool:
    return is_rank(word) and not is_noun(word) and word.lower not in title_words("loose")


def is_generic(word: Word) -> bool:
    """Whether the word says nothing of which body it is: "Armed Forces", "Task Force"."""
    nouns = terms("organization_nouns", "noun") | terms("organization_nouns", "generic")
    return word.lower in nouns or word.text.startswith("U.S")


def _left(page: Page, i: int) -> int:
    words, noun = page.words, i
    while i and not page.apart(i - 1, i):
        before = words[i - 1]
        if before.text in {"-", "–"} and before.glued and words[i].glued and i > 1:
            if not _part(words[i - 2]):
                return i + 1 if words[i - 2].text.islower() and i < noun else i
            i -= 2
        elif is_owners(page, i - 1):
            i -= 2
        elif _announces(page, i - 1):
            break
        elif (_part(before) and before.lower not in OPENERS) or (
            before.lower in _LINKS | _INNER and i > 1 and _noun_before(page, i - 1)
        ):
            i -= 1
        elif before.text in {"and", "&"} and (start := _chamber(page, i - 1)) is not None:
            i = start
        else:
            break
    while words[i].lower in OPENERS | _LINKS | _INNER or words[i].text in {"-", "–"}:
        i += 1
    return i


def _chamber(page: Page, i: int) -> int | None:
    """Where the name of a chamber's committee begins whose fields "and" at word `i` joins."""
    start = i
    while start and page.words[start - 1].capital and not page.apart(start - 1, start):
        start -= 1
        if page.words[start].text in {"House", "Senate"}:
            return start
    return None


def _noun_before(page: Page, i: int) -> bool:
    """Whether an organization's noun ends right before the link at word `i`."""
    while i and page.words[i].lower in _LINKS | _INNER:
        i -= 1
    return is_noun(page.words[i]) and page.words[i].lower not in {"times", "post"}


def _right(page: Page, i: int) -> int:
    words = page.words
    end, complete = numbered(page, i + 1), False
    while end < len(words) and not page.apart(end - 1, end):
        word = words[end]
        if is_noun(word):
            end = numbered(page, end + 1)
        elif word.lower == "of" or (word.lower in {"for", "on"} and _on(page, end - 1)):
            office = page.lower(end - 1) == "office" and word.lower == "of"
            if office and (last := office_end(page, end + 1)) > end:
                return last
            after = end + 1
            while after < len(words) and words[after].lower == "the":
                after += 1
            if after >= len(words) or not _part(words[after]) or page.apart(end, after):
                break
            if complete and not is_noun(words[end - 1]):
                break
            end, complete = _through(page, after), True
        elif complete and word.lower == "for" and _on(page, i):
            last = _through(page, end + 1)
            end = last if last > end + 1 else end
            break
        else:
            break
    return end


def _on(page: Page, i: int) -> bool:
    """Whether the body deals with something: "Committee on Foreign Affairs"."""
    force = page.lower(i) == "force" and page.lower(i - 1) == "task"
    return force or page.lower(i) in terms("organization_nouns", "for")


def _continues(page: Page, i: int) -> bool:
    """Whether a hyphen or "and" at word `i` goes on with the name."""
    word = page.words[i]
    if word.text in {"-", "–"}:
        return word.glued and i + 1 < len(page.words) and page.words[i + 1].glued
    if is_owners(page, i):
        return i + 1 < len(page.words) and page.words[i + 1].capital
    return word.text in {"and", "&"} and _joins(page, i + 1)


def _joins(page: Page, i: int) -> bool:
    """Whether "and" before word `i` joins a field to a field, not a body to another body."""
    end = i
    while end < len(page.words) and not page.apart(end - 1, end) and _part(page.words[end]):
        if is_noun(page.words[end]):
            return False
        end += 1
    return end > i


def _through(page: Page, i: int) -> int:
    """The end of the capitalized words from `i` on; "and" joins the last two, a person ends it."""
    words = page.words
    named = False
    while i < len(words) and not page.apart(i - 1, i) and page.labels[i] != "PERSON":
        if named and not is_noun(words[i]) and fold(words[i].text) in given_names():
            break
        if _part(words[i]):
            named = named or is_noun(words[i])
            i += 1
        elif _continues(page, i):
            i += 2
        else:
            break
    return i
