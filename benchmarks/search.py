"""Times search in an index of invented articles.

    python -m benchmarks.search [articles [folder]]

Prints a Markdown table: questions, hits, median and 95th percentile in milliseconds. The index is
filled with the entries that the articles' facts would give, without a graph; one that the folder
has is taken as it is. Not part of CI.
"""

import random
import statistics
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

from benchmarks.queries import BASE, FIRST, LAST, PLACES, STATES, TOPICS, article
from loaders.facts import Facts
from loaders.naming import slug
from service.store.search.asking import Narrowing, look_up, suggested
from service.store.search.entries import Entry, Facet, Kind
from service.store.search.index import Index
from service.store.search.words import asked, folded

ROUNDS = 40  # questions of each sort


def entries(facts: Facts) -> Iterator[tuple[str, Entry, dict[str, str]]]:
    """What an article gives to find, and the names of what it points at."""
    people = {actor.id: f"{BASE}actor/{actor.id}" for actor in facts.actors}
    names = {people[actor.id]: folded(actor.name) for actor in facts.actors}
    day, publisher = str(facts.metadata.published), str(facts.metadata.publisher)
    paper, token = (Facet.PUBLISHER, publisher), slug(facts.key)
    for actor in facts.actors:
        yield people[actor.id], Entry(Kind.ACTOR, folded(actor.name), "", "", "", ()), names
    body = folded(facts.text)
    yield (
        f"{BASE}article/{token}",
        Entry(Kind.ARTICLE, folded(facts.name), "", body, day, (paper,)),
        names,
    )
    for said in facts.statements:
        speaker = people[str(said.speaker)]
        text = folded(facts.text[said.span.start : said.span.end])
        others = [people[one] for one in (*said.about, *filter(None, [said.addressee]))]
        values = (
            paper,
            (Facet.SPEAKER, speaker),
            (Facet.FORM, str(said.form)),
            *((Facet.NAMED, one) for one in others),
        )
        topics = " ".join(folded(topic.value) for topic in said.topics)
        entry = Entry(
            Kind.STATEMENT,
            "",
            " ".join([topics, *(names[one] for one in (speaker, *others))]),
            text,
            day,
            values,
        )
        yield f"{BASE}statement/{token}/{said.id}", entry, names
    for met in facts.meetings:
        who = [people[str(part.actor)] for part in met.participations]
        place = str(met.place.value) if met.place else ""
        values = (
            paper,
            (Facet.PLACE, place),
            (Facet.STATUS, str(met.status)),
            *((Facet.NAMED, one) for one in who),
        )
        words = " ".join([*(names[one] for one in who), folded(place)])
        yield (
            f"{BASE}meeting/{token}/{met.id}",
            Entry(Kind.MEETING, "", words, "", day, values),
            names,
        )


def fill(index: Index, articles: int) -> None:
    """Put in so many articles."""
    chance, seen = random.Random(7), set()
    for first in range(0, articles, 1000):
        with index.writing():
            for number in range(first, min(first + 1000, articles)):
                for iri, entry, names in entries(article(number, chance)):
                    if iri not in seen:
                        index.put(iri, entry, names)
                    if entry.kind is Kind.ACTOR:
                        seen.add(iri)


def questions(chance: random.Random) -> dict[str, tuple[str, Narrowing]]:
    """One question of each sort."""
    person = f"{chance.choice(FIRST)} {chance.choice(LAST)}"
    year = 2030 + chance.randrange(10)
    since, until = f"{year}-03-01", f"{year}-06-30"
    speaker = ((Facet.SPEAKER, f"{BASE}actor/{slug(person)}"),)
    return {
        "a person": (person, Narrowing()),
        "a surname": (chance.choice(LAST), Narrowing()),
        "a rare word": (str(chance.randrange(10**6)), Narrowing()),
        "a word of every statement": ("matter", Narrowing()),
        "two words of every statement": ("great care", Narrowing(kind="statement")),
        "a phrase": ('"looked at with great care"', Narrowing()),
        "two people": (f"{person} {chance.choice(FIRST)} {chance.choice(LAST)}", Narrowing()),
        "a person at a place": (f"{person} {chance.choice(PLACES)}", Narrowing(kind="meeting")),
        "a state and a topic": (f"{chance.choice(STATES)} {chance.choice(TOPICS)}", Narrowing()),
        "a topic by a speaker": (chance.choice(TOPICS), Narrowing(values=speaker)),
        "a topic in four months": (chance.choice(TOPICS), Narrowing("", since, until)),
        "all meetings of four months": ("", Narrowing("meeting", since, until)),
        "a word that nothing has": ("unheard", Narrowing()),
    }


def main(articles: int, folder: str) -> None:
    """Fill an index, ask, print the table."""
    with closing(Index(Path(folder))) as index:
        begun = time.perf_counter()
        if not next(index.connection.execute("SELECT 1 FROM things"), None):
            fill(index, articles)
        spent, size = time.perf_counter() - begun, (Path(folder) / "search.sqlite").stat().st_size
        print(f"{articles} articles: {spent:.0f} s, {size / 1e6:.0f} MB\n")
        print("| question | hits | median ms | p95 ms |\n|---|---:|---:|---:|")
        times: list[float] = []
        for sort in questions(random.Random(1)):
            times += _ask(index, sort)
        print(f"| all | | {statistics.median(times):.1f} | {_p95(times):.1f} |")
        _suggest(index)


def _ask(index: Index, sort: str) -> list[float]:
    chance, times, hits = random.Random(sort), [], []
    for _ in range(ROUNDS):
        text, narrowing = questions(chance)[sort]
        begun = time.perf_counter()
        hits.append(look_up(index, asked(text), narrowing).total)
        times.append((time.perf_counter() - begun) * 1000)
    _tell(sort, max(hits), times)
    return times


def _suggest(index: Index) -> None:
    chance, times = random.Random(3), []
    for _ in range(ROUNDS):
        typed = chance.choice(LAST)[: chance.randrange(1, 4)]
        begun = time.perf_counter()
        list(suggested(index, asked(typed, is_open=True), 8))
        times.append((time.perf_counter() - begun) * 1000)
    _tell("suggestions", 8, times)


def _tell(sort: str, hits: int, times: list[float]) -> None:
    print(f"| {sort} | {hits} | {statistics.median(times):.1f} | {_p95(times):.1f} |", flush=True)


def _p95(times: list[float]) -> float:
    return sorted(times)[int(len(times) * 0.95)]


if __name__ == "__main__":
    with tempfile.TemporaryDirectory() as made:
        main(int(sys.argv[1]) if len(sys.argv) > 1 else 10_000, (*sys.argv[2:], made)[0])
