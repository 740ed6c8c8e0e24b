"""Longest match of states, demonyms, capitals and organizations from the tables."""

from dataclasses import dataclass
from functools import cache

from rigour.territories import get_territory

from loaders.extractors.actors.page import Page
from loaders.extractors.actors.runs import is_given
from loaders.facts import ActorType
from loaders.reading.names import plain, words_of
from loaders.tables import several, wide

_FORMS = ("Republic", "Federal Republic", "Kingdom", "State", "Commonwealth", "Islamic Republic")


@dataclass(frozen=True)
class Entity:
    """Something with a name that a table or the text gives; `kind` is what it may be called."""

    key: str
    name: str
    type: ActorType
    kind: str
    of: str | None = None
    wikidata: str | None = None


@dataclass(frozen=True)
class Hit:
    """Words `start` to `end` that name `key`; `how` is name, demonym, capital or place."""

    start: int
    end: int
    how: str
    key: str


@dataclass(frozen=True)
class Gazetteer:
    """All names of the tables, by their first word, longest first."""

    entities: dict[str, Entity]
    names: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]
    demonyms: dict[str, str]


def _key(name: str) -> tuple[str, ...]:
    return tuple(plain(w.text) for w in words_of(name.removeprefix("the ").removeprefix("The ")))


@cache
def states() -> dict[str, Entity]:
    """The states of the table by their key (`state:rs`)."""
    found = {}
    for code, name, *_ in wide("states", 5):
        territory = get_territory(code)
        qid = territory.qid if territory and territory.qid.startswith("Q") else None
        found[f"state:{code}"] = Entity(f"state:{code}", name, ActorType.STATE, "state", None, qid)
    return found


@cache
def organizations() -> dict[str, Entity]:
    """The organizations of the table by their key (`org:NATO`)."""
    return {
        f"org:{name}": Entity(f"org:{name}", name, ActorType.ORGANIZATION, kind, of or None)
        for name, _, kind, of in wide("organizations", 4)
    }


@cache
def gazetteer() -> Gazetteer:
    """Every name of the tables, ready for matching."""
    found: dict[tuple[str, ...], tuple[str, str]] = {}
    for place, _ in wide("geography", 2):
        found[_key(place)] = ("place", "")
    for code, name, demonyms, others, capitals in wide("states", 5):
        key = f"state:{code}"
        for form in _FORMS:
            found.setdefault(_key(f"{form} of {name.removeprefix('The ')}"), ("name", key))
        rows = (("capital", several(capitals)), ("demonym", several(demonyms)))
        for how, names in (*rows, ("name", (name, *several(others)))):
            for one in names:
                if how == "name":
                    found[_key(one)] = (how, key)
                found.setdefault(_key(one), (how, key))
                if how == "demonym" and not one.endswith(("ese", "ish", "ch", "s")):
                    found.setdefault((plain(one) + "s",), ("people", key))
    for name, aliases, *_ in wide("organizations", 4):
        for one in (name, *several(aliases)):
            found[_key(one)] = ("name", f"org:{name}")
    return Gazetteer(
        {**states(), **organizations()},
        _by_first(found),
        {
            key: several(row[2])[0]
            for row in wide("states", 5)
            if row[2]
            for key in ["state:" + row[0]]
        },
    )


def _by_first(
    found: dict[tuple[str, ...], tuple[str, str]],
) -> dict[str, tuple[tuple[tuple[str, ...], str, str], ...]]:
    by_first: dict[str, list[tuple[tuple[str, ...], str, str]]] = {}
    for words, (how, key) in found.items():
        by_first.setdefault(words[0], []).append((words, how, key))
    return {w: tuple(sorted(rows, key=lambda r: -len(r[0]))) for w, rows in by_first.items()}


def find_hits(page: Page) -> list[Hit]:
    """All names of the tables in the text, longest first, without overlap."""
    names = gazetteer().names
    texts = [plain(w.text) for w in page.words]
    hits: list[Hit] = []
    i = 0
    while i < len(texts):
        hit = _at(page, texts, names, i)
        if hit:
            hits.append(hit)
        i = hit.end if hit else i + 1
    return hits


def _at(
    page: Page,
    texts: list[str],
    names: dict[str, tuple[tuple[tuple[str, ...], str, str], ...]],
    i: int,
) -> Hit | None:
    for words, how, key in names.get(texts[i], ()):
        end = i + len(words)
        if tuple(texts[i:end]) == words and not page.apart(i, end - 1):
            skip = _surname(page, i, end) or _shouted(page, i, end)
            return None if skip else Hit(i, end, how, key)
    return None


def _surname(page: Page, i: int, end: int) -> bool:
    """Whether one word that names a state is read as part of a person's name: "Michael Jordan"."""
    if end - i > 1 or i == 0:
        return False
    before = page.words[i - 1]
    given = before.capital and is_given(before.text) and page.labels[i - 1] == "PERSON"
    named = page.labels[i] in {"PERSON", "ORG"} or given
    return named and (given or page.labels[i] == "PERSON" == page.labels[i - 1])


def _shouted(page: Page, i: int, end: int) -> bool:
    """Whether a short abbreviation is a word among others in capitals: "THIS IS"."""
    text = page.words[i].text
    if end - i > 1 or len(text) > 2 or not text.isupper() or i == 0 or end >= len(page.words):
        return False
    before, after = page.words[i - 1].text, page.words[end].text
    return before.isupper() and after.isupper() and len(before) > 1 and len(after) > 1
