"""Who speaks and who is spoken to in each turn of a transcript."""

import re
from dataclasses import dataclass

from loaders.extractors.statements.documents import find_document
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speakers
from loaders.extractors.statements.transcripts import find_transcript
from loaders.facts import Span
from loaders.reading.cast import Cast
from loaders.reading.quotations import find_quotations
from loaders.reading.reading import Reading

_FIRST = {"i", "me", "my", "myself", "we", "us", "our"}
_SECOND = {"you", "your"}
_PARAGRAPH = re.compile(r"[^\n]*\S[^\n]*")
_PAIR = 2


@dataclass(frozen=True)
class Turn:
    """What one speaks; `speaker` is empty for those who ask, `to` whom "you" means."""

    span: Span
    speaker: tuple[str, ...]
    to: tuple[str, ...]

    def meant(self, word: str) -> tuple[str, ...]:
        """Whom a pronoun of the first or second person means here."""
        if word in _FIRST:
            return self.speaker
        return self.to if word in _SECOND else ()


def turns_of(reading: Reading, cast: Cast) -> tuple[Turn, ...]:
    """The turns, in order; none where the text is no transcript."""
    text = reading.body
    spans = Spans(reading.doc, text, find_quotations(text))
    paragraphs = [Span(m.start(), m.end()) for m in _PARAGRAPH.finditer(text)]
    found = find_transcript(spans, Speakers(cast), paragraphs, reading.article.text)
    speakers = [_known(one, cast) for one in found]
    others = tuple(dict.fromkeys(s for s in speakers if s))
    return tuple(
        Turn(one.span, speakers[i], _addressed(speakers, i, others)) for i, one in enumerate(found)
    )


def authored(reading: Reading, cast: Cast) -> tuple[Turn, ...]:
    """The body of a statement in the first person as one turn of its author."""
    text = reading.body
    spans = Spans(reading.doc, text, find_quotations(text))
    found = find_document(spans, cast, reading)
    return tuple(Turn(one.span, _known(one, cast), ()) for one in found)


def _known(turn: Found, cast: Cast) -> tuple[str, ...]:
    return tuple(i for i in turn.speaker.ids if cast.is_person(i))


def _addressed(
    speakers: list[tuple[str, ...]], i: int, named: tuple[tuple[str, ...], ...]
) -> tuple[str, ...]:
    """Who answers a question; the other one where two speak with each other."""
    if not speakers[i]:
        return speakers[i + 1] if i + 1 < len(speakers) else ()
    others = [one for one in named if one != speakers[i]]
    return others[0] if len(named) == _PAIR else ()
