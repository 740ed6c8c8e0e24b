"""All that the rules recognize in one article, before it becomes actors and references."""

from dataclasses import dataclass

from spacy.tokens import Doc

from loaders.extractors.actors.administrations import find_acronyms, find_administrations
from loaders.extractors.actors.agents import find_agents, find_standing
from loaders.extractors.actors.aides import owned
from loaders.extractors.actors.belonging import belong
from loaders.extractors.actors.bodies import find_bodies, without_overlap
from loaders.extractors.actors.called import find_called
from loaders.extractors.actors.gazetteer import Entity, Hit, find_hits, gazetteer
from loaders.extractors.actors.led import find_led
from loaders.extractors.actors.offices import Office, find_offices
from loaders.extractors.actors.organizations import find_named
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.persons import Person, chosen, find_runs, gather, surname_runs
from loaders.extractors.actors.roles import Held, bind
from loaders.extractors.actors.rosters import find_rosters
from loaders.extractors.actors.runs import Run
from loaders.extractors.actors.short_forms import abbreviations, bind_short, in_context
from loaders.extractors.actors.starts import past_titles
from loaders.extractors.missions.naming import name_missions
from loaders.facts import Mission, Span
from loaders.naming import fold
from loaders.reading.parse import language
from loaders.reading.reading import Reading


@dataclass(frozen=True)
class Findings:
    """Names of bodies and states (`hits`), titles, persons' names, and who holds which title."""

    page: Page
    hits: list[Hit]
    entities: dict[str, Entity]
    offices: list[Office]
    mentions: list[tuple[Run, Person]]
    held: list[Held]
    missions: tuple[Mission, ...] = ()


def findings(reading: Reading) -> Findings:
    """Recognize bodies first, then titles, then persons, then who holds what."""
    page = page_of(reading)
    missions = name_missions(page.source)
    operations = _missions(page, missions)
    hits, entities = _bodies(page, operations)
    hits = without_overlap(operations, hits)
    taken = {i for hit in hits for i in range(hit.start, hit.end)}
    offices = find_offices(page, hits)
    mentions = _mentions(page, offices, taken, hits)
    offices = owned(page, mentions, offices)
    taken |= {i for run, _ in mentions for i in range(run.start, run.end)}
    acronyms, unlisted = find_acronyms(page, hits, taken)
    hits = without_overlap(hits, acronyms)
    entities |= unlisted
    hits, entities = _doing(page, hits, entities, mentions, offices)
    held = belong(page, bind(page, mentions, offices, hits), offices, hits, entities)
    return Findings(page, hits, entities, offices, mentions, held, missions)


def _doing(
    page: Page,
    hits: list[Hit],
    entities: dict[str, Entity],
    mentions: list[tuple[Run, Person]],
    offices: list[Office],
) -> tuple[list[Hit], dict[str, Entity]]:
    """Further bodies, that only what they do tells."""
    taken = {i for hit in hits for i in range(hit.start, hit.end)}
    taken |= {i for run, _ in mentions for i in range(run.start, run.end)}
    standing, force = find_standing(page, hits, entities, taken)
    taken |= {i for office in offices for i in range(office.start, office.end)}
    people = {fold(word) for run, _ in mentions for word in run.words}
    agents, unlisted = find_agents(page, hits, taken | {hit.start for hit in standing}, people)
    return without_overlap(hits, standing, agents), {**entities, **force, **unlisted}


def _bodies(page: Page, operations: list[Hit]) -> tuple[list[Hit], dict[str, Entity]]:
    """Bodies and states; a mission's name is none, and lends no other one its own."""
    listed = find_hits(page)
    bodies, of_states = find_bodies(page, listed)
    named, unlisted = find_named(page, listed)
    governments, administrations = find_administrations(page)
    rosters, members = find_rosters(page)
    hits = without_overlap(operations, rosters, governments, listed, bodies, named)
    led, unnamed = find_led(page, hits)
    hits = without_overlap(hits, led)
    called, told = find_called(page, {i for hit in hits for i in range(hit.start, hit.end)})
    hits = without_overlap(hits, called)
    hits = [hit for hit in hits if hit.how != "mission"]
    entities = {
        **gazetteer().entities,
        **of_states,
        **unlisted,
        **members,
        **unnamed,
        **told,
        **administrations,
    }
    full = [hit for hit in hits if hit.how != "place"]
    places = [hit for hit in hits if hit.how == "place"]
    bound = bind_short(page, full, entities)
    further = [*abbreviations(page, bound), *in_context(page, bound)]
    return without_overlap(places, bound, further), entities


def _missions(page: Page, missions: tuple[Mission, ...]) -> list[Hit]:
    """Missions by name, whose commanders and heads hold offices."""
    starts = {word.start: i for i, word in enumerate(page.words)}
    ends = {word.end: i + 1 for i, word in enumerate(page.words)}
    return [
        Hit(starts[m.span.start], ends[m.span.end], "mission", f"mission:{mission.id}")
        for mission in missions
        for m in mission.mentions
        if m.span.start in starts and m.span.end in ends
    ]


def _mentions(
    page: Page, offices: list[Office], taken: set[int], hits: list[Hit]
) -> list[tuple[Run, Person]]:
    titles = {past_titles(page, o.end): o.title.lower() for o in offices}
    people = gather(find_runs(page, offices, taken, hits), titles)
    found = [(run, person) for person in people for run in person.runs]
    bare = surname_runs(page, people, taken)
    found += [(run, chosen(few, run, titles)) for run, few in bare]
    return sorted(found, key=lambda m: m[0].start)


def page_of(reading: Reading) -> Page:
    """The article's words; the headline, which the article's parse leaves out, parsed apart."""
    headline = reading.anatomy.headline
    if headline is None or _parsed(reading.doc, headline):
        return Page(reading.doc)
    parsed = language()(reading.text(headline), disable=["parser", "lemmatizer"])
    return Page(reading.doc, parsed, headline.start)


def _parsed(doc: Doc, headline: Span) -> bool:
    """Whether the article's own parse has the headline: it is blank there if it was skipped."""
    words = doc.char_span(headline.start, headline.end, alignment_mode="expand")
    return words is not None and any(not token.is_space for token in words)
