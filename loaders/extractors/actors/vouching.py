"""What speaks for a run of capitalized words being a person's name."""

from dataclasses import dataclass

from loaders.extractors.actors.company import (
    beside_people,
    is_done_to,
    is_party,
    is_told_as_person,
    two_part,
)
from loaders.extractors.actors.gazetteer import Hit
from loaders.extractors.actors.items import listed_names
from loaders.extractors.actors.offices import Office
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.places import is_cut, of_place, placed, told_as_place
from loaders.extractors.actors.rosters import roster_names
from loaders.extractors.actors.runs import Run, is_rank, run_at
from loaders.extractors.actors.sharing import owners_of, past_brackets
from loaders.extractors.actors.starts import PATRONYMICS, given_names, past_titles
from loaders.extractors.actors.starts import starts as name_starts
from loaders.extractors.actors.titles import POSSESSIVE, is_head, title_words
from loaders.naming import fold
from loaders.tables import terms

_SUBJECTS = {"nsubj", "nsubjpass", "poss", "agent"}
_AFTER = {"with", "by", "and"}
_CLOSERS = {",", "and", ".", ")", "(", ";", ":", "–", "—", "-"}
_PATRONYMIC = 2  # words of a name that need no further evidence if there are more
_LIST = 30  # names of one list
_DEFINITE = {"the", "his", "her", "its", "their"}


@dataclass
class Candidate:
    """A run and its evidence: `titled` strictly or `loosely`, `labelled`, `apposed` to a title."""

    run: Run
    titled: bool = False
    loosely: bool = False
    labelled: bool = False
    apposed: bool = False


def candidates(
    page: Page, offices: list[Office], taken: set[int], hits: list[Hit]
) -> list[Candidate]:
    """All runs that anything speaks for, in text order, without overlap."""
    strict, loose = _after_titles(page, offices)
    strict |= listed_names(page, taken) | roster_names(page)
    starts = {office.start for office in offices}
    found: list[Candidate] = []
    reach = 0
    inside = {i: o.end for o in offices for i in range(o.core, o.end)}
    beside = _beside(page, offices, hits)
    vouched = (*strict, *loose, *beside, *name_starts(page))
    starts_at = {inside.get(i, i) for i in vouched}
    for i in sorted(starts_at):
        run = run_at(page, i, taken) if i >= reach else None
        if run is None:
            continue
        reach = run.end
        labelled = any(page.labels[k] == "PERSON" for k in range(run.start, run.end))
        apposed = _apposed(page, run, starts) or (i in beside and closed(page, run.end))
        found.append(Candidate(run, i in strict, i in loose, labelled, apposed))
    return found


def _after_titles(page: Page, offices: list[Office]) -> tuple[set[int], set[int]]:
    """The words after titles: those that vouch for any name, and those that need more."""
    strict: set[int] = set()
    loose: set[int] = set()
    weak = title_words("loose")
    for office in offices:
        if not office.plural:
            target = loose if office.head in weak else strict
            target.add(past_titles(page, office.end))
        elif page.words[office.core].capital:
            strict |= _pair(page, office.end)
    for i, word in enumerate(page.words):
        if is_rank(word) and word.capital:
            (loose if word.lower in weak else strict).add(past_titles(page, i + 1))
        elif word.lower in {"named", "called"} and i and is_head(page.words[i - 1]):
            strict.add(i + 1)
        elif word.lower == "as" and page.lower(i - 1) == "identified":
            loose.add(i + 1)
    return strict, loose


def _pair(page: Page, i: int) -> set[int]:
    """Where names begin from word `i` on that "and" joins, commas before or not.

    So they stand after "Presidents": "A and B", "A (D-NY), B, and C".
    """
    starts: list[int] = []
    joined = False
    while i < len(page.words) and (run := run_at(page, past_titles(page, i), set())):
        starts.append(run.start)
        i = end = past_brackets(page, run.end)
        if page.lower(i) == ",":
            i += 1
        if page.lower(i) == "and":
            joined, i = True, i + 1
        if i == end or len(starts) > _LIST:
            break
    return set(starts) if joined and len(starts) > 1 else set()


def _beside(page: Page, offices: list[Office], hits: list[Hit]) -> set[int]:
    """The words after a definite title and a comma: "the Foreign Minister of X, NAME,"."""
    states = {hit.start: hit for hit in hits}
    ends = [
        owners_of(page, office, states)[1] if office.plural else office.end
        for office in offices
        if _definite(page, office)
    ]
    return {past_titles(page, end + 1) for end in ends if page.lower(end) == ","} | {
        past_titles(page, i + 2)
        for i, word in enumerate(page.words)
        if word.lower in title_words("counterpart") and page.lower(i + 1) == ","
    }


def _definite(page: Page, office: Office) -> bool:
    return office.of is not None or page.lower(office.start - 1) in _DEFINITE | POSSESSIVE


def closed(page: Page, i: int) -> bool:
    """Whether a name in apposition ends at word `i`."""
    return i >= len(page.words) or page.words[i].text in _CLOSERS or page.apart(i - 1, i)


def _patronymic(run: Run) -> bool:
    """Whether the name is one of them."""
    words = [w.lower() for w in run.words[1:]]
    return any(w in PATRONYMICS or w.startswith(("al-", "el-")) for w in words)


def _apposed(page: Page, run: Run, starts: set[int]) -> bool:
    """Whether a title follows the name after a comma."""
    words = page.words
    if run.end >= len(words) or words[run.end].text not in {",", "("}:
        return False
    return any(run.end + k in starts for k in (1, 2))


def accepted(page: Page, found: list[Candidate]) -> list[Run]:
    """The runs with evidence enough; a word of an accepted name vouches for the bare word."""
    kept = [c for c in found if _sure(page, c)]
    words = {fold(w) for c in kept for w in c.run.words}
    surnames = {fold(c.run.words[-1]) for c in kept}
    return [
        c.run
        for c in found
        if c in kept
        or (c.titled and _known(c.run, words))
        or (c.labelled and len(c.run.words) > 1 and fold(c.run.words[-1]) in surnames)
    ]


def _known(run: Run, surnames: set[str]) -> bool:
    return all(fold(w) in surnames for w in run.words)


def _sure(page: Page, one: Candidate) -> bool:
    words = [w for w in one.run.words if w != "."]
    if page.lower(one.run.start - 1) in terms("name_particles", "vessel"):
        return False
    if not one.titled and (of_place(page, one.run) or is_cut(page, one.run)):
        return False
    if len(words) == 1:
        return _sure_alone(page, one, words[0])
    if one.titled or one.apposed:
        return True
    if placed(page, one.run):
        return False
    if _patronymic(one.run):
        if told_as_place(page, one.run.words[0]):
            return False
        long = len(words) > _PATRONYMIC or _subject(page, one.run) or _governed(page, one.run)
        return one.labelled or (long and not _located(page, one.run))
    given = fold(words[0].partition("-")[0]) in given_names() or (
        len(words[0]) == 1 and one.labelled
    )
    if given or one.loosely:
        return one.labelled or one.loosely or _like_name(page, one.run)
    if is_told_as_person(page, one.run):
        return True
    told = _subject(page, one.run) or _governed(page, one.run) or beside_people(page, one.run)
    return one.labelled and (told or two_part(one.run) or is_done_to(page, one.run))


def _located(page: Page, run: Run) -> bool:
    """Whether the recognizer calls the words a place or body."""
    return any(page.labels[i] in {"GPE", "LOC", "FAC", "ORG"} for i in range(run.start, run.end))


def _governed(page: Page, run: Run) -> bool:
    """Whether somebody is met, told or reported by: "with NAME", "by NAME"."""
    return page.lower(past_left(page, run.start) - 1) in _AFTER and _like_name(page, run)


def past_left(page: Page, i: int) -> int:
    """The first word of the ranks and honorifics before word `i`."""
    while i and not page.apart(i - 1, i) and is_rank(page.words[i - 1]):
        i -= 1
    return i


def _like_name(page: Page, run: Run) -> bool:
    """Whether all words are proper nouns, and no common noun of a place or body follows."""
    tokens = page.tokens[run.start : run.end]
    after = page.words[run.end] if run.end < len(page.words) else None
    alone = after is None or not after.capital or after.lower in {"the", "a"}
    return alone and all(t.pos_ == "PROPN" or not t.text[0].isupper() for t in tokens)


def _sure_alone(page: Page, one: Candidate, word: str) -> bool:
    proper = page.tokens[one.run.start].pos_ == "PROPN"
    if len(word) < 2 or not proper or placed(page, one.run):
        return False
    if one.titled:
        return one.labelled or not heading(page, one.run.start)
    involved = _subject(page, one.run) or is_party(page, one.run)
    return one.labelled and involved and not heading(page, one.run.start)


def _subject(page: Page, run: Run) -> bool:
    return any(page.tokens[i].dep_ in _SUBJECTS for i in range(run.start, run.end))


def heading(page: Page, i: int) -> bool:
    """Whether word `i` stands in a line of capitalized words without a full stop at its end."""
    line = page.words[i].line
    first = i
    while first and page.words[first - 1].line == line:
        first -= 1
    last = i
    while last + 1 < len(page.words) and page.words[last + 1].line == line:
        last += 1
    long = [w for w in page.words[first : last + 1] if len(w.text) > 3]
    capitals = sum(w.capital for w in long)
    return page.words[last].text not in {".", "”", '"', ":", "?"} and capitals * 5 > len(long) * 3
