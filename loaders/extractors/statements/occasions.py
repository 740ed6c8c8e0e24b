"""At which meeting words were said, and who sat across the table."""

import re
from collections.abc import Iterable
from dataclasses import dataclass

from spacy.tokens import Token

from loaders.extractors.statements.found import Found
from loaders.facts import Form, Meeting, Span, Status
from loaders.reading.reading import Reading

_ENCOUNTERS = frozenset(
    {"meeting", "call", "talk", "talks", "visit", "conversation", "discussion", "session"}
)
_NOTED = re.compile(
    r"\breadout\b|\bjoint statement\b|\bbilateral (?:meeting|talks)\b"
    r"|\b(?:meetings?|calls?|talks|conversation|visit|dialogue|speaks|meets) (?:with|between)\b",
    re.IGNORECASE,
)
_BEFORE = re.compile(r"\s*(?:following|after|ahead of|prior to|before|since)\b", re.IGNORECASE)
_HEARERS = {"reporter", "journalist", "press", "audience", "public", "crowd", "newspaper"}


@dataclass(frozen=True)
class Occasions:
    """The article's meetings as places where words are said.

    A readout is an article whose headline names a meeting: what it tells after the
    meeting was said there, if nothing else is told.
    """

    reading: Reading
    meetings: tuple[Meeting, ...]

    def of(self, found: Found, addressees: tuple[str, ...]) -> Meeting | None:
        """The meeting at which the words were said, as far as the text ties them to it."""
        if found.cue is None or not self.meetings:
            return None
        speakers = set(found.speaker.ids)
        attended = [m for m in self.meetings if speakers <= _participants(m)]
        sentence = Span(found.cue.sent.start_char, found.cue.sent.end_char)
        here = [m for m in attended if any(sentence.overlaps(s) for s in m.evidence.spans)]
        held = [m for m in here if m.status is Status.HELD]
        if held:
            return held[0]
        before = [m for m in attended if m.evidence.spans[0].start < found.cue.idx]
        together = [m for m in before if set(addressees) & _participants(m)]
        if together:
            return together[-1]
        if before and (len(speakers) > 1 or _at_encounter(found.cue)):
            return before[-1]
        return self._reported(found, before) or next(iter(here), None)

    def across(self, found: Found, meeting: Meeting | None) -> tuple[str, ...]:
        """Those whom a participant speaks to at a meeting: the other sides' members."""
        if meeting is None or not self._inside(found, meeting):
            return ()
        speakers = set(found.speaker.ids)
        own = {p.side for p in meeting.participations if p.actor in speakers}
        others = [p for p in meeting.participations if p.actor not in speakers]
        if len(own) != 1:
            return ()  # said by both sides together
        (side,) = own
        if side is None:
            return tuple(p.actor for p in others) if len(others) == 1 else ()
        return tuple(p.actor for p in others if p.side != side)

    def _inside(self, found: Found, meeting: Meeting) -> bool:
        """Whether the words are told as a part of the meeting, not of what came after it."""
        if (
            found.cue is None
            or found.form is not Form.INDIRECT
            or meeting.status is not Status.HELD
        ):
            return False
        if _to_others(found.cue):
            return False
        return self._is_readout or self._same_paragraph(found, meeting)

    def _reported(self, found: Found, before: Iterable[Meeting]) -> Meeting | None:
        """In a readout, the last meeting told before that isn't told as past background."""
        indirect = found.form is Form.INDIRECT
        if not self._is_readout or not indirect or _to_others(found.cue):
            return None
        held = [m for m in before if m.status is Status.HELD and not self._background(m)]
        return held[-1] if held else None

    def _background(self, meeting: Meeting) -> bool:
        span = meeting.evidence.spans[0]
        return bool(_BEFORE.match(self.reading.body[span.start : span.end]))

    @property
    def _is_readout(self) -> bool:
        headline = self.reading.anatomy.headline
        return headline is not None and bool(_NOTED.search(self.reading.text(headline)))

    def _same_paragraph(self, found: Found, meeting: Meeting) -> bool:
        between = Span(min(s.end for s in meeting.evidence.spans), found.span.start)
        return "\n" not in self.reading.article.text[between.start : between.end]


def _participants(meeting: Meeting) -> set[str]:
    return {p.actor for p in meeting.participations}


def _to_others(cue: Token | None) -> bool:
    """ "told reporters", "said at a news conference": not across the table."""
    return cue is not None and any(
        t.lemma_.lower() in _HEARERS
        for c in cue.children
        if c.dep_ in {"dobj", "dative", "prep"}
        for t in c.subtree
    )


def _at_encounter(cue: Token) -> bool:
    """ "During the meeting, X said …"."""
    phrases: Iterable[Token] = (c for c in cue.children if c.dep_ == "prep")
    inside = (p for p in phrases if p.lower_ in {"during", "in", "at"})
    return any(
        c.lemma_.lower() in _ENCOUNTERS for p in inside for c in p.children if c.dep_ == "pobj"
    )
