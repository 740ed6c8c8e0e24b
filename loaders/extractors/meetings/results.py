"""What later sentences say of a meeting: what was discussed, what came of it."""

from collections.abc import Sequence

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import subject
from loaders.extractors.meetings.joining import Joined
from loaders.extractors.meetings.topics import discussed
from loaders.facts import Evidence, Span, Stated, Status
from loaders.reading.cast import Cast

_YIELDING = {"yield", "produce", "end", "result", "bring", "fail", "achieve", "conclude", "lead"}
_LONGEST = 240
_CONFIDENCE = 0.8


def with_results(
    meetings: Sequence[Joined], tokens: Sequence[Token], cast: Cast
) -> Sequence[Joined]:
    """`meetings`, with the topics and outcomes that the text tells after them."""
    for verb in tokens:
        if verb.pos_ != "VERB":
            continue
        if topics := discussed(verb):
            meeting = _before(verb, meetings, subject(verb, cast).actors, least=1)
            if meeting is not None:
                meeting.topics.extend(topics)
        elif outcome := _outcome(verb, meetings, cast):
            found, stated = outcome
            found.outcome = found.outcome or stated
    return meetings


def _before(
    verb: Token, meetings: Sequence[Joined], actors: tuple[str, ...], least: int
) -> Joined | None:
    """The last meeting held before the verb in the text, of which all of `actors` were part."""
    told = [m for m in meetings if m.first.telling.anchor.i < verb.i and m.status is Status.HELD]
    if len(actors) < least:
        return None
    return next((m for m in reversed(told) if set(actors) <= set(m.actors)), None)


def _outcome(verb: Token, meetings: Sequence[Joined], cast: Cast) -> tuple[Joined, Stated] | None:
    if verb.lemma_ == "agree" and any(c.dep_ in {"xcomp", "ccomp"} for c in verb.children):
        meeting = _before(verb, meetings, subject(verb, cast).actors, least=2)
        return (meeting, _predicate(verb)) if meeting is not None else None
    if verb.lemma_ not in _YIELDING:
        return None
    subjects = [c for c in verb.children if c.dep_ == "nsubj"]
    if not subjects or words.noun(subjects[0]) is None or not _definite(subjects[0]):
        return None
    meeting = _before(verb, meetings, (), least=0)
    return (meeting, _predicate(verb)) if meeting is not None else None


def _definite(noun: Token) -> bool:
    return any(c.lower_ in {"the", "their", "this"} for c in noun.children)


def _predicate(verb: Token) -> Stated:
    """The verb with its auxiliaries, negation and all that follows it in its clause."""
    leading = [c.i for c in verb.children if c.dep_ in {"aux", "auxpass", "neg"} and c.i < verb.i]
    first = verb.doc[min([verb.i, *leading])]
    last = verb.doc[verb.right_edge.i]
    start, end = first.idx, last.idx + len(last)
    if end - start > _LONGEST:
        end = start + verb.doc.text[start : start + _LONGEST].rfind(" ")
    text = verb.doc.text[start:end].rstrip(" ,.;:\n")
    span = Span(start, start + len(text))
    return Stated(" ".join(text.split()), Evidence((span,), "meeting.outcome", _CONFIDENCE))
