"""Actors and references put together from what the rules found."""

from collections.abc import Iterable

from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.offices import Office
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.persons import Person, core
from loaders.extractors.actors.promotion import acts
from loaders.extractors.actors.references import by_office, name_span, named, outermost
from loaders.extractors.actors.roles import Held
from loaders.extractors.actors.runs import Run
from loaders.facts import Actor, ActorType, Evidence, Mention, MentionKind, Role
from loaders.naming import slug
from loaders.reading.cast import Cast, Reference

Mentions = list[tuple[Run, Person]]


def assemble(
    page: Page,
    hits: list[Hit],
    entities: dict[str, Entity],
    mentions: Mentions,
    held: list[Held],
    offices: list[Office],
) -> Cast:
    """The article's cast."""
    ids = _Ids()
    states = _named_entities(page, hits, entities, ids)
    states += _implied(page, held, entities, ids)
    people: dict[int, str] = {}
    for _, person in mentions:
        people.setdefault(id(person), ids.of(" ".join(person.name), id(person)))
    persons = _persons(page, mentions, held, people, ids, entities)
    references = [
        *(named(name_span(page, run, held), people[id(p)]) for run, p in mentions),
        *(by_office(page, h.office, (people[id(h.person)],)) for h in held),
        *(
            named(page.span(h.start, h.end), ids.keys[h.key])
            for h in hits
            if h.how in {"name", "capital"}
        ),
    ]
    active = {ids.keys[h.key] for h in hits if h.how != "place" and _acting(page, h, entities)}
    actors = [*persons, *(a for a in states if a.id in active)]
    others = [a for a in states if a.id not in active]
    return Cast(tuple(actors), outermost(references), others=tuple(others))


class _Ids:
    """Readable ids, each given once."""

    def __init__(self) -> None:
        self.keys: dict[str | int, str] = {}
        self._used: set[str] = set()

    def of(self, name: str, key: str | int) -> str:
        """The id of `key`, made from `name`."""
        if key not in self.keys:
            base = slug(name)
            number = 1
            while (one := base if number == 1 else f"{base}-{number}") in self._used:
                number += 1
            self._used.add(one)
            self.keys[key] = one
        return self.keys[key]


def _named_entities(
    page: Page, hits: list[Hit], entities: dict[str, Entity], ids: _Ids
) -> list[Actor]:
    by_key: dict[str, list[Hit]] = {}
    for hit in hits:
        if hit.how != "place":
            by_key.setdefault(hit.key, []).append(hit)
    found = []
    for key, all_hits in by_key.items():
        entity = entities[key]
        spans = tuple(page.span(h.start, h.end) for h in all_hits if h.how != "demonym")
        evidence = Evidence(
            spans or (page.span(all_hits[0].start, all_hits[0].end),),
            f"actor.{entity.kind.replace(' ', '-')}.table",
        )
        aliases = {page.text(h.start, h.end) for h in all_hits if h.how == "name"}
        found.append(
            Actor(
                ids.of(entity.name, key),
                entity.name,
                entity.type,
                tuple(Mention(s) for s in spans),
                evidence,
                aliases=tuple(sorted(aliases - {entity.name})),
                wikidata=entity.wikidata,
            )
        )
    return found


def _implied(page: Page, held: list[Held], entities: dict[str, Entity], ids: _Ids) -> list[Actor]:
    """States that no word of the article names, known by their offices only."""
    found: dict[str, Actor] = {}
    for one in held:
        if one.of and one.of not in ids.keys and one.of not in found:
            entity = entities[one.of]
            evidence = Evidence(
                (page.span(one.office.start, one.office.end),), "actor.state.office", 0.7
            )
            found[one.of] = Actor(
                slug(entity.name), entity.name, entity.type, (), evidence, wikidata=entity.wikidata
            )
    for key, actor in found.items():
        ids.of(actor.name, key)
    return list(found.values())


def _acting(page: Page, hit: Hit, entities: dict[str, Entity]) -> bool:
    if entities[hit.key].type is not ActorType.STATE:
        return True
    if hit.how not in {"name", "capital"}:
        return False
    return acts(page.tokens[hit.end - 1])


def _persons(
    page: Page,
    mentions: Mentions,
    held: list[Held],
    people: dict[int, str],
    ids: _Ids,
    entities: dict[str, Entity],
) -> list[Actor]:
    by_person: dict[int, tuple[Person, list[Run]]] = {}
    for run, person in mentions:
        by_person.setdefault(id(person), (person, []))[1].append(run)
    found = []
    for key, (person, runs) in by_person.items():
        name = " ".join(person.name)
        spans = tuple(name_span(page, run, held) for run in runs)
        forms = {" ".join(core(run.words)) for run in runs} | {person.name[-1]}
        found.append(
            Actor(
                people[key],
                name,
                ActorType.PERSON,
                tuple(Mention(s, MentionKind.NAME) for s in spans),
                Evidence(spans, "actor.person.name"),
                _roles(page, [h for h in held if id(h.person) == key], ids),
                tuple(sorted(forms - {name})),
            )
        )
    return found


def _folded(title: str) -> str:
    return title.lower().replace("-", " ").removeprefix("the ")


def _roles(page: Page, held: Iterable[Held], ids: _Ids) -> tuple[Role, ...]:
    found: dict[tuple[str, str | None], Role] = {}
    for one in held:
        if one.office.head == "chief" and not one.of:
            continue
        of = ids.keys.get(one.of) if one.of else None
        key = (_folded(one.office.title), of)
        spans = (page.span(one.office.start, one.office.end), page.span(one.run.start, one.run.end))
        found.setdefault(key, Role(one.office.title, of, Evidence(spans, one.rule)))
    whole = {title for title, of in found if of}
    return tuple(r for (title, of), r in found.items() if of or title not in whole)


def references_of(found: Iterable[Reference]) -> tuple[Reference, ...]:
    """References in text order."""
    return outermost(found)
