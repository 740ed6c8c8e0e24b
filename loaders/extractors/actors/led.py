"""Bodies that no table knows, by the offices held there: "director of NAME", "NAME founder X"."""

from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.items import listed_lines
from loaders.extractors.actors.organizations import OPENERS, is_generic
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.runs import is_given, is_rank, not_names
from loaders.extractors.actors.titles import is_head, singular, title_words
from loaders.extractors.actors.units import is_noun
from loaders.facts import ActorType

_LINKS = {"of", "at", "for", "with"}
_ANYWHERE = {"at", "with"}  # links that no field of work follows
_INNER = {"of", "for", "and", "&", "-", "–", "on", "de", "the"}
_ELSEWHERE = {"PERSON", "GPE", "LOC", "NORP", "FAC", "DATE", "TIME", "EVENT", "LAW", "LANGUAGE"}
_CLOSERS = {"(", ")", ";"}
_MOST = 9  # words of a body's name


def find_led(page: Page, hits: list[Hit]) -> tuple[list[Hit], dict[str, Entity]]:
    """Capitalized names that a title of those who run or serve bodies belongs to."""
    taken = {i for hit in hits for i in range(hit.start, hit.end)}
    lines = listed_lines(page, taken)
    found: list[tuple[int, int]] = []
    for i, word in enumerate(page.words):
        if i in taken or not is_head(word):
            continue
        runs = singular(word.lower) in title_words("running")
        name = (_after(page, i, taken) or _before(page, i, taken)) if runs else None
        if name is None and word.line in lines:
            name = _beside(page, i, taken)
        if name:
            found.append(name)
    hits_found = [Hit(s, e, "name", f"named:{page.text(s, e)}") for s, e in found]
    return hits_found, {
        hit.key: Entity(hit.key, hit.key.partition(":")[2], ActorType.ORGANIZATION, "led")
        for hit in hits_found
    }


def _after(page: Page, i: int, taken: set[int]) -> tuple[int, int] | None:
    """The name in "director of NAME", "a professor at NAME"."""
    link = page.lower(i + 1)
    start = i + 3 if page.lower(i + 2) == "the" else i + 2
    if link not in _LINKS or start >= len(page.words) or page.apart(i, start) or start in taken:
        return None
    end = name_end(page, start)
    if end == start or not is_body(page, start, end):
        return None
    if end - start == 1 and link == "for" and not page.words[start].text.isupper():
        return None  # "an attorney for Lund"
    body = link in _ANYWHERE or page.words[i].text.islower() or _labelled(page, start, end)
    return (start, end) if body else None


def _before(page: Page, i: int, taken: set[int]) -> tuple[int, int] | None:
    """The name in "NAME founder Anna Lund": the title in small letters, a person behind it."""
    after = page.words[i + 1] if i + 1 < len(page.words) else None
    if not page.words[i].text.islower() or after is None or page.apart(i, i + 1):
        return None
    if not (after.capital or is_rank(after)):
        return None
    start = i
    while start and _in_name(page, start - 1) and not page.apart(start - 1, i):
        start -= 1
    if start == i or taken & set(range(start, i)) or not _labelled(page, start, i):
        return None
    return (start, i) if is_body(page, start, i) else None


def _beside(page: Page, i: int, taken: set[int]) -> tuple[int, int] | None:
    """The name that ends the line of a list: "Anna Lund, Director, NAME"."""
    start = i + 2
    if page.lower(i + 1) != "," or start >= len(page.words) or page.apart(i, start):
        return None
    end = name_end(page, start)
    if start in taken or end == start or not _closed(page, end) or not is_body(page, start, end):
        return None
    return start, end


def _closed(page: Page, i: int) -> bool:
    """Whether an item of a list ends before word `i`."""
    if i >= len(page.words) or page.apart(i - 1, i) or page.words[i].text in _CLOSERS:
        return True
    return page.words[i].text == "." and (i + 1 >= len(page.words) or page.apart(i, i + 1))


def _in_name(page: Page, i: int) -> bool:
    word = page.words[i]
    numbered = word.text[0].isdigit() and word.glued  # "EB-5"
    named = (word.capital or numbered) and word.text[0].isalnum() and word.lower not in OPENERS
    return named and not is_rank(word) and not is_head(word)


def name_end(page: Page, i: int) -> int:
    """The end of the capitalized words from word `i` on, small links between them or not."""
    end = last = i
    while end < len(page.words) and end - i < _MOST and not page.apart(i, end):
        if _in_name(page, end) and (end == i or not is_given(page.words[end].text)):
            last = end + 1
        elif page.lower(end) not in _INNER or end == i:
            break
        end += 1
    return last


def is_body(page: Page, start: int, end: int) -> bool:
    """Whether the words can name a body: no place, person or field of work."""
    words = page.words[start:end]
    fields = title_words("portfolio") | title_words("modifier") | {"and", "of", "the", "&", "for"}
    if all(w.lower in fields for w in words) or len(words[0].text) == 1:
        return False
    if all(is_generic(w) for w in words):
        return False
    if any(is_noun(w) for w in words):
        return True
    common = words[0].lower in not_names() and len(words) == 1
    return not common and page.labels[start] not in _ELSEWHERE and not is_given(words[0].text)


def _labelled(page: Page, start: int, end: int) -> bool:
    """Whether the recognizer calls it an organization, or the words say so."""
    labels = set(page.labels[start:end])
    return "ORG" in labels or any(is_noun(w) for w in page.words[start:end])
