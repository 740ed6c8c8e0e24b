"""Who says what: direct, indirect and mixed speech."""

from loaders.extractors.statements.details import statement
from loaders.extractors.statements.direct import find_quoted
from loaders.extractors.statements.indirect import find_clauses
from loaders.extractors.statements.merging import merge
from loaders.extractors.statements.objects import find_objects
from loaders.extractors.statements.sources import find_sources
from loaders.extractors.statements.speakers import Speakers
from loaders.extractors.statements.spans import Spans
from loaders.facts import Meeting, Statement
from loaders.reading.cast import Cast
from loaders.reading.quotations import find_quotations
from loaders.reading.reading import Reading


def find_statements(
    reading: Reading, cast: Cast, meetings: tuple[Meeting, ...]
) -> tuple[Statement, ...]:
    """All statements of the article, in text order."""
    spans = Spans(reading.doc, find_quotations(reading.doc.text))
    speakers = Speakers(cast)
    found = [
        *find_quoted(spans, speakers),
        *find_clauses(spans, speakers),
        *find_objects(spans, speakers),
        *find_sources(spans, speakers),
    ]
    told = [f for f in merge(found, spans, reading.anatomy) if f.speaker.ids]
    return tuple(
        statement(f, f"statement-{i}", reading.doc, cast, meetings) for i, f in enumerate(told, 1)
    )
