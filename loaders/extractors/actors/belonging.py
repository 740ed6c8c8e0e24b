"""Whose an office is where its title names no state: by neighbours, wording and article."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from functools import cache

from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.offices import title_words
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.roles import Held
from loaders.facts import ActorType
from loaders.tables import several, wide

_HOME = {"ministry", "presidency", "council"}
_NEAR = 4  # words between two names of one list
_NATIONAL = {"minister", "president", "premier", "chancellor", "king", "queen", "taoiseach"}


@cache
def _states_of_titles() -> dict[str, tuple[frozenset[str], frozenset[str]]]:
    found = {}
    for title, cell in wide("office_states", 2):
        codes = several(cell)
        having = frozenset(f"state:{c.lstrip('?')}" for c in codes if c[0] != "!")
        lacking = frozenset(f"state:{c[1:]}" for c in codes if c[0] == "!")
        found[title] = (having, lacking)
    return found


def _rule(title: str) -> tuple[frozenset[str], frozenset[str]] | None:
    """Which states have such a title, and which have not; None where it isn't national."""
    words = title.lower().removeprefix("former ").removeprefix("ex-").split()
    for end in range(len(words), 0, -1):
        if (exact := _states_of_titles().get(" ".join(words[:end]))) is not None:
            return exact
    if words[-1] == "secretary" and len(words) > 1 and words[0] in title_words("portfolio"):
        return (frozenset(), frozenset())
    if words[-1] == "minister" or (words and words[0] == "minister"):
        return _states_of_titles()["minister"]
    if words[:2] in (["assistant", "secretary"], ["under", "secretary"], ["deputy", "assistant"]):
        return _states_of_titles()["secretary of state"]
    return (frozenset(), frozenset()) if words[-1] in _NATIONAL else None


def _unsure(title: str) -> bool:
    """Whether the title counts only where the article names its state."""
    return any(t == title.lower() and "?" in cell for t, cell in wide("office_states", 2))


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
    article = _Article(_ranked(page.source, hits, entities, held), {})
    for one in held:
        if one.of:
            article.holders.setdefault((_kind(one), one.of), set()).add(id(one.person))
    _reserve(page, article, held, hits, entities)
    found: list[Held] = []
    for one in held:
        of = one.of or _of(page, one, found, article, held, hits, entities)
        if of:
            article.holders.setdefault((_kind(one), of), set()).add(id(one.person))
        found.append(replace(one, of=of))
    return _shared(found)


def _shared(held: list[Held]) -> list[Held]:
    """Titles joined before one name share their state: "Deputy Assistant and Coordinator X"."""
    owners = {one.run: one.of for one in held if one.of and one.rule == "actor.role.joined"}
    return [replace(one, of=one.of or owners.get(one.run)) for one in held]


def _reserve(
    page: Page, article: _Article, held: list[Held], hits: list[Hit], entities: dict[str, Entity]
) -> None:
    """Of several who bear one unmarked title, the first named holds it at home."""
    governments = " ".join(e.name for e in entities.values() if e.kind == "administration")
    marked = {(id(one.person), _kind(one)) for one in held if one.of}
    marked |= {(id(one.person), _kind(one)) for one in held if _visited(page, one, hits)}
    for title in dict.fromkeys(_kind(one) for one in held):
        rule = _rule(title)
        bearers = [
            one for one in held if _kind(one) == title and (id(one.person), title) not in marked
        ]
        if rule is None or not article.states or not bearers or article.states[0] in rule[1]:
            continue
        first = max(bearers, key=lambda o: (o.person.name[-1] in governments, -o.run.start))
        if len({id(one.person) for one in bearers}) > 1:
            article.holders.setdefault((title, article.states[0]), set()).add(id(first.person))


def _kind(one: Held) -> str:
    return one.office.title.lower().replace("-", " ")


def _of(
    page: Page,
    one: Held,
    before: list[Held],
    article: _Article,
    held: list[Held],
    hits: list[Hit],
    entities: dict[str, Entity],
) -> str | None:
    rule = _rule(one.office.title)
    if rule is None:
        return None
    having, lacking = rule
    if having and one.office.title.islower() and _unsure(one.office.title):
        return None
    own = [h.of for h in held if h.person is one.person and h.of and _kind(h) == _kind(one)]
    if own:
        return own[0]
    for state in article.states:
        if state in having:
            return state
    if having and not _unsure(one.office.title):
        return min(having)
    listed = _listed(page, one, before) or _visited(page, one, hits)
    home = article.states[:1]
    if having or _across(page, one, before, article):
        lacking, home = lacking | set(home), []
    near = _nearby(page, one, hits) if not home or home[0] in lacking else []
    candidates = [s for s in (listed, *home, *near, *article.states[1:2]) if s and s not in lacking]
    for state in candidates:
        known = state in entities and entities[state].type is ActorType.STATE
        if known and article.free(_kind(one), state, id(one.person)):
            return state
    return None


def _across(page: Page, one: Held, before: list[Held], article: _Article) -> bool:
    """Whether the person sits across the table from an officer of the home state."""
    token = page.tokens[one.run.end - 1]
    while token.dep_ in {"appos", "conj", "compound"} and token.head is not token:
        token = token.head
    if token.dep_ != "pobj" or token.head.lower_ != "with":
        return False
    hosts = {t.i for a in token.ancestors for t in a.lefts if t.dep_ == "nsubj"}
    for other in before:
        inside = {t.i for t in page.tokens[other.run.start : other.run.end]}
        if inside & hosts and other.of in article.states[:1]:
            return True
    return False


def _listed(page: Page, one: Held, before: list[Held]) -> str | None:
    """The state of the name right before in one list of names."""
    if not before or before[-1].of is None:
        return None
    last = before[-1]
    gap = page.words[last.run.end : one.office.start]
    joined = all(w.text in {",", "and", "&", "his", "of"} or w.capital for w in gap)
    near = len(gap) <= _NEAR and bool(gap) and any(w.text in {",", "and"} for w in gap)
    return last.of if near and joined and not page.apart(last.run.end - 1, one.run.start) else None


def _visited(page: Page, one: Held, hits: list[Hit]) -> str | None:
    """The state whose capital or name opens the sentence: "In Ankara, she met President X"."""
    token = page.tokens[one.run.start]
    if token.doc is not page.doc:
        return None
    sentence = token.sent
    for hit in hits:
        inside = (
            sentence.start_char <= page.words[hit.start].start < page.words[one.run.start].start
        )
        opens = page.lower(hit.start - 1) == "in" and page.words[hit.start - 1].capital
        if inside and opens and hit.key.startswith("state:"):
            return hit.key
    return None


def _nearby(page: Page, one: Held, hits: list[Hit]) -> list[str]:
    """States named on the same line, the nearest first."""
    line = page.words[one.run.start].line
    there = [h for h in hits if page.words[h.start].line == line and h.key.startswith("state:")]
    there.sort(key=lambda h: (abs(h.start - one.run.start), h.start))
    return list(dict.fromkeys(h.key for h in there))


def _marked(source: str) -> Counter[str]:
    """Votes for states whose releases and press are worded so."""
    votes: Counter[str] = Counter()
    for words, state, vote in wide("home_markers", 3):
        if words in source:
            votes[f"state:{state}"] += int(vote)
    return votes


def _ranked(
    source: str, hits: Iterable[Hit], entities: dict[str, Entity], held: list[Held]
) -> list[str]:
    """States by how much of the article is theirs, the home state first.

    The home state's offices go unmarked ("President X"), other states' are marked.
    """
    mentions: Counter[str] = Counter()
    votes = _marked(source)
    for hit in hits:
        entity = entities.get(hit.key)
        if entity is None:
            continue
        if entity.type is ActorType.STATE:
            mentions[hit.key] += 1
        elif entity.kind == "administration":
            votes["state:us"] += 3
        elif entity.of and f"state:{entity.of}" in entities and entity.kind in _HOME:
            votes[f"state:{entity.of}"] += 2
    marked: Counter[str] = Counter()
    for one in held:
        rule = _rule(one.office.title)
        if rule and one.of and one.of in mentions:
            marked[one.of] += 1
        elif rule and rule[0] and (rule[0] & mentions.keys() or not _unsure(one.office.title)):
            votes[min(rule[0])] += 3
    told = {state for state, vote in votes.items() if vote > 0}
    for state, count in mentions.items():
        foreign = bool(told - {state})
        votes[state] += min(count, 4) - (2 * min(marked[state], 4) if foreign else 0)
    return [
        state for state, _ in sorted(votes.items(), key=lambda v: (-v[1], -mentions[v[0]], v[0]))
    ]
