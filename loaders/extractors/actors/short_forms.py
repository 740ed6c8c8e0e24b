"""Names shortened after their first use: "the Supreme Court", abbreviations in brackets."""

from dataclasses import replace

from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.page import Page
from loaders.facts import ActorType
from loaders.tables import wide

_GENERIC = {"court", "parliament", "police", "ministry"}  # every state has one of that name
_LONGEST = 12  # letters of an abbreviation


def bind_short(page: Page, hits: list[Hit], entities: dict[str, Entity]) -> list[Hit]:
    """Hits whose words are only a part of a fuller name before them mean the fuller one.

    A body that the table knows by these words is itself: "the United Nations" is no council.
    """
    texts: dict[str, set[str]] = {}
    first: dict[str, int] = {}
    for hit in hits:
        if hit.how == "name" and entities[hit.key].type is ActorType.ORGANIZATION:
            texts.setdefault(hit.key, set()).add(page.text(hit.start, hit.end))
            first[hit.key] = min(hit.start, first.get(hit.key, hit.start))
    fuller = {
        short: full
        for short, own in texts.items()
        for full, others in sorted(texts.items())
        if short != full
        and (not short.startswith("org:") or entities[short].kind in _GENERIC)
        and first[full] < first[short]
        and all(_within(text, others) for text in own)
    }
    return [replace(h, key=fuller[h.key]) if h.key in fuller else h for h in hits]


def _within(text: str, others: set[str]) -> bool:
    """Whether the words, two at least, begin or end a longer name or leave out a part of it."""
    if " " not in text:
        return False
    return any(
        other != text
        and (other.startswith(text + " ") or other.endswith(" " + text) or _leaves_out(text, other))
        for other in others
    )


def _leaves_out(text: str, other: str) -> bool:
    """Whether one of several fields is named: "Trade Committee" of "House Trade and Aid …"."""
    short, full = text.split(), other.split()
    head, *fields = reversed(short)
    rest = iter(reversed(full[:-1]))
    return "and" in full and head == full[-1] and all(word in rest for word in fields)


def abbreviations(page: Page, hits: list[Hit]) -> list[Hit]:
    """Further hits by abbreviations that the text sets in brackets behind a name."""
    covered = {i for hit in hits for i in range(hit.start, hit.end)}
    bound: dict[str, str] = {}
    for hit in hits:
        short = _bracketed(page, hit.end)
        if short and hit.how == "name" and not hit.key.startswith("state:"):
            bound.setdefault(short, hit.key)
    return [
        Hit(i, i + 1, "name", bound[word.text])
        for i, word in enumerate(page.words)
        if word.text in bound and i not in covered
    ]


def in_context(page: Page, hits: list[Hit]) -> list[Hit]:
    """Words such as "the Coalition" that name a body where the text names what it deals with."""
    keys = {hit.key for hit in hits}
    covered = {i for hit in hits for i in range(hit.start, hit.end)}
    meant = {
        word: f"org:{body}"
        for word, body, needed in wide("context_names", 3)
        if f"org:{needed}" in keys
    }
    return [
        Hit(i, i + 1, "name", meant[word.text])
        for i, word in enumerate(page.words)
        if word.text in meant and i not in covered and page.lower(i - 1) not in {"a", "any", "-"}
    ]


def _bracketed(page: Page, i: int) -> str | None:
    if page.lower(i) != "(" or page.lower(i + 2) != ")":
        return None
    text = page.words[i + 1].text
    capitals = sum(c.isupper() for c in text)
    return text if capitals > 1 and len(text) <= _LONGEST and capitals * 2 > len(text) else None
