"""Whose an office is where the title names no state: from its neighbours, its wording, the article."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.roles import Held
from loaders.facts import ActorType
from loaders.tables import several, wide

_NEAR = 4  # words between two names of one list
_NATIONAL = {"minister", "president", "premier", "chancellor", "king", "queen", "taoiseach"}


@cache
def _states_of_titles() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    found = {}
    for title, cell in wide("office_states", 2):
        codes = several(cell)
        having = frozenset(f"state:{c}" for c in codes if c[0] != "!")
        lacking = frozenset(f"state:{c[1:]}" for c in codes if c[0] == "!")
        found[title] = (having, lacking)
    return found


def _rule(title: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """Which states have such a title, and which have not; None where it isn't national."""
    words = title.lower().removeprefix("former ").removeprefix("ex-").split()
    for end in range(len(words), 0, -1):
        if (exact := _states_of_titles().get(" ".join(words[:end]))) is not None:
            return exact
    if words[-1] == "minister" or (words and words[0] == "minister"):
        return _states_of_titles()["minister"]
    if words[:2] in (["assistant", "secretary"], ["under", "secretary"], ["deputy", "assistant"]):
        return _states_of_titles()["secretary of state"]
    return (frozenset(), frozenset()) if words[-1] in _NATIONAL else None


@dataclass
class _Article:
    """The states that matter most in the article, and who holds what already."""

    states: list[str]
    holders: dict[tuple[str, str], set[int]]

    def free(self, title: str, state: str, person: int) -> bool:
        """Whether nobody else holds the title of that state."""
        return not self.holders.get((title, state), set()) - {person}


def belong(
    page: Page, held: list[Held], hits: list[Hit], entities: dict[str, Entity]
) -> list[Held]:
    """The same offices, with a state for those whose title names none."""
    article = _Article(_ranked(hits, entities, held), {})
    for one in held:
        if one.of:
            article.holders.setdefault((_kind(one), one.of), set()).add(id(one.person))
    found: list[Held] = []
    for one in held:
        of = one.of or _of(page, one, found, article, held, entities)
        if of:
            article.holders.setdefault((_kind(one), of), set()).add(id(one.person))
        found.append(replace(one, of=of))
    return found


def _kind(one: Held) -> str:
    return one.office.title.lower().replace("-", " ")


def _of(
    page: Page,
    one: Held,
    before: list[Held],
    article: _Article,
    held: list[Held],
    entities: dict[str, Entity],
) -> str | None:
    rule = _rule(one.office.title)
    if rule is None:
        return None
    having, lacking = rule
    own = [h.of for h in held if h.person is one.person and h.of and _kind(h) == _kind(one)]
    if own:
        return own[0]
    if having:
        return next((s for s in article.states if s in having), min(having))
    listed = _listed(page, one, before)
    candidates = [s for s in (listed, *article.states[:2]) if s and s not in lacking]
    for state in candidates:
        known = state in entities and entities[state].type is ActorType.STATE
        if known and article.free(_kind(one), state, id(one.person)):
            return state
    return None


def _listed(page: Page, one: Held, before: list[Held]) -> str | None:
    """The state of the name right before in one list of names."""
    if not before or before[-1].of is None:
        return None
    last = before[-1]
    gap = page.words[last.run.end : one.office.start]
    joined = all(w.text in {",", "and", "&", "his", "of"} or w.capital for w in gap)
    near = len(gap) <= _NEAR and bool(gap) and any(w.text in {",", "and"} for w in gap)
    return last.of if near and joined and not page.apart(last.run.end - 1, one.run.start) else None


def _ranked(hits: Iterable[Hit], entities: dict[str, Entity], held: list[Held]) -> list[str]:
    """States by how much of the article is theirs, the home state first."""
    votes: Counter[str] = Counter()
    for hit in hits:
        entity = entities.get(hit.key)
        if entity is None:
            continue
        if entity.type is ActorType.STATE:
            votes[hit.key] += 1
        elif entity.kind == "administration":
            votes["state:us"] += 4
        elif entity.of:
            state = entity.of if entity.of.startswith("state:") else f"state:{entity.of}"
            if state in entities and entity.kind not in {"media", "company", "armed group"}:
                votes[state] += 3 if entity.kind in {"ministry", "presidency", "council"} else 1
    for one in held:
        rule = _rule(one.office.title)
        if rule and len(rule[0]) == 1:
            votes[min(rule[0])] += 4
        elif one.of in entities and entities[one.of].type is ActorType.STATE:
            votes[one.of] += 1
    return [state for state, _ in sorted(votes.items(), key=lambda v: (-v[1], v[0]))]
