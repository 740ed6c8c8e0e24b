"""The questions: seven kinds, each with constants drawn from the graph, as paths of requests."""

import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from itertools import chain, islice
from urllib.parse import quote

import pyoxigraph as ox

from benchmarks.queries import FIRST, LAST
from queries.answers import prepare

_PREFIXES = (
    "PREFIX c: <https://w3id.org/communique/ns#> "
    "PREFIX rdfs: <http://www.w3.org/2000/01/rdf-schema#> "
    "PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#> "
    "PREFIX xsd: <http://www.w3.org/2001/XMLSchema#> "
)
_CANNED = (("meetings", "actor"), ("statements", "speaker"), ("timeline", "actor"),
           ("naming", "actor"), ("offices", "actor"))  # fmt: skip
# Shares of the mix: what sites and scripts ask a graph of news for.
MIX = {"look-up": 40, "hop": 25, "join": 12, "aggregate": 5, "construct": 10, "large": 3,
       "canned": 5}  # fmt: skip
POPULAR, REPEATED = 300, 0.5  # of the mix with repeats: questions that come again, their share


@dataclass
class Things:
    """What the graph is about, to ask for; shuffled, the same each time."""

    store: ox.Store
    chance: random.Random

    def of(self, kind: str) -> list[str]:
        """IRIs of a class."""
        rows = self.store.query(f"{_PREFIXES} SELECT DISTINCT ?x {{ ?x a c:{kind} }}")
        found = sorted(row["x"].value for row in rows)  # type: ignore[union-attr]
        self.chance.shuffle(found)
        return found

    def day(self) -> str:
        """A day that articles are from, or near it."""
        return f"2030-0{self.chance.randint(1, 5)}-{self.chance.randint(1, 28):02}"


def _pick(things: Things, kind: str) -> Iterator[str]:
    """A thing of a class, each once, then again."""
    known = things.of(kind)
    while True:
        yield from known


def look_up(things: Things) -> Iterator[str]:
    """All that is said of one thing."""
    for thing in chain(*(things.of(k) for k in ("Mention", "Claim", "Statement", "Meeting"))):
        yield f"SELECT ?p ?o WHERE {{ <{thing}> ?p ?o }}"


def hop(things: Things) -> Iterator[str]:
    """From a mention to the thing and its label's article."""
    for mention in things.of("Mention"):
        yield (
            f"SELECT ?thing ?key WHERE {{ ?thing c:denotedBy <{mention}> . "
            f"<{mention}> c:inArticle ?article . ?article c:key ?key }}"
        )


def join(things: Things) -> Iterator[str]:
    """Whom somebody met since a day."""
    for person in _pick(things, "Person"):
        yield (
            f"SELECT ?meeting ?date ?name WHERE {{ ?meeting c:participant <{person}>, ?who ; "
            f"c:date ?date . ?who a c:Person ; rdfs:label ?name "
            f'FILTER(?date >= "{things.day()}"^^xsd:date && ?who != <{person}>) }} ORDER BY ?date'
        )


def aggregate(things: Things) -> Iterator[str]:
    """Statements about a state, counted by topic."""
    for state in _pick(things, "Polity"):
        least = things.chance.randrange(10**6)
        yield (
            f"SELECT ?topic (COUNT(?s) AS ?n) WHERE {{ ?s c:about <{state}> ; c:topic ?topic ; "
            f'c:text ?text FILTER(STR(?text) > "The matter {least}") }} GROUP BY ?topic'
        )


def construct(things: Things) -> Iterator[str]:
    """A thing with the labels of what it is tied to."""
    for thing in chain(things.of("Statement"), things.of("Meeting"), things.of("Participation")):
        yield (
            f"CONSTRUCT {{ <{thing}> ?p ?o . ?o rdfs:label ?label }} "
            f"WHERE {{ <{thing}> ?p ?o OPTIONAL {{ ?o rdfs:label ?label }} }}"
        )


def large(things: Things) -> Iterator[str]:
    """All that three articles bear out: a thousand rows and more."""
    articles = _pick(things, "Article")
    while True:
        three = " ".join(f"<{article}>" for article in islice(articles, 3))
        yield (
            "SELECT ?thing ?p ?o WHERE "
            f"{{ VALUES ?article {{ {three} }} ?thing c:reportedIn ?article ; ?p ?o }}"
        )


def canned(things: Things) -> Iterator[str]:
    """Ready-made questions as the service puts them to the store."""
    people = [f"{first} {last}" for first in FIRST for last in LAST]
    things.chance.shuffle(people)
    for person in people:
        for name, parameter in _CANNED:
            yield prepare(name, {parameter: person}, things.store.query, "benchmark").sparql  # type: ignore[arg-type]


def heavy(things: Things) -> Iterator[str]:
    """About a second's work: spans of mentions, compared."""
    while True:
        least = things.chance.randrange(10**6)
        yield (
            "SELECT ?article (COUNT(?m) AS ?n) (MAX(?end) AS ?last) WHERE { ?m nif:endIndex ?end ; "
            f"nif:anchorOf ?words ; c:inArticle ?article . ?thing c:denotedBy ?m "
            f'FILTER(STRLEN(?words) + {least} > ?end && CONTAINS(LCASE(?words), "a")) '
            "} GROUP BY ?article"
        )


KINDS: dict[str, Callable[[Things], Iterator[str]]] = {
    "look-up": look_up,
    "hop": hop,
    "join": join,
    "aggregate": aggregate,
    "construct": construct,
    "large": large,
    "canned": canned,
}


def texts(kind: str, things: Things, count: int) -> list[str]:
    """Questions of one kind, no two the same."""
    found = islice(dict.fromkeys(islice(KINDS[kind](things), 2 * count)), count)
    return [text if text.startswith("PREFIX") else _PREFIXES + text for text in found]


def mix(each: dict[str, list[str]], count: int, chance: random.Random) -> list[str]:
    """Questions of all kinds by their shares, no two the same as long as there are others."""
    streams = {kind: iter(found) for kind, found in each.items()}
    drawn = chance.choices(list(MIX), list(MIX.values()), k=count)
    return [text for text in (next(streams[kind], "") for kind in drawn) if text]


def with_repeats(fresh: list[str], chance: random.Random) -> list[str]:
    """Half of them again from a few that are popular, the first ones most."""
    popular = fresh[:POPULAR]
    weights = [1 / (rank + 1) for rank in range(len(popular))]
    rest = iter(fresh[POPULAR:])
    return [
        chance.choices(popular, weights)[0] if chance.random() < REPEATED else text for text in rest
    ]


def path(text: str) -> str:
    """As a request's query string."""
    return f"query={quote(text)}"


def slow(things: Things, count: int) -> list[str]:
    """Questions that take about a second."""
    return [_PREFIXES + text for text in islice(heavy(things), count)]
