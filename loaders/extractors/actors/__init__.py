"""Who is in the article: persons, organizations, states, their offices and how they are referred to."""

from loaders.extractors.actors.assembly import assemble
from loaders.extractors.actors.belonging import belong
from loaders.extractors.actors.bodies import find_bodies, without_overlap
from loaders.extractors.actors.gazetteer import find_hits, gazetteer
from loaders.extractors.actors.offices import find_offices
from loaders.extractors.actors.organizations import find_administrations, find_named
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.persons import chosen, find_runs, gather, surname_runs
from loaders.extractors.actors.promotion import acting
from loaders.extractors.actors.references import outermost
from loaders.extractors.actors.roles import bind
from loaders.extractors.actors.thirds import pronoun_references
from loaders.extractors.actors.vouching import past_titles
from loaders.extractors.missions.naming import name_missions
from loaders.reading.cast import Cast, Reference
from loaders.reading.parse import language
from loaders.reading.reading import Reading

__all__ = ["acting", "find_cast"]


def find_cast(reading: Reading) -> Cast:
    """All actors of the article and all references to them."""
    page = _page(reading)
    plain_hits = find_hits(page)
    bodies, found = find_bodies(page, plain_hits)
    named, more = find_named(page, plain_hits)
    governments, still = find_administrations(page, set())
    hits = without_overlap(governments, plain_hits, bodies, named)
    entities = {**gazetteer().entities, **found, **more, **still}
    taken = {i for hit in hits for i in range(hit.start, hit.end)}
    offices = find_offices(page, hits)
    titles = {past_titles(page, o.end): o.title.lower() for o in offices}
    people = gather(find_runs(page, offices, taken), titles)
    mentions = [(run, person) for person in people for run in person.runs]
    mentions += [(run, chosen(few, run, titles)) for run, few in surname_runs(page, people, taken)]
    mentions.sort(key=lambda m: m[0].start)
    held = belong(page, bind(page, mentions, offices, hits), hits, entities)
    cast = assemble(page, hits, entities, mentions, held, offices)
    missions = name_missions(reading.doc)
    more = [Reference(m, (mission.id,)) for mission in missions for m in mission.mentions]
    named = Cast(cast.actors, outermost([*more, *cast.references]), missions, cast.others)
    pronouns = pronoun_references(reading.doc, named)
    return Cast(cast.actors, outermost([*named.references, *pronouns]), missions, cast.others)


def _page(reading: Reading) -> Page:
    """The article's words; the headline, which the article's parse leaves out, parsed apart."""
    headline = reading.anatomy.headline
    if headline is None or reading.doc.text[headline.start : headline.end].strip():
        return Page(reading.doc)
    return Page(reading.doc, language()(reading.text(headline)), headline.start)
