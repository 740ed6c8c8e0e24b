"""From articles to facts: the extractors in their order."""

import hashlib
from collections.abc import Iterable, Iterator
from dataclasses import replace

from loaders.anatomy import cautions, dissect
from loaders.article import Article
from loaders.confidence import without_idle
from loaders.confidence.judging import judged
from loaders.extractors.actors import acting, find_cast
from loaders.extractors.instruments import find_instruments
from loaders.extractors.meetings import find_meetings
from loaders.extractors.missions import find_missions
from loaders.extractors.missions.attribution import attribute_figures
from loaders.extractors.overlooked import find_overlooked
from loaders.extractors.statements import attributed, find_all
from loaders.extractors.topics import attach_meeting_topics, attach_topics, named_spans
from loaders.facts import Actor, Anatomy, Facts, Skipped, Span, Statement
from loaders.reading.cast import Cast
from loaders.reading.parse import read
from loaders.reading.reading import Reading

LANGUAGES = frozenset({"en"})  # those that the extractors read


def extract(articles: Iterable[Article]) -> Iterator[Facts]:
    """Facts of each article, in the order given."""
    for reading in read((article, _readable(article)) for article in articles):
        yield facts_of(reading)


def _readable(article: Article) -> Anatomy:
    """The article's anatomy; one in a language without extractors is skipped whole."""
    anatomy = dissect(article)
    if anatomy.language in LANGUAGES:
        return anatomy
    whole = Skipped(Span(0, len(article.text)), f"language {anatomy.language}")
    return replace(anatomy, skipped=(whole,))


def facts_of(reading: Reading) -> Facts:
    """Run every extractor over one parsed article, and judge what they find."""
    cast = find_cast(reading)
    return without_idle(judged(unjudged(reading, cast), reading, cast))


def unjudged(reading: Reading, cast: Cast) -> Facts:
    """What the extractors find, before anything says how sure it is."""
    meetings = find_meetings(reading, cast)
    instruments = find_instruments(reading, cast)
    found = find_all(reading, cast)
    statements = attributed(found, reading, cast, meetings, instruments)
    missions = attribute_figures(find_missions(reading, cast), statements)
    actors = acting(cast, meetings, statements, missions)
    named = named_spans(cast, instruments)
    article = reading.article
    return Facts(
        key=article.key,
        name=article.name,
        digest=hashlib.sha256(article.text.encode()).hexdigest(),
        text=article.text,
        metadata=article.metadata,
        anatomy=reading.anatomy,
        actors=actors,
        meetings=attach_meeting_topics(meetings, instruments, reading, cast, named),
        statements=attach_topics(statements, instruments, reading, named),
        missions=missions,
        instruments=instruments,
        warnings=(
            *cautions(article.text, reading.anatomy),
            *find_overlooked(reading, cast, found, statements, meetings),
        ),
        others=_spoken_of(cast, actors, statements),
    )


def _spoken_of(
    cast: Cast, actors: tuple[Actor, ...], statements: tuple[Statement, ...]
) -> tuple[Actor, ...]:
    """Whom statements are about though they do nothing in the article."""
    about = {who for statement in statements for who in statement.about}
    idle = (other for other in cast.others if other not in actors)
    return tuple(other for other in idle if other.id in about)
