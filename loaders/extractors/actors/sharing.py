"""Titles that a name gets from others: in lists of names, and as somebody's counterpart."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from loaders.extractors.actors.gazetteer import Hit
from loaders.extractors.actors.offices import Office
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.runs import Run, is_rank
from loaders.extractors.actors.titles import POSSESSIVE, singular, title_words

_OWNERS = {"his", "her", "its", "their"}
_STATE = {"name", "demonym", "capital"}
_JOINED = {"ceo", "chief", "executive", "chairman", "chairwoman", "chair", "director"} | {
    "founder",
    "co-founder",
    "cofounder",
    "editor",
    "owner",
    "manager",
}  # offices of bodies alone, never of states
_BRACKETED = 8  # words of a bracket behind a name
Shared = dict[int, list[tuple[str, Office]]]


def listed(page: Page, runs: Iterable[Run], offices: list[Office], hits: list[Hit]) -> Shared:
    """Titles in the plural before a list of names: "Senators X, Y and Z"."""
    by_start = {run.start: run for run in runs}
    states = {hit.start: hit for hit in hits}
    found: Shared = {}
    for office in (o for o in offices if o.plural):
        owners, end = owners_of(page, office, states)
        names = _names(page, end, by_start)
        each = owners if len(owners) == len(names) else [office.of] * len(names)
        for run, of in zip(names, each, strict=True):
            one = replace(office, title=in_singular(office), of=of, plural=False)
            found[run.start] = [("actor.role.list", one)]
    return found


def owners_of(page: Page, office: Office, states: dict[int, Hit]) -> tuple[list[str | None], int]:
    """Whose a title in the plural is, each in turn, and where the phrase ends."""
    owners, end = [office.of], office.end
    while office.of and page.lower(end) in {"and", ","}:
        step = 2 if page.lower(end + 1) in {"and", "the"} else 1
        hit = states.get(end + step)
        if hit is None or hit.how not in _STATE:
            break
        owners.append(hit.key)
        end = hit.end
    return owners, end


def _names(page: Page, i: int, runs: dict[int, Run]) -> list[Run]:
    """The names one after the other from word `i` on, past one comma."""
    found: list[Run] = []
    if page.lower(i) == ",":
        i += 1
    while True:
        while i < len(page.words) and is_rank(page.words[i]):
            i += 1
        if i not in runs:
            return found
        found.append(runs[i])
        i = past_brackets(page, runs[i].end)
        while page.lower(i) in {",", "and"}:
            i += 1


def past_brackets(page: Page, i: int) -> int:
    """The word behind a bracket that opens at word `i`, as in "X (D-NY), Y"."""
    window = range(i, min(i + _BRACKETED, len(page.words))) if page.lower(i) == "(" else range(0)
    return next((k + 1 for k in window if page.words[k].text == ")"), i)


def in_singular(office: Office) -> str:
    """The title as one of several bears it."""
    words = office.title.split(" ")
    return " ".join(_one(w) if is_plural(w) else w for w in words)


def _one(word: str) -> str:
    """A title's word in the singular with its capitals: MPs are each an MP."""
    return word[:-1] if word[:-1].isupper() else word[0] + singular(word.lower())[1:]


def is_plural(word: str) -> bool:
    """Whether a title's word is a head in the plural."""
    return singular(word.lower()) != word.lower()


def in_common(found: list[tuple[str, Office]]) -> list[tuple[str, Office]]:
    """The same titles; those joined before one with a body are of it: "president and CEO of X"."""
    last = found[-1][1] if found else None
    if last is None or last.of is None or last.core != last.start or last.head not in _JOINED:
        return found
    running = title_words("running")
    return [
        (rule, replace(o, of=last.of) if o.of is None and o.head in running else o)
        for rule, o in found
    ]


def counterparts(
    page: Page, runs: Iterable[Run], held: Sequence[tuple[Run, Office]], hits: list[Hit]
) -> Iterable[tuple[Run, Office]]:
    """Persons named as somebody's counterpart have that person's title, of their own state."""
    states = {hit.end: hit for hit in hits if hit.how in _STATE and hit.key.startswith("state:")}
    for run in runs:
        i = run.start
        while i and (is_rank(page.words[i - 1]) or page.words[i - 1].text == ","):
            i -= 1
        state = states.get(i - 1)
        if not i or page.words[i - 1].lower not in title_words("counterpart") or state is None:
            continue
        owner = page.lower(state.start - 1)
        if owner not in _OWNERS and owner not in POSSESSIVE:
            continue
        office = next((o for r, o in reversed(held) if r.start < state.start), None)
        if office:
            place = replace(office, start=i - 1, core=i - 1, end=i, of=state.key)
            yield run, place
