"""Whose an office is where its title names no state: by neighbours, wording and article."""

from collections import Counter
from dataclasses import dataclass, replace

from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.home import ranked
from loaders.extractors.actors.national import folded, rule_of, unsure
from loaders.extractors.actors.offices import Office
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.roles import Held
from loaders.extractors.actors.sharing import in_singular, owners_of
from loaders.facts import ActorType
from loaders.tables import terms

_TRIPS = ("travel", "trip", "visit", "journey", "return")
_COMMISSION = "org:European Commission"
_PRESIDED = {_COMMISSION, "org:European Council", "org:European Parliament"}
_OFTEN = 3  # mentions of a state that the article is about
_NEAR = 4  # words between two names of one list


@dataclass
class _Article:
    """The states that matter most in the article, and who holds what already."""

    states: list[str]
    holders: dict[tuple[str, str], set[int]]
    marks: list[tuple[int, str, str]]

    def others(self, page: Page, one: Held) -> set[str]:
        """The states whose office of the kind the same sentence gives to somebody else."""
        token = page.tokens[one.run.start]
        if token.doc is not page.doc:
            return set()
        start, end = token.sent.start_char, token.sent.end_char
        return {of for at, title, of in self.marks if start <= at < end and title == _kind(one)}

    def free(self, title: str, state: str, person: int) -> bool:
        """Whether nobody else holds the title of that state."""
        return not self.holders.get((title, state), set()) - {person}


def belong(
    page: Page,
    held: list[Held],
    offices: list[Office],
    hits: list[Hit],
    entities: dict[str, Entity],
) -> list[Held]:
    """The same offices, with a state for those whose title names none."""
    held = [one for one in held if _possible(one)]
    article = _Article(ranked(page.source, hits, entities, held), {}, _marks(page, offices, hits))
    for one in held:
        if one.of:
            article.holders.setdefault((_kind(one), one.of), set()).add(id(one.person))
    _reserve(page, article, held, hits, entities)
    found: list[Held] = []
    for one in held:
        of = one.of or _of(page, one, found, article, held, hits, entities)
        if of:
            article.holders.setdefault((_kind(one), of), set()).add(id(one.person))
        guess = of is not None and one.of is None
        found.append(replace(one, of=of, guessed=guess))
    return _shared(found)


def _possible(one: Held) -> bool:
    """Whether a counterpart's state has the title at all: few have one of external affairs."""
    rule = rule_of(one.office.title)
    if one.rule != "actor.role.counterpart" or rule is None:
        return True
    return one.of not in rule[1] and (not rule[0] or one.of in rule[0])


def _marks(page: Page, offices: list[Office], hits: list[Hit]) -> list[tuple[int, str, str]]:
    """Where a title is marked with its state: its place in the text, the title, the state."""
    starts = {hit.start: hit for hit in hits}
    return [
        (page.words[office.start].start, folded(in_singular(office)), of)
        for office in offices
        for of in owners_of(page, office, starts)[0]
        if of
    ]


def _shared(held: list[Held]) -> list[Held]:
    """Titles joined before one name share their state: "Deputy Assistant and Coordinator X"."""
    owners = {one.run: one.of for one in held if one.of and one.rule == "actor.role.joined"}
    return [
        one if _kind(one) == "ambassador" else replace(one, of=one.of or owners.get(one.run))
        for one in held
    ]


def _reserve(
    page: Page, article: _Article, held: list[Held], hits: list[Hit], entities: dict[str, Entity]
) -> None:
    """Of several who bear one unmarked title, the first named holds it at home."""
    governments = " ".join(e.name for e in entities.values() if e.kind == "administration")
    marked = {(id(one.person), _kind(one)) for one in held if one.of}
    marked |= {(id(one.person), _kind(one)) for one in held if _visited(page, one, hits)}
    for title in dict.fromkeys(_kind(one) for one in held):
        rule = rule_of(title)
        bearers = [
            one for one in held if _kind(one) == title and (id(one.person), title) not in marked
        ]
        if rule is None or not article.states or not bearers or article.states[0] in rule[1]:
            continue
        first = max(bearers, key=lambda o: (o.person.name[-1] in governments, -o.run.start))
        if len({id(one.person) for one in bearers}) > 1:
            article.holders.setdefault((title, article.states[0]), set()).add(id(first.person))


def _kind(one: Held) -> str:
    return folded(one.office.title)


def _of(
    page: Page,
    one: Held,
    before: list[Held],
    article: _Article,
    held: list[Held],
    hits: list[Hit],
    entities: dict[str, Entity],
) -> str | None:
    if folded(one.office.title).endswith("secretary general"):
        return _only_body(entities, hits)
    rule = rule_of(one.office.title)
    if rule is None:
        return None
    having, lacking = rule
    if having and one.office.title.islower() and unsure(one.office.title):
        return None
    known = (*held, *before)
    own = [h.of for h in known if h.person is one.person and h.of and _kind(h) == _kind(one)]
    if own:
        return own[0]
    if having:
        few = _of_few(page, one, having, article, hits)
        if few or len(having) > 1:
            return few
    if one.rule == "actor.role.list":
        return None  # two prime ministers are of two states
    found = _guess(page, one, before, article, hits, entities, having, lacking)
    return found or _of_union(one, article, hits)


def _of_union(one: Held, article: _Article, hits: list[Hit]) -> str | None:
    """The European Commission, if the article names it beside the home state's president.

    Where it names another body of the Union that has a president too, nobody can tell.
    """
    named = {hit.key for hit in hits} & _PRESIDED
    if _kind(one) != "president" or named != {_COMMISSION}:
        return None
    home = article.states[:1]
    held = home and not article.free("president", home[0], id(one.person))
    free = article.free("president", _COMMISSION, id(one.person))
    return _COMMISSION if held and free else None


def _only_body(entities: dict[str, Entity], hits: list[Hit]) -> str | None:
    """The one body with a secretary general that the article names."""
    led = {
        hit.key
        for hit in hits
        if hit.key in entities and entities[hit.key].name in terms("secretariats", "body")
    }
    return min(led) if len(led) == 1 else None


def _guess(
    page: Page,
    one: Held,
    before: list[Held],
    article: _Article,
    hits: list[Hit],
    entities: dict[str, Entity],
    having: frozenset[str],
    lacking: frozenset[str],
) -> str | None:
    """The home state, else one named beside, as far as others have no better claim."""
    listed = _listed(page, one, before) or _visited(page, one, hits)
    home = article.states[:1]
    if having or _across(page, one, before, article):
        lacking, home = lacking | set(home), []
    others = article.others(page, one)
    if others.intersection(home):
        return None
    near = _nearby(page, one, hits) if not home or home[0] in lacking else []
    lacking |= others
    second = _second(article.states, hits)
    candidates = [s for s in (listed, *home, *near, *second) if s and s not in lacking]
    for state in candidates:
        known = state in entities and entities[state].type is ActorType.STATE
        if known and article.free(_kind(one), state, id(one.person)):
            return state
    return None


def _second(states: list[str], hits: list[Hit]) -> list[str]:
    """The state that the article is about beside the home state, where it is one alone."""
    named = Counter(hit.key for hit in hits)
    union = sum(count for key, count in named.items() if key.startswith("org:European"))
    shares = [named[state] for state in states[1:3]] + [0, 0]
    return states[1:2] if shares[0] >= max(_OFTEN, 2 * shares[1], union + 1) else []


def _of_few(
    page: Page, one: Held, having: frozenset[str], article: _Article, hits: list[Hit]
) -> str | None:
    """The state of a title that few have: the only one, or of kings the nearest's."""
    if len(having) > 1:
        return next((state for state in _nearby(page, one, hits) if state in having), None)
    sure = not unsure(one.office.title)
    return next((s for s in having if s in article.states or sure), None)


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
    """The state where the sentence is: "In Ankara, she met President X", "will travel to …"."""
    token = page.tokens[one.run.start]
    if token.doc is not page.doc:
        return None
    sentence = token.sent
    for hit in hits:
        inside = (
            sentence.start_char <= page.words[hit.start].start < page.words[one.run.start].start
        )
        opens = page.lower(hit.start - 1) == "in" and page.words[hit.start - 1].capital
        if inside and (opens or _toured(page, hit)) and hit.key.startswith("state:"):
            return hit.key
    return None


def _toured(page: Page, hit: Hit) -> bool:
    """Whether somebody goes to the state: "a visit to Malta", "will travel to Malta"."""
    before = [page.lower(i) for i in range(hit.start - 1, hit.start - 4, -1)]
    return before[0] == "to" and any(word.startswith(_TRIPS) for word in before[1:])


def _nearby(page: Page, one: Held, hits: list[Hit]) -> list[str]:
    """States named on the same line, the nearest first."""
    line = page.words[one.run.start].line
    there = [h for h in hits if page.words[h.start].line == line and h.key.startswith("state:")]
    there.sort(key=lambda h: (abs(h.start - one.run.start), h.start))
    return list(dict.fromkeys(h.key for h in there))
