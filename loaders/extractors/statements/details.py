"""What else a statement tells: addressee, act, channel, whom it is about, at which meeting."""

from collections.abc import Iterable, Iterator
from functools import cache

from spacy.tokens import Doc, Token

from loaders.extractors.statements.about import about
from loaders.extractors.statements.cues import channel_of
from loaders.extractors.statements.found import Found
from loaders.facts import Evidence, Meeting, Span, Statement
from loaders.reading.cast import Cast
from loaders.tables import rows

_ENCOUNTERS = {"meeting", "call", "talk", "talks", "visit", "conversation", "discussion", "session"}
_CHANNELS = {"statement.direct.turn": "speech", "statement.direct.document": "release"}
UNMEASURED = 0.7  # confidence of a rule that fired too seldom to be measured


def statement(
    found: Found,
    name: str,
    doc: Doc,
    cast: Cast,
    meetings: tuple[Meeting, ...],
    covers: Iterable[Span] = (),
) -> Statement:
    """The statement in full; `covers` are mentions of agreements and operations."""
    first, *others = found.speaker.ids
    to = cast.at(found.addressee) if found.addressee is not None else ()
    addressee = next((a for a in to if a not in found.speaker.ids), None)
    cue = _cue_span(found)
    spans = (found.span, cue) if cue is not None else (found.span,)
    return Statement(
        id=name,
        speaker=first,
        form=found.form,
        span=found.span,
        evidence=Evidence(spans, found.rule, confidence(found.rule)),
        cue=cue,
        co_speakers=tuple(others),
        addressee=addressee,
        channel=_CHANNELS.get(found.rule) or _channel(found, cast),
        act=_act(found),
        about=about(found, doc, cast, covers),
        meeting=_meeting(found, addressee, meetings),
    )


@cache
def confidence(rule: str) -> float:
    """How often the rule was right on texts that it was measured on (statement_rules.tsv)."""
    return next((float(row[1]) for row in rows("statement_rules") if row[0] == rule), UNMEASURED)


def _cue_span(found: Found) -> Span | None:
    if found.cue is None:
        return None
    return Span(found.cue.idx, found.cue.idx + len(found.cue))


def _act(found: Found) -> str:
    """What the object of a verb that performs it says ("expressed concern"), else the verb's."""
    performs = found.verb is not None and found.verb.takes("performs")
    if found.cue is not None and performs and found.rule == "statement.indirect.object":
        objects: list[str] = [c.lemma_.lower() for c in found.cue.rights if c.dep_ == "dobj"]
        acts = {row[0]: row[1] for row in rows("speech_object_acts")}
        act = next((acts[o] for o in objects if o in acts), None)
        if act:
            return act
    act = found.verb.act if found.verb is not None else "inform"
    asks = found.rule.endswith("request") or (
        found.rule.endswith("preposition") and found.verb is not None and found.verb.lemma == "call"
    )
    return "request" if asks and act == "inform" else act


def _channel(found: Found, cast: Cast) -> str | None:
    """The channel that the cue's clause names: "in a statement", "on Twitter"."""
    if found.cue is None:
        return None
    for token in (*_phrases(found.cue), found.speaker.token):
        channel = channel_of(token.lemma_.lower().rstrip("."))
        if channel == "release" and any(_owns(c, cast) for c in token.children):
            continue  # "in his statement": in what he said, which may be to the press
        if channel and not found.span.start <= token.idx < found.span.end:
            return channel
    return "post" if found.cue.lemma_.lower() in {"tweet", "post"} else None


def _owns(child: Token, cast: Cast) -> bool:
    return child.dep_ == "poss" and any(cast.is_person(i) for i in cast.at(child))


def _phrases(cue: Token) -> Iterator[Token]:
    """Nouns of the prepositional phrases and participles that belong to the cue."""
    for child in cue.children:
        if child.dep_ == "prep":
            yield from (c for c in child.subtree if c.pos_ in {"NOUN", "PROPN"})


def _meeting(found: Found, addressee: str | None, meetings: tuple[Meeting, ...]) -> str | None:
    """The meeting at which the words were said, as far as the text ties them to it."""
    if found.cue is None or not meetings:
        return None
    speakers = set(found.speaker.ids)
    attended = [m for m in meetings if speakers <= {p.actor for p in m.participations}]
    sentence = Span(found.cue.sent.start_char, found.cue.sent.end_char)
    for meeting in attended:
        if any(sentence.overlaps(s) for s in meeting.evidence.spans):
            return meeting.id
    before = [m for m in attended if m.evidence.spans[0].start < found.cue.idx]
    together = [m for m in before if addressee in {p.actor for p in m.participations}]
    if together:
        return together[-1].id
    tied = len(speakers) > 1 or _at_encounter(found.cue)
    return before[-1].id if before and tied else None


def _at_encounter(cue: Token) -> bool:
    """ "During the meeting, X said …"."""
    phrases: Iterable[Token] = (c for c in cue.children if c.dep_ == "prep")
    inside = (p for p in phrases if p.lower_ in {"during", "in", "at"})
    return any(
        c.lemma_.lower() in _ENCOUNTERS for p in inside for c in p.children if c.dep_ == "pobj"
    )
