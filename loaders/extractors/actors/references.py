"""Every phrase that refers to an actor by name or by office."""

from collections.abc import Iterable

from loaders.extractors.actors.offices import Office
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.roles import Held
from loaders.extractors.actors.runs import Run, is_rank
from loaders.facts import Mention, MentionKind, Span
from loaders.reading.cast import Reference


def name_span(page: Page, run: Run, held: Iterable[Held]) -> Span:
    """The name with its title, rank and honorific before it."""
    start = run.start
    for one in held:
        if one.run is run and one.office.start < start and one.rule == "actor.role.title":
            start = one.office.start
    while start and not page.apart(start - 1, start):
        before = page.words[start - 1]
        dot = before.text == "." and before.glued and start > 1 and is_rank(page.words[start - 2])
        if not (dot or (is_rank(before) and before.capital)):
            break
        start -= 1
    return page.span(start, run.end)


def named(span: Span, *ids: str) -> Reference:
    """A reference by name."""
    return Reference(Mention(span, MentionKind.NAME), ids)


def by_office(page: Page, office: Office, ids: tuple[str, ...]) -> Reference:
    """A reference by title alone."""
    return Reference(Mention(page.span(office.start, office.end), MentionKind.OFFICE), ids)


def outermost(references: Iterable[Reference]) -> tuple[Reference, ...]:
    """References in text order, without those that lie inside a person's longer one."""
    ordered = sorted(references, key=lambda r: (r.mention.span.start, -r.mention.span.end))
    kept: list[Reference] = []
    for one in ordered:
        if not (kept and kept[-1].mention.span.covers(one.mention.span)):
            kept.append(one)
    return tuple(kept)
