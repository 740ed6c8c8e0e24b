"""Persons of the article: full names found, and every bare surname bound to its person."""

from collections.abc import Iterable
from dataclasses import dataclass, field

from loaders.extractors.actors.gazetteer import Hit
from loaders.extractors.actors.offices import Office
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.runs import PARTICLES, SUFFIXES, Run, name_like
from loaders.extractors.actors.vouching import accepted, candidates
from loaders.naming import fold
from loaders.reading.names import Word


@dataclass
class Person:
    """One person: the forms of the name in the text, fullest first."""

    runs: list[Run] = field(default_factory=list)

    @property
    def name(self) -> tuple[str, ...]:
        """The fullest form."""
        return max((core(r.words) for r in self.runs), key=lambda w: (len(w), sum(map(len, w))))


def core(words: Iterable[str]) -> tuple[str, ...]:
    """A name without suffixes and nicknames, full stops at their initials."""
    found: list[str] = []
    for word in words:
        if word == ".":
            if found and len(found[-1]) == 1:
                found[-1] += "."
        elif word[0] not in "\"“”'‘," and fold(word) not in SUFFIXES:
            found.append(word)
    return tuple(found)


def keys(words: Iterable[str]) -> tuple[str, ...]:
    """A name's words folded for comparison: hyphens split, particles left out."""
    parts = [k for w in core(words) for k in fold(w).split()]
    return tuple(k for k in parts if k not in PARTICLES) or tuple(parts)


def find_runs(page: Page, offices: list[Office], taken: set[int], hits: list[Hit]) -> list[Run]:
    """Names that titles, given names or the statistical recognizer vouch for."""
    return accepted(page, candidates(page, offices, taken, hits))


def gather(runs: list[Run], titles: dict[int, str]) -> list[Person]:
    """One person for all runs that fit one name; longest names first.

    `titles` are the titles right before a run, by its first word.
    """
    people: list[Person] = []
    order = sorted(runs, key=lambda r: (-len(keys(r.words)), r.start))
    for run in order:
        fitting = [p for p in people if fits(keys(run.words), keys(p.name))]
        if fitting and (len(fitting) == 1 or len(keys(run.words)) == 1):
            chosen(fitting, run, titles).runs.append(run)
        elif keys(run.words):
            people.append(Person([run]))
    return people


def chosen(fitting: list[Person], run: Run, titles: dict[int, str]) -> Person:
    """Of several namesakes the one with the same title, else the one named first."""
    title = titles.get(run.start)
    if title:
        same = [p for p in fitting if title in {titles.get(r.start) for r in p.runs}]
        fitting = same or fitting
    return min(fitting, key=lambda p: min(r.start for r in p.runs))


def fits(short: tuple[str, ...], full: tuple[str, ...]) -> bool:
    """Whether two names, folded, can be one person's."""
    if not short or not full:
        return False
    if len(short) == 1:
        return short[0] in _surnames(full) or alike(short[0], full[-1])
    if set(short) <= set(full) or set(full) <= set(short):
        return True
    return alike(short[-1], full[-1]) and _first_fit(short[0], full[0])


def _surnames(full: tuple[str, ...]) -> set[str]:
    """The words of a name that may stand alone: all but the given name, that too for two."""
    return set(full[1:]) | ({full[0]} if len(full) < 4 else set())


def _first_fit(a: str, b: str) -> bool:
    return a[0] == b[0] and (a.startswith(b[:2]) or len(a) == 1 or len(b) == 1)


def alike(a: str, b: str) -> bool:
    """Whether two surnames differ by a cut end or one letter at most."""
    if a == b:
        return True
    short, full = sorted((a, b), key=len)
    if len(short) < 4:
        return False
    return len(full) - len(short) <= 2 and full.startswith(short)


def surname_runs(
    page: Page, people: list[Person], taken: set[int]
) -> list[tuple[Run, list[Person]]]:
    """Further mentions of the persons anywhere in the text, with all whom each may mean."""
    index: dict[str, list[Person]] = {}
    for person in people:
        name = keys(person.name)
        for key in _surnames(name) if len(name) > 1 else name:
            index.setdefault(key, []).append(person)
    used = {i for p in people for r in p.runs for i in range(r.start, r.end)}
    found = []
    i = 0
    while i < len(page.words):
        run = None
        word = page.words[i]
        if i not in used and fold(word.text) in index and (name_like(word) or _shouted(word)):
            run = _bare(page, i, taken, used, index)
        if run:
            found.append((run, index[fold(run.words[-1])]))
        i = run.end if run else i + 1
    return found


def _shouted(word: Word) -> bool:
    """Whether the word is all in capitals, as the speakers of a transcript are."""
    return word.text.isupper() and len(word.text) > 2


def _bare(
    page: Page, i: int, taken: set[int], used: set[int], index: dict[str, list[Person]]
) -> Run | None:
    end = i + 1
    while (
        end < len(page.words)
        and end not in used
        and fold(page.words[end].text) in index
        and page.words[end].capital
        and not page.apart(i, end)
    ):
        end += 1
    if i in taken or page.tokens[i].pos_ not in {
        "PROPN",
        "NOUN",
        "ADJ",
        "X",
        "ADV",
        "VERB",
    }:
        return None
    return Run(i, end, tuple(w.text for w in page.words[i:end]))
