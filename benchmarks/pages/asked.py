"""What a reader opens: addresses of each kind of page, about things taken at random."""

import random
from collections.abc import Iterator
from urllib.parse import quote

import pyoxigraph as ox

from benchmarks.pages.invented import BLOCK, people
from benchmarks.queries import BASE, STATES, TOPICS
from loaders.mapping.nodes import node
from loaders.naming import slug
from ontology.terms import CMQ
from service.store.directory import StoreDirectory
from service.store.patterns import objects, subjects

SAMPLE = 20  # pages of a kind


def addresses(directory: StoreDirectory, articles: int) -> dict[str, list[str]]:
    """By kind of page. People and states are those of random articles, so the known ones often."""
    chance = random.Random(11)
    with directory.reading() as store:
        things = Things(store, articles, chance)
        own = {
            "article": [things.article() for _ in range(SAMPLE)],
            "person": [things.of("actor/") for _ in range(SAMPLE)],
            "state": [f"{BASE}actor/{slug(state)}" for state in STATES],
            "meeting": [things.of("meeting/") for _ in range(SAMPLE)],
            "statement": [things.of("statement/") for _ in range(SAMPLE)],
            "mission": [f"{BASE}mission/mission-{n}" for n in range(SAMPLE)],
            "claim": [things.of("claim/") for _ in range(SAMPLE)],
        }
    pages = {
        kind: [f"/page/{iri.removeprefix(BASE)}" for iri in some] for kind, some in own.items()
    }
    pages["person whom all know"] = [f"/page/{iri.removeprefix(BASE)}" for iri in people()][:SAMPLE]
    return pages | dict(_lists(own, articles, chance))


class Things:
    """Things of random articles."""

    def __init__(self, store: ox.Store, articles: int, chance: random.Random) -> None:
        self.store, self.articles, self.chance = store, articles, chance

    def article(self) -> str:
        """An article's IRI."""
        number = self.chance.randrange(self.articles)
        key = f"folder/k{number // BLOCK:02}-article-{number % BLOCK}.txt"
        found = list(subjects(self.store, node(CMQ.key), ox.Literal(key)))
        return found[0].value

    def of(self, kind: str) -> str:
        """A thing that a random article tells of: its IRI has `kind` after the base."""
        while True:
            article = ox.NamedNode(self.article())
            claims = list(subjects(self.store, node(CMQ.reportedIn), article))
            about = {
                thing.value
                for claim in claims
                for thing in (claim, *objects(self.store, claim, node(CMQ.subject)))
            }
            found = sorted(one for one in about if one.startswith(BASE + kind))
            if found:
                return self.chance.choice(found)


def _lists(
    own: dict[str, list[str]], articles: int, chance: random.Random
) -> Iterator[tuple[str, list[str]]]:
    yield "overview", ["/"]
    yield "people", [f"/actors?type=Person&page={n}" for n in (1, 2, 5)]
    yield "articles", [f"/articles?page={n}" for n in (1, 2, articles // 100, articles // 50)]
    yield "missions", ["/missions"]
    yield "meetings", [f"/meetings?page={n}" for n in (1, 2, articles // 500, articles // 60)]
    yield "meetings of one", [f"/meetings?actor={quote(iri)}" for iri in own["person"]]
    yield "meetings of a status", [f"/meetings?status={s}" for s in ("held", "planned")]
    yield "meetings of a month", [f"/meetings?{month}" for month in _months(chance, articles)]
    yield "statements", [f"/statements?page={n}" for n in (1, 2, articles // 500, articles // 20)]
    yield "statements of one", [f"/statements?speaker={quote(iri)}" for iri in own["person"]]
    yield "statements about a state", [f"/statements?about={quote(iri)}" for iri in own["state"]]
    yield "statements on a topic", [f"/statements?topic={quote(topic)}" for topic in TOPICS]
    yield (
        "statements of two sorts",
        [
            f"/statements?topic={quote(topic)}&speaker={quote(iri)}"
            for topic, iri in zip(TOPICS * 4, own["person"], strict=True)
        ],
    )
    yield "topics", ["/positions"]
    yield "positions", [f"/positions?topic={quote(topic)}" for topic in TOPICS]
    yield "network", ["/network"]
    yield "network of a month", [f"/network?{month}" for month in _months(chance, articles)]
    yield "contradictions", ["/contradictions"]
    yield "search", [f"/search?q={word}" for word in ("moran", "matter", "vexano", "Port+Ellin")]


def _months(chance: random.Random, articles: int) -> list[str]:
    years = [1980 + chance.randrange(-(-articles // BLOCK)) for _ in range(8)]
    return [f"since={y}-{m:02}&until={y}-{m:02}" for y, m in zip(years, range(1, 9), strict=True)]
