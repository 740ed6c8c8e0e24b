"""Actors and references put together from what the rules recognized."""

from collections.abc import Iterable

from loaders.extractors.actors.findings import Findings
from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.identifiers import Identifiers
from loaders.extractors.actors.persons import Person, core
from loaders.extractors.actors.promotion import acts, body_acts, head_of
from loaders.extractors.actors.references import by_office, name_span, named, outermost
from loaders.extractors.actors.roles import Held
from loaders.extractors.actors.runs import Run
from loaders.facts import Actor, ActorType, Evidence, Mention, Role, Span
from loaders.reading.cast import Cast, Reference

_GENERIC = {"head of state", "head of government"}
_PAST = ("former ", "ex ")
_NO_ACTORS = {"place", "mission"}


def assemble(found: Findings, ids: Identifiers) -> Cast:
    """The article's cast by name and title; what refers back by other words comes later."""
    bodies = _bodies(found, ids) + _implied(found, ids)
    for _, person in found.mentions:
        ids.keys[f"person:{id(person)}"] = ids.of(" ".join(person.name), id(person))
    persons = _persons(found, ids)
    active = {
        ids.keys[h.key]
        for h in found.hits
        if h.how not in {"place", "mission"} and _acting(found, h)
    }
    return Cast(
        (*persons, *(a for a in bodies if a.id in active)),
        outermost(_references(found, ids)),
        others=tuple(a for a in bodies if a.id not in active),
    )


def _references(found: Findings, ids: Identifiers) -> Iterable[Reference]:
    page = found.page
    for run, person in found.mentions:
        yield named(name_span(page, run, found.held), ids.keys[id(person)])
    for one in found.held:
        if one.rule != "actor.role.list":
            yield by_office(page, one.office, (ids.keys[id(one.person)],))
    for hit in found.hits:
        if hit.how in {"name", "capital"}:
            yield named(page.span(hit.start, hit.end), ids.keys[hit.key])


def _bodies(found: Findings, ids: Identifiers) -> list[Actor]:
    by_key: dict[str, list[Hit]] = {}
    for hit in found.hits:
        if hit.how not in _NO_ACTORS:
            by_key.setdefault(hit.key, []).append(hit)
    return [_body(found, found.entities[key], hits, ids) for key, hits in by_key.items()]


def _body(found: Findings, entity: Entity, hits: list[Hit], ids: Identifiers) -> Actor:
    page = found.page
    spans = tuple(page.span(h.start, h.end) for h in hits if h.how != "demonym")
    shown = spans or (page.span(hits[0].start, hits[0].end),)
    source = entity.key.partition(":")[0]
    rule = {"state": "actor.state.table", "org": "actor.organization.table"}.get(source)
    aliases = {page.text(h.start, h.end) for h in hits if h.how == "name"}
    return Actor(
        ids.of(entity.name, entity.key),
        entity.name,
        entity.type,
        tuple(Mention(s) for s in spans),
        Evidence(shown, rule or f"actor.organization.{source}"),
        aliases=tuple(sorted(aliases - {entity.name})),
        wikidata=entity.wikidata,
    )


def _implied(found: Findings, ids: Identifiers) -> list[Actor]:
    """States that no word of the article names, known by their offices only."""
    actors: list[Actor] = []
    for one in found.held:
        if one.of and one.of not in ids.keys and one.of in found.entities:
            entity = found.entities[one.of]
            span = found.page.span(one.office.start, one.office.end)
            evidence = Evidence((span,), "actor.state.office", 0.7)
            identifier = ids.of(entity.name, one.of)
            actors.append(
                Actor(identifier, entity.name, entity.type, (), evidence, wikidata=entity.wikidata)
            )
    return actors


def _acting(found: Findings, hit: Hit) -> bool:
    token = head_of(found.page.tokens[hit.start : hit.end])
    entity = found.entities[hit.key]
    if entity.type is not ActorType.STATE:
        return body_acts(token, entity.kind)
    return hit.how != "people" and acts(token)


def _persons(found: Findings, ids: Identifiers) -> list[Actor]:
    by_person: dict[int, tuple[Person, list[Run]]] = {}
    for run, person in found.mentions:
        by_person.setdefault(id(person), (person, []))[1].append(run)
    return [_person(found, person, runs, ids) for person, runs in by_person.values()]


def _person(found: Findings, person: Person, runs: list[Run], ids: Identifiers) -> Actor:
    name = " ".join(person.name)
    spans = tuple(name_span(found.page, run, found.held) for run in runs)
    namesakes = {id(other) for _, other in found.mentions if other.name[-1] == person.name[-1]}
    forms = {" ".join(core(run.words)) for run in runs}
    forms |= {person.name[-1]} if len(namesakes) == 1 else set()
    return Actor(
        ids.keys[id(person)],
        name,
        ActorType.PERSON,
        tuple(Mention(s) for s in spans),
        Evidence(spans, "actor.person.name"),
        _roles(found, [h for h in found.held if h.person is person], ids),
        tuple(sorted(forms - {name})),
    )


def _evidence(one: Held, spans: tuple[Span, ...]) -> Evidence:
    """What tells the role; a state that the title leaves out is a guess."""
    return Evidence(spans, "actor.role.guessed", 0.6) if one.guessed else Evidence(spans, one.rule)


def _folded(title: str) -> str:
    return title.lower().replace("-", " ")


def _roles(found: Findings, held: Iterable[Held], ids: Identifiers) -> tuple[Role, ...]:
    """The offices, each once; one without a state gives way to the same with it."""
    roles: dict[tuple[str, str | None], Role] = {}
    for one in held:
        office = one.office
        of = ids.keys.get(one.of, one.of.partition(":")[2]) if one.of else None
        if (office.head == "chief" and of is None) or _folded(office.title) in _GENERIC:
            continue
        spans = (
            found.page.span(office.start, office.end),
            found.page.span(one.run.start, one.run.end),
        )
        key = (_folded(office.title), of)
        roles.setdefault(key, Role(office.title, of, _evidence(one, spans)))
    whole = {title for title, of in roles if of}
    if whole - {"ambassador"}:
        roles.pop(("ambassador", None), None)  # a rank of those who hold another office
    for title, of in [key for key in roles if key[0].startswith(_PAST)]:
        roles.pop((title.partition(" ")[2], of), None)  # former ministers keep the title
    longer = {word for title, _ in roles if " " in title for word in title.split()}
    return tuple(
        r for (title, of), r in roles.items() if title not in longer and (of or title not in whole)
    )
