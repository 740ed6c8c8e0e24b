"""From articles to facts: the extractors in their order."""

import hashlib
from collections.abc import Iterable, Iterator

from loaders.anatomy import dissect
from loaders.article import Article
from loaders.extractors.actors import acting, find_cast
from loaders.extractors.instruments import find_instruments
from loaders.extractors.meetings import find_meetings
from loaders.extractors.missions import find_missions
from loaders.extractors.statements import find_statements
from loaders.facts import Facts
from loaders.reading.parse import read
from loaders.reading.reading import Reading


def extract(articles: Iterable[Article]) -> Iterator[Facts]:
    """Facts of each article, in the order given."""
    for reading in read((article, dissect(article)) for article in articles):
        yield facts_of(reading)


def facts_of(reading: Reading) -> Facts:
    """Run every extractor over one parsed article."""
    cast = find_cast(reading)
    meetings = find_meetings(reading, cast)
    statements = find_statements(reading, cast, meetings)
    missions = find_missions(reading, cast)
    article = reading.article
    return Facts(
        key=article.key,
        name=article.name,
        digest=hashlib.sha256(article.text.encode()).hexdigest(),
        text=article.text,
        metadata=article.metadata,
        anatomy=reading.anatomy,
        actors=acting(cast, meetings, statements, missions),
        meetings=meetings,
        statements=statements,
        missions=missions,
        instruments=find_instruments(reading, cast),
    )
