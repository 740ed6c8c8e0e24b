"""Bodies that every state has, named by its words and the state's: "Serbian Foreign Ministry"."""

from dataclasses import replace
from functools import cache

from loaders.extractors.actors.gazetteer import Entity, Hit, gazetteer, states
from loaders.extractors.actors.page import Page
from loaders.facts import ActorType
from loaders.reading.names import plain, words_of
from loaders.tables import wide

Body = tuple[tuple[str, ...], str, str]
_STATE = {"name", "demonym", "capital"}


@cache
def _bodies() -> dict[str, tuple[Body, ...]]:
    found: dict[str, list[Body]] = {}
    for name, shown, kind in wide("bodies", 3):
        words = tuple(plain(w.text) for w in words_of(name))
        found.setdefault(words[0], []).append((words, shown, kind))
    return {w: tuple(sorted(rows, key=lambda r: -len(r[0]))) for w, rows in found.items()}


def find_bodies(page: Page, hits: list[Hit]) -> tuple[list[Hit], dict[str, Entity]]:
    """All such bodies of the text, and what each is."""
    starts = {hit.start: hit for hit in hits}
    ends = {hit.end: hit for hit in hits}
    texts = [plain(w.text) for w in page.words]
    found: list[Hit] = []
    entities: dict[str, Entity] = {}
    taken = -1
    for i, text in enumerate(texts):
        body = _at(page, texts, i) if text in _bodies() and i >= taken else None
        if body is None:
            continue
        end = i + len(body[0])
        hit = _before(page, i, ends) or _after(page, end, starts)
        entity = _entity(body, hit)
        if entity is None:
            continue
        start, end = (min(i, hit.start), max(end, hit.end)) if hit else (i, end)
        if body[2] == "embassy" and (town := _town(page, end, starts)):
            name = f"{entity.name} in {page.text(town.start, town.end)}"
            entity, end = replace(entity, key=f"body:{name}", name=name), town.end
        found.append(Hit(start, end, "name", entity.key))
        entities.setdefault(entity.key, entity)
        taken = end
    return found, entities


def _at(page: Page, texts: list[str], i: int) -> Body | None:
    for body in _bodies()[texts[i]]:
        end = i + len(body[0])
        if tuple(texts[i:end]) == body[0] and not page.apart(i, end - 1):
            return body
    return None


def _before(page: Page, i: int, ends: dict[int, Hit]) -> Hit | None:
    """The state named right before word `i`, a possessive between or not."""
    at = i - 1 if i and page.words[i - 1].lower in {"'s", "’s"} else i
    hit = ends.get(at)
    return hit if hit and _of_state(hit) and not page.apart(hit.start, i) else None


def _after(page: Page, end: int, starts: dict[int, Hit]) -> Hit | None:
    """The state named after "of" at word `end`."""
    words = page.words
    if end + 1 >= len(words) or words[end].lower != "of":
        return None
    at = end + 2 if words[end + 1].lower == "the" else end + 1
    hit = starts.get(at)
    return hit if hit and _of_state(hit) and not page.apart(end, at) else None


def _town(page: Page, end: int, starts: dict[int, Hit]) -> Hit | None:
    """The capital where an embassy sits: "the Maltese Embassy in Tallinn"."""
    hit = starts.get(end + 1)
    seated = page.lower(end) == "in" and hit is not None and hit.how == "capital"
    return hit if seated else None


def _of_state(hit: Hit) -> bool:
    return hit.how in _STATE and hit.key.startswith("state:")


def _entity(body: Body, hit: Hit | None) -> Entity | None:
    words, shown, kind = body
    if hit is None:
        named = len(words) > 1 and words[0][0].isupper() and words[-1][0].isupper()
        if not named or kind == "military" or "{state}" not in shown:
            return None
        name = " ".join(words)
        return Entity(f"body:{name}", name, ActorType.ORGANIZATION, kind)
    state = states()[hit.key]
    demonym = gazetteer().demonyms.get(hit.key, state.name)
    key = "body:" + shown.format(state=state.name, demonym=demonym)
    if hit.how == "name" and shown.endswith(" forces"):
        demonym = state.name  # a description, no proper name: in the article's own words
    name = shown.format(state=state.name, demonym=demonym)
    return Entity(key, name, ActorType.ORGANIZATION, kind, hit.key)


def without_overlap(*found: list[Hit]) -> list[Hit]:
    """The longest of all hits, the earlier list first among equals, in text order."""
    ranked = sorted(
        ((hit, n) for n, hits in enumerate(found) for hit in hits),
        key=lambda pair: (pair[0].start - pair[0].end, pair[1], pair[0].start),
    )
    covered: set[int] = set()
    kept = []
    for hit, _ in ranked:
        if covered.isdisjoint(range(hit.start, hit.end)):
            covered.update(range(hit.start, hit.end))
            kept.append(hit)
    return sorted(kept, key=lambda h: h.start)
