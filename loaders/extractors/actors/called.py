"""Bodies that a common noun beside their name tells: "the rebel group NAME", "NAME newspaper"."""

from collections.abc import Container, Iterator

from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.led import is_body, name_end
from loaders.extractors.actors.organizations import OPENERS
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.runs import is_given, not_names
from loaders.extractors.actors.titles import is_head
from loaders.facts import ActorType
from loaders.tables import terms

_ELSEWHERE = {"GPE", "NORP", "LOC", "DATE", "TIME", "EVENT", "LAW", "LANGUAGE", "FAC", "ORDINAL"}
_MOST = 5  # words of a name before its noun


def find_called(page: Page, covered: Container[int]) -> tuple[list[Hit], dict[str, Entity]]:
    """Capitalized names right behind or before such a noun, and all their other mentions."""
    told: dict[str, str] = {}
    for i, word in enumerate(page.words):
        if word.text in terms("calling_nouns", "before") and (name := _behind(page, i, covered)):
            told.setdefault(page.text(*name), word.text)
        if word.text in terms("calling_nouns", "behind") and (name := _ahead(page, i, covered)):
            told.setdefault(page.text(*name), word.text)
    found = list(_mentions(page, sorted(told), covered))
    return found, {
        f"named:{name}": Entity(f"named:{name}", name, ActorType.ORGANIZATION, noun)
        for name, noun in told.items()
    }


def _behind(page: Page, i: int, covered: Container[int]) -> tuple[int, int] | None:
    """The name right behind word `i`: "the company NAME"."""
    start = i + 1
    if start >= len(page.words) or page.apart(i, start):
        return None
    if not (page.words[start].capital or _article(page, start)):
        return None
    end = _through(page, start)
    for k in range(start + 1, end):
        if page.lower(k) == "and" and page.labels[min(k + 1, end - 1)] in _ELSEWHERE:
            end = k  # "the party Green Dawn and Malta"
            break
    return (start, end) if _fits(page, start, end, covered) else None


def _ahead(page: Page, i: int, covered: Container[int]) -> tuple[int, int] | None:
    """The name right before word `i`: "NAME newspaper", which no sentence opens alone."""
    start = i
    while start and i - start < _MOST and _in_name(page, start - 1, i):
        start -= 1
    while start < i and not _opens(page, start):
        start += 1
    opens = start == i - 1 and (start == 0 or page.lower(start - 1) in {".", '"', "“"})
    plain = opens and page.words[start].lower in not_names()
    labelled = "ORG" in page.labels[start:i] or page.words[i].text in terms("calling_nouns", "sure")
    return (start, i) if labelled and not plain and _fits(page, start, i, covered) else None


def _opens(page: Page, i: int) -> bool:
    word = page.words[i]
    return (word.capital and word.lower not in OPENERS) or _article(page, i)


def _article(page: Page, i: int) -> bool:
    """Whether word `i` is the Arabic article: "al-Narva"."""
    after = page.words[i + 1] if i + 1 < len(page.words) else None
    return page.words[i].lower in {"al", "el"} and after is not None and after.text == "-"


def _through(page: Page, start: int) -> int:
    """The end of the name that begins at word `start`, articles in it or not."""
    end = start + 2 if _article(page, start) else start
    end = name_end(page, end)
    while end + 2 < len(page.words) and _article(page, end) and not page.apart(start, end + 2):
        end = name_end(page, end + 2)
    return end


def _in_name(page: Page, i: int, end: int) -> bool:
    word = page.words[i]
    if page.apart(i, end) or is_head(word):
        return False
    return word.capital or (word.text == "-" and word.glued) or _article(page, i)


def _fits(page: Page, start: int, end: int, covered: Container[int]) -> bool:
    """Whether the words can be such a body's name: no person's, place's or day's."""
    if start >= end or any(k in covered for k in range(start, end)):
        return False
    first = page.words[start]
    person = is_given(first.text) and page.labels[start] == "PERSON"
    if person or set(page.labels[start:end]) & _ELSEWHERE:
        return False
    if end - start == 1 and (first.lower in not_names() or len(first.text) < len("Uno")):
        return False
    return is_body(page, start, end) or page.labels[start] == "PERSON"


def _mentions(page: Page, names: list[str], covered: Container[int]) -> Iterator[Hit]:
    """Where the names stand, the longest first."""
    sizes = {name: len(name.split()) for name in names}
    taken: set[int] = set()
    for name in sorted(names, key=lambda n: (-len(n), n)):
        first = name.split()[0].split("-")[0]  # words are finer than the name's own
        for i, word in enumerate(page.words):
            if word.text != first or i in taken or i in covered:
                continue
            end = _end(page, i, name, sizes[name])
            if end and taken.isdisjoint(range(i, end)):
                taken.update(range(i, end))
                yield Hit(i, end, "name", f"named:{name}")


def _end(page: Page, i: int, name: str, size: int) -> int:
    """The end of the name that begins at word `i`; 0 where it doesn't."""
    for end in range(i + 1, min(i + 3 * size + 1, len(page.words)) + 1):
        if page.text(i, end) == name:
            return 0 if page.apart(i, end - 1) else end
    return 0
