"""Titles bound to the persons who bear them: before the name, beside it, or after it."""

from dataclasses import dataclass

from loaders.extractors.actors.complements import is_regional
from loaders.extractors.actors.gazetteer import Hit
from loaders.extractors.actors.leading import leading
from loaders.extractors.actors.offices import Office
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.partisans import constituency
from loaders.extractors.actors.persons import Person
from loaders.extractors.actors.runs import Run, is_rank
from loaders.extractors.actors.sharing import counterparts, in_common, listed
from loaders.extractors.actors.titles import POSSESSIVE
from loaders.reading.names import Word

_COPULAS = {"who", "is", "was", "became", "remains", "as", "serves", "served"}
_ADJECTIVES = {"current", "new", "newly", "then", "elected", "longtime", "late", "outgoing"}
_MARKERS = {"a", "an", "current", "new", "then"} | POSSESSIVE
_BRANCHES = {"army", "navy", "marine", "marines", "corps", "air", "force", "u.s."}
_TITLE = "actor.role.title"  # the rule for a title right before a name
_BRACKETED = 6  # words in brackets between a title and its bearer
_OPENERS = _ADJECTIVES | {
    "the",
    "a",
    "an",
    "its",
    "his",
    "her",
    "their",
    "who",
    "is",
    "was",
    "currently",
    "also",
}


@dataclass(frozen=True)
class Held:
    """`person` holds `office`; `of` may come from after the name, or be `guessed`."""

    person: Person
    office: Office
    run: Run
    of: str | None
    rule: str
    guessed: bool = False


def bind(
    page: Page, mentions: list[tuple[Run, Person]], offices: list[Office], hits: list[Hit]
) -> list[Held]:
    """Every title that stands at a person's name."""
    ends = {o.end: o for o in offices if not o.plural}
    ends |= {_seat(page, o, hits): o for o in ends.values()}
    starts = {o.start: o for o in offices if not o.plural}
    served = {run.end: run.start for run, _ in mentions}
    aides = [o for o in starts.values() if o.of and o.of.startswith("person:")]
    starts |= {served[o.core - 1]: o for o in aides if o.core - 1 in served}
    states = {h.start: h for h in hits if h.how == "name"}
    shared = listed(page, [run for run, _ in mentions], offices, hits)
    found: list[Held] = []
    for run, person in mentions:
        before = _before(page, run, ends)
        late = _of_after(page, run, states)
        region = constituency(page, run.end)
        home = region.key if region else None
        after_name = [*in_common(_after(page, run, starts)), *leading(page, run.end, states)]
        for rule, office in [*before, *after_name, *shared.get(run.start, [])]:
            if _bygone(page, office):
                continue
            regional = is_regional(page, office.core, office.head)
            after = home if regional and not office.of else late
            before_name = rule == _TITLE or (regional and rule == "actor.role.stacked")
            of = office.of or (after if before_name else None)
            found.append(Held(person, office, run, of, rule))
    return _with_counterparts(page, mentions, found, hits)


def _with_counterparts(
    page: Page, mentions: list[tuple[Run, Person]], held: list[Held], hits: list[Hit]
) -> list[Held]:
    people = dict(mentions)
    bearers = {one.run for one in held}
    bare = [run for run in people if run not in bearers]
    known = sorted(((one.run, one.office) for one in held), key=lambda pair: pair[0].start)
    more = [
        Held(people[run], office, run, office.of, "actor.role.counterpart")
        for run, office in counterparts(page, bare, known, hits)
    ]
    return sorted([*held, *more], key=lambda one: one.run.start)


def _bygone(page: Page, office: Office) -> bool:
    """Whether the title was held at the time told of: "then-president X"."""
    dash = 1 if page.lower(office.start - 1) == "-" else 0
    return page.lower(office.start - 1 - dash) == "then"


def _before(page: Page, run: Run, ends: dict[int, Office]) -> list[tuple[str, Office]]:
    i, comma = _back(page, run, ends)
    office = ends.get(i)
    if office is None or office.start >= run.start:
        return []
    marked = office.of or page.lower(office.start - 1) in _MARKERS
    if comma and not marked:
        return []
    rule = "actor.role.apposition" if comma else _TITLE
    split = not office.start or page.apart(office.start - 1, office.start)
    stacked = None if split else ends.get(office.start)
    above = [("actor.role.stacked", stacked)] if stacked and stacked is not office else []
    return [(rule, office), *above, *_joined(page, office, ends)]


def _seat(page: Page, office: Office, hits: list[Hit]) -> int:
    """The end of the title with its seat: "the Director of the Office in Malta"."""
    if page.lower(office.end) != "in" or page.apart(office.end - 1, office.end):
        return office.end
    return next((h.end for h in hits if h.start == office.end + 1), office.end)


def _back(page: Page, run: Run, ends: dict[int, Office]) -> tuple[int, bool]:
    """The word after the title before the name, past ranks, and whether a comma stands between."""
    i = run.start
    comma = False
    while i and not page.apart(i - 1, i) and i not in ends:
        word = page.words[i - 1]
        if word.text == "," and not comma and _closed(page, run.end):
            comma = True
        elif word.text == ")" and (opened := _opened(page, i - 1)):
            i = opened + 1
        elif not (_serving(word, i < run.start) or word.text in {".", "(", '"', "“"}):
            break
        i -= 1
    return i, comma


def _opened(page: Page, i: int) -> int | None:
    """The bracket that opens where word `i` closes it, a few words before."""
    window = range(max(0, i - _BRACKETED), i)
    return next((k for k in reversed(window) if page.words[k].text == "("), None)


def _serving(word: Word, ranked: bool) -> bool:
    """Whether the word is a rank, or before one the branch: "Navy" in "spokesman Navy Capt. X"."""
    branch = ranked and word.capital and word.lower in _BRANCHES
    return branch or is_rank(word) or word.lower == "retired"


def _joined(page: Page, office: Office, ends: dict[int, Office]) -> list[tuple[str, Office]]:
    """Further titles before this one: "Prime Minister and Foreign Minister X"."""
    found = []
    i = office.start
    while i and page.words[i - 1].lower in {"and", ",", "&"} and not page.apart(i - 2, i):
        other = ends.get(i - 1)
        if other is None or other.start >= i - 1 or page.lower(other.start - 1) == "the":
            break
        found.append(("actor.role.joined", other))
        i = other.start
    return found


def _closed(page: Page, i: int) -> bool:
    """Whether an apposition ends at word `i`."""
    return i >= len(page.words) or page.words[i].text in {",", ".", ")", ";", ":", "–", "—"}


def _of_after(page: Page, run: Run, states: dict[int, Hit]) -> str | None:
    """The state or body in "President X of Y"."""
    words = page.words
    i = run.end
    if i + 1 >= len(words) or words[i].lower != "of":
        return None
    hit = states.get(i + 2 if words[i + 1].lower == "the" else i + 1)
    return hit.key if hit else None


def _after(page: Page, run: Run, starts: dict[int, Office]) -> list[tuple[str, Office]]:
    words = page.words
    i = run.end
    if i >= len(words) or page.apart(i - 1, i):
        return []
    if words[i].text in {",", "(", "–", "—"}:
        rule, i = "actor.role.apposition", i + 1
    elif words[i].lower in _COPULAS:
        rule, i = "actor.role.copula", i + 1
    else:
        return []
    while i < len(words) and words[i].lower in _OPENERS and i not in starts:
        i += 1
    if page.lower(i + 1) in POSSESSIVE and words[i].text.islower() and words[i - 1].lower == "the":
        i += 2  # "the administration's envoy"
    office = starts.get(i)
    if office is None or (rule == "actor.role.apposition" and not _apposed(page, office, starts)):
        return []
    found = [(rule, office)]
    while office and office.end < len(words) and words[office.end].lower in {"and", ","}:
        after = office.end + 1
        while after < len(words) and words[after].lower in {"the", "and"}:
            after += 1
        office = starts.get(after) if rule else None
        if office and not _names_another(page, office, starts):
            found.append((rule, office))
        else:
            break
    return found


def _apposed(page: Page, office: Office, starts: dict[int, Office]) -> bool:
    """Whether the title ends the apposition: no verb and no other name follows."""
    bare = office.of is not None and page.words[office.start - 1].text == ","
    after = page.tokens[office.end] if office.end < len(page.tokens) else None
    acts = not bare and after is not None and after.pos_ in {"VERB", "AUX"}
    return not acts and not _names_another(page, office, starts)


def _names_another(page: Page, office: Office, starts: dict[int, Office]) -> bool:
    """Whether a name follows the title, or a title joined to it, and so bears it."""
    i = office.end
    if page.lower(i) == "(":
        window = range(i, min(len(page.words), i + _BRACKETED + 1))
        i = next((k + 1 for k in window if page.words[k].text == ")"), i)
    while page.lower(i) == "and" and (joined := starts.get(i + 1)):
        i = joined.end
    while i < len(page.words) and is_rank(page.words[i]):
        i += 1
    if i >= len(page.words) or page.apart(office.end - 1, i):
        return False
    return page.words[i].capital and page.tokens[i].pos_ == "PROPN"
