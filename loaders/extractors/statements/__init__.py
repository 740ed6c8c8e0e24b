"""Who says what: direct, indirect and mixed speech."""

from collections.abc import Sequence
from dataclasses import replace

from loaders.extractors.statements.cues import verbs_in
from loaders.extractors.statements.details import statement
from loaders.extractors.statements.direct import find_quoted
from loaders.extractors.statements.documents import find_document, in_own_name
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.gathered import gathered
from loaders.extractors.statements.indirect import find_clauses
from loaders.extractors.statements.merging import merge
from loaders.extractors.statements.nouns import find_nominal
from loaders.extractors.statements.objects import find_objects
from loaders.extractors.statements.occasions import Occasions
from loaders.extractors.statements.sources import find_sources
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speakers
from loaders.extractors.statements.transcripts import RULE as TURN
from loaders.extractors.statements.turns import find_turns
from loaders.facts import Instrument, Meeting, Statement
from loaders.reading.cast import Cast
from loaders.reading.quotations import find_quotations
from loaders.reading.reading import Reading


def find_statements(
    reading: Reading,
    cast: Cast,
    meetings: tuple[Meeting, ...],
    instruments: tuple[Instrument, ...] = (),
) -> tuple[Statement, ...]:
    """All statements of the article, in text order."""
    return attributed(find_all(reading, cast), reading, cast, meetings, instruments)


def attributed(
    found: Sequence[Found],
    reading: Reading,
    cast: Cast,
    meetings: tuple[Meeting, ...],
    instruments: tuple[Instrument, ...] = (),
) -> tuple[Statement, ...]:
    """What is said by somebody known, as statements."""
    known = gathered(list(found), reading.body, cast, meetings)
    told = [f for f in known if f.speaker.ids]
    covers = [m.span for i in instruments for m in i.mentions]
    covers += [m.span for mission in cast.missions for m in mission.mentions]
    occasions = Occasions(reading, meetings)
    return tuple(statement(f, f"s{i}", cast, occasions, covers) for i, f in enumerate(told, 1))


def find_all(reading: Reading, cast: Cast) -> list[Found]:
    """What is said in the article, also where nobody knows by whom."""
    text = reading.body
    spans = Spans(reading.doc, text, find_quotations(text), verbs=verbs_in(reading.doc))
    speakers = Speakers(cast)
    quoted = [*find_quoted(spans, speakers), *find_turns(spans, speakers, reading.article.text)]
    spans = replace(spans, direct=spans.opening(f.span for f in quoted))
    found = [
        *quoted,
        *find_clauses(spans, speakers),
        *find_objects(spans, speakers),
        *find_sources(spans, speakers),
        *find_nominal(spans, speakers),
    ]
    told = merge(found, spans, reading.anatomy)
    if any(f.rule == TURN for f in told):
        return told
    document = find_document(spans, cast, reading)
    own = [in_own_name(f, document) for f in told]
    return sorted([*own, *document], key=lambda f: (f.span, f.rule))
