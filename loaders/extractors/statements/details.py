"""What else a statement tells: addressee, act, channel, whom it is about, at which meeting."""

from collections.abc import Iterable, Iterator

from spacy.tokens import Token

from loaders.extractors.statements.about import about
from loaders.extractors.statements.addressing import addressees
from loaders.extractors.statements.cues import channel_of
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.occasions import Occasions
from loaders.facts import Evidence, Span, Statement
from loaders.reading.cast import Cast
from loaders.tables import rows

_CHANNELS = {"statement.direct.turn": "speech", "statement.direct.document": "release"}


def statement(
    found: Found,
    name: str,
    cast: Cast,
    occasions: Occasions,
    covers: Iterable[Span] = (),
) -> Statement:
    """The statement in full; `covers` are mentions of agreements and operations."""
    first, *others = found.speaker.ids
    doc = occasions.reading.doc
    to = addressees(found, doc, cast)
    meeting = occasions.of(found, to)
    to = to or occasions.across(found, meeting)
    cue = _cue_span(found)
    spans = (found.span, cue) if cue is not None else (found.span,)
    return Statement(
        id=name,
        speaker=first,
        form=found.form,
        span=found.span,
        evidence=Evidence(spans, found.rule),
        cue=cue,
        co_speakers=tuple(others),
        addressee=next(iter(to), None),
        channel=_CHANNELS.get(found.rule) or _channel(found, cast),
        act=_act(found),
        about=about(found, doc, cast, covers),
        meeting=meeting.id if meeting is not None else None,
    )


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
