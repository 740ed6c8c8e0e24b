"""Times every ready-made question on a store of invented articles, in memory.

    python -m benchmarks.queries [articles]

Prints a Markdown table: rows of the answer and milliseconds, without parameters and with
the examples that the store can answer. Not part of CI.
"""

import datetime as dt
import random
import sys
import time
from collections.abc import Iterator
from dataclasses import dataclass, field

import pyoxigraph as ox

from loaders.article import Metadata
from loaders.facts import (
    Actor,
    ActorType,
    Anatomy,
    Date,
    Derivation,
    Evidence,
    Facts,
    Factuality,
    Figure,
    FigureKind,
    Form,
    Meeting,
    Mention,
    Mission,
    Participation,
    Role,
    Span,
    Stated,
    Statement,
    Status,
)
from loaders.identity import Link
from loaders.mapping import map_facts
from loaders.naming import slug
from ontology.files import CONCEPTS, read
from queries.answers import prepare
from queries.catalogue import catalogue

BASE = "http://localhost:8000/id/"
FIRST = ("Ada", "Bo", "Cleo", "Dag", "Eda", "Finn", "Gro", "Hal", "Ida", "Jon")
LAST = tuple(
    f"{a}{b}" for a in ("Mor", "Tal", "Vex", "Lun", "Bra") for b in ("an", "ek", "is", "od")
)
STATES = tuple(
    f"{a}{b}" for a in ("Vel", "Ost", "Nor", "Sud", "Kal") for b in ("ia", "mark", "land")
)
OFFICES = ("President", "Prime Minister", "Foreign Minister", "Ambassador", "Spokesperson")
TOPICS = ("dialogue", "sanctions", "trade", "peacekeeping", "fishing quotas")
PLACES = ("Port Ellin", "Kell Bay", "Lake House", "North Gate")
ACTS = ("inform", "warn", "praise", "condemn", "request")
STATUSES = (Status.HELD, Status.HELD, Status.PLANNED, Status.HYPOTHETICAL, Status.DENIED)
FACTUALITY = {
    Status.HELD: Factuality.ASSERTED,
    Status.PLANNED: Factuality.SCHEDULED,
    Status.HYPOTHETICAL: Factuality.HYPOTHETICAL,
    Status.DENIED: Factuality.DENIED,
}
EXAMPLES = {
    "actor": "Ada Moran",
    "with": "Bo Moran",
    "speaker": "Ada Moran",
    "to": "bo moran",
    "source": "Ada Moran",
    "target": "Velia",
    "about": "Velia",
    "of": "Velia",
    "office": "President",
    "mission": "Mission 3",
    "instrument": "Resolution 3",
    "place": "Port Ellin",
    "subject": "Ada Moran",
    "article": "folder/article-7.txt",
}


@dataclass
class Page:
    """Text that grows sentence by sentence, every word at a known place."""

    text: str = ""
    mentions: dict[str, list[Mention]] = field(default_factory=dict)

    def say(self, words: str) -> Evidence:
        """Put words at the end; where they stand is their evidence."""
        start = len(self.text)
        self.text += words + " "
        return Evidence((Span(start, start + len(words)),), "benchmark")

    def name(self, who: str) -> None:
        """Put a name at the end as a mention."""
        self.mentions.setdefault(who, []).append(Mention(self.say(who).spans[0]))


def article(number: int, chance: random.Random) -> Facts:
    """One invented article."""
    day = dt.date(2030, 1, 1) + dt.timedelta(days=number // 8)
    people = chance.sample([f"{a} {b}" for a in FIRST for b in LAST], 6)
    states = chance.sample(STATES, 2)
    plan = Plan(
        f"article-{number}.txt",
        f"Paper {number % 9}",
        day,
        people,
        states,
        mission=number % 4 == 0,
    )
    return composed(plan, chance)


@dataclass(frozen=True)
class Plan:
    """What an article is to tell; `matter` begins what its statements are about."""

    name: str
    publisher: str
    day: dt.date
    people: list[str]
    states: list[str]
    meetings: int = 2
    statements: int = 6
    mission: bool = False
    matter: str = ""


def composed(plan: Plan, chance: random.Random) -> Facts:
    """An article that tells what is planned."""
    page = Page()
    people, states, day = plan.people, plan.states, plan.day
    for who in (*people, *states):
        page.name(who)
    roles = {who: _role(page, who, states[n % 2]) for n, who in enumerate(people[:4])}
    meetings = tuple(_meeting(page, n, people, day, chance) for n in range(plan.meetings))
    statements = tuple(_statement(page, n, plan, chance) for n in range(plan.statements))
    missions = (_mission(page, chance, states[0]),) if plan.mission else ()
    actors = tuple(
        Actor(
            slug(who),
            who,
            ActorType.PERSON if who in people else ActorType.STATE,
            tuple(page.mentions[who]),
            Evidence((page.mentions[who][0].span,), "benchmark"),
            roles=(roles[who],) if who in roles else (),
        )
        for who in (*people, *states)
    )
    dated = Date(day.isoformat(), None, Derivation.METADATA, "")
    return Facts(
        key=f"folder/{plan.name}",
        name=plan.name,
        digest="",
        text=page.text,
        metadata=Metadata(published=day.isoformat(), publisher=plan.publisher),
        anatomy=Anatomy(published=dated),
        actors=actors,
        meetings=meetings,
        statements=statements,
        missions=missions,
    )


def _role(page: Page, who: str, state: str) -> Role:
    title = OFFICES[len(who) % len(OFFICES)]
    return Role(title, slug(state), page.say(f"{title} of {state}"))


def _meeting(page: Page, n: int, people: list[str], day: dt.date, chance: random.Random) -> Meeting:
    status = chance.choice(STATUSES)
    said = page.say(f"The {n} meeting is {status}.")
    evidence = Evidence(said.spans, said.rule, factuality=FACTUALITY[status])
    words = page.say(day.isoformat()).spans[0]
    parts = [Participation(slug(who), side=side) for side, who in enumerate(people[n : n + 3])]
    return Meeting(
        f"m{n}",
        tuple(parts),
        status,
        "meeting",
        evidence,
        evidence,
        date=Date(day.isoformat(), None, Derivation.STATED, day.isoformat(), words),
        place=Stated(chance.choice(PLACES), page.say("there")),
        topics=(Stated(chance.choice(TOPICS), page.say("on it")),),
    )


def _statement(page: Page, n: int, plan: Plan, chance: random.Random) -> Statement:
    people, states = plan.people, plan.states
    matter = f"{plan.matter}{chance.randrange(10**6)}"
    said = page.say(f"The matter {matter} will be looked at with great care.")
    return Statement(
        f"s{n}",
        slug(people[n]),
        Form.DIRECT,
        said.spans[0],
        said,
        addressee=slug(people[n - 1]) if n % 2 else None,
        act=chance.choice(ACTS),
        about=(slug(states[n % 2]),),
        topics=(Stated(chance.choice(TOPICS), page.say("on that")),),
        meeting="m0" if n < 2 else None,
    )


def _mission(page: Page, chance: random.Random, state: str) -> Mission:
    name = f"Mission {chance.randrange(40)}"
    page.name(name)
    figure = Figure(chance.randrange(4000), "troops", FigureKind.LEVEL, page.say("that many"))
    return Mission(
        slug(name),
        name,
        tuple(page.mentions[name]),
        page.say(f"{name} is there"),
        lead=Stated("Lakes Union", page.say("led by the Lakes Union")),
        place=Stated(state, page.say(f"in {state}")),
        mandate=Stated(f"Resolution {chance.randrange(40)}", page.say("mandated")),
        figures=(figure,),
    )


def quads(articles: int) -> Iterator[ox.Quad]:
    """The whole store: own triples, accepted claims' triples, and claim graphs."""
    chance = random.Random(7)
    for number in range(articles):
        facts = article(number, chance)
        links = {a.id: Link(a.id) for a in facts.actors}
        graph = map_facts(facts, links, BASE)
        yield from (ox.Quad(t.subject, t.predicate, t.object) for t in graph.own)
        for claim in graph.claims:
            for t in claim.triples:
                yield ox.Quad(t.subject, t.predicate, t.object, claim.iri)
                if claim.accepted:
                    yield ox.Quad(t.subject, t.predicate, t.object)


def main(articles: int) -> None:
    """Fill the store, ask everything, print the table."""
    store = ox.Store()
    store.load(read(CONCEPTS), format=ox.RdfFormat.TURTLE)
    store.bulk_extend(quads(articles))
    print(f"{articles} articles, {len(store)} quads\n")
    print("| query | parameters | rows | ms |\n|---|---|---|---|")
    for name, query in catalogue().items():
        examples = {p.name: EXAMPLES.get(p.name, p.example) for p in query.params}
        needed = {p.name: examples[p.name] for p in query.params if p.required}
        each = [{**needed, one: value} for one, value in examples.items()]
        for params in ([needed] if needed else [{}]) + [p for p in each if p != needed]:
            rows, spent = _ask(store, name, params)
            shown = ", ".join(f"{k}={v}" for k, v in params.items())
            print(f"| {name} | {shown} | {rows} | {spent:.1f} |", flush=True)


def _ask(store: ox.Store, name: str, params: dict[str, str]) -> tuple[int, float]:
    """Rows and milliseconds of the second run, when names are folded already."""
    rows, spent = 0, 0.0
    for _ in range(2):
        begun = time.perf_counter()
        prepared = prepare(name, params, store.query, "benchmark")  # type: ignore[arg-type]
        rows = sum(1 for _ in store.query(prepared.sparql))  # type: ignore[arg-type, misc]
        spent = (time.perf_counter() - begun) * 1000
        if spent > 5000:
            break
    return rows, spent


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 2000)
