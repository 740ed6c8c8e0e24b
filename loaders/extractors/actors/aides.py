"""Titles of those who serve a person: spokesmen, aides, chiefs of staff."""

from dataclasses import replace

from loaders.extractors.actors.offices import Office
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.persons import Person
from loaders.extractors.actors.runs import Run, is_rank
from loaders.extractors.actors.titles import POSSESSIVE, title_words


def owned(page: Page, mentions: list[tuple[Run, Person]], offices: list[Office]) -> list[Office]:
    """The same titles; a spokesman or aide may be a person's: "President X's spokesman"."""
    ends = {run.end: person for run, person in mentions}
    starts = {name_start(page, run): (run, person) for run, person in mentions}
    found = []
    for office in offices:
        if office.of is not None or not _personal(office):
            found.append(office)
        elif owner := _owner(page, office, ends):
            found.append(replace(office, of=f"person:{id(owner)}"))
        elif page.lower(office.end) in {"for", "to"} and office.end + 1 in starts:
            run, person = starts[office.end + 1]
            found.append(replace(office, of=f"person:{id(person)}", end=run.end))
        else:
            found.append(office)
    return found


def _personal(office: Office) -> bool:
    """Whether the title is of somebody who serves a person: aides, chiefs of staff."""
    title = office.title.lower()
    return office.head in title_words("personal") or title.endswith(
        ("of staff", "campaign manager")
    )


def _owner(page: Page, office: Office, ends: dict[int, Person]) -> Person | None:
    """The person named right before the title: "X's chief of staff", "X spokesman"."""
    if page.lower(office.core - 1) in POSSESSIVE:
        return ends.get(office.core - 1)
    direct = office.core > 0 and not page.apart(office.core - 1, office.core)
    small = page.words[office.core].text.islower()
    return ends.get(office.core) if direct and small else None


def name_start(page: Page, run: Run) -> int:
    """Where the name begins with the ranks and honorifics before it."""
    start = run.start
    while start and not page.apart(start - 1, start) and is_rank(page.words[start - 1]):
        start -= 1
    return start
