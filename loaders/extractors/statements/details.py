"""What else a statement tells: addressee, act, channel, whom it is about, at which meeting."""

from collections.abc import Iterable

from spacy.tokens import Doc, Token

from loaders.extractors.statements.cues import channel_of
from loaders.extractors.statements.found import Found
from loaders.facts import Evidence, Meeting, Span, Statement
from loaders.reading.cast import Cast
from loaders.tables import rows


def statement(
    found: Found, name: str, doc: Doc, cast: Cast, meetings: tuple[Meeting, ...]
) -> Statement:
    """The statement in full."""
    first, *others = found.speaker.ids
    words = doc.char_span(found.span.start, found.span.end, alignment_mode="expand")
    about = cast.within(words) if words is not None else ()
    to = cast.at(found.addressee) if found.addressee is not None else ()
    cue = _cue_span(found)
    evidence = Evidence((found.span, *((cue,) if cue else ())), found.rule, confidence(found.rule))
    return Statement(
        id=name,
        speaker=first,
        form=found.form,
        span=found.span,
        evidence=evidence,
        cue=cue,
        co_speakers=tuple(others),
        addressee=next((a for a in to if a not in found.speaker.ids), None),
        channel=_channel(found.cue) if found.cue is not None else None,
        act=found.verb.act if found.verb is not None else "inform",
        about=about,
        meeting=_meeting(found, meetings) if found.cue is not None else None,
    )


def confidence(rule: str) -> float:
    """How often the rule was right on texts that it was measured on (statement_rules.tsv)."""
    return next((float(row[1]) for row in rows("statement_rules") if row[0] == rule), 0.7)


def _cue_span(found: Found) -> Span | None:
    if found.cue is None:
        return None
    return Span(found.cue.idx, found.cue.idx + len(found.cue))


def _channel(cue: Token) -> str | None:
    """The channel that the cue's clause names: "in a statement", "on Twitter"."""
    for token in _governed(cue):
        channel = channel_of(token.lemma_.lower())
        if channel:
            return channel
    return "post" if cue.lemma_.lower() == "tweet" else None


def _governed(cue: Token) -> Iterable[Token]:
    for child in cue.children:
        if child.dep_ == "prep":
            yield from (c for c in child.children if c.dep_ == "pobj")
        elif child.dep_ == "nsubj":
            yield child


def _meeting(found: Found, meetings: tuple[Meeting, ...]) -> str | None:
    """The meeting that the cue's sentence tells, if the speaker took part."""
    if found.cue is None:
        return None
    sentence = Span(found.cue.sent.start_char, found.cue.sent.end_char)
    for meeting in meetings:
        taking = {p.actor for p in meeting.participations}
        told = any(sentence.overlaps(s) for s in meeting.evidence.spans)
        if told and set(found.speaker.ids) & taking:
            return meeting.id
    return None
