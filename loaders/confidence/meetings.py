"""Signs by which meetings are judged: rule, status and its words, who takes part, day and place."""

from collections.abc import Iterator

from loaders.confidence.scene import Scene
from loaders.confidence.sizes import size
from loaders.facts import ActorType, Meeting


def signs(meeting: Meeting, scene: Scene) -> Iterator[str]:
    """What speaks for or against the meeting."""
    rule = meeting.evidence.rule
    yield f"rule={rule}"
    yield f"family={rule.rpartition('.')[0]}"
    yield f"status={meeting.status}"
    yield f"kind={meeting.kind}"
    if meeting.evidence.said_by:
        yield "said"
    if scene.transcript:
        yield "article=transcript"
    yield f"told={size(len(meeting.evidence.spans), 1, 2)}"
    yield from _taking_part(meeting, scene)
    yield from _frame(meeting)
    yield from _words(meeting, scene)


def _taking_part(meeting: Meeting, scene: Scene) -> Iterator[str]:
    parts = meeting.participations
    yield f"participants={size(len(parts), 1, 2, 4)}"
    if meeting.groups:
        yield "groups"
    if any(p.part == "host" for p in parts):
        yield "host"
    if any(p.side is not None for p in parts):
        yield "sides"
    types = {actor.type for p in parts if (actor := scene.actors.get(p.actor)) is not None}
    yield "people" if ActorType.PERSON in types else "nobody"
    if len(types) > 1:
        yield "mixed"
    sentence = meeting.evidence.spans[0]
    if any(not any(sentence.covers(m) for m, _ in scene.mentions(p.actor)) for p in parts):
        yield "participants.away"


def _frame(meeting: Meeting) -> Iterator[str]:
    yield f"date={meeting.date.derivation if meeting.date else 'none'}"
    yield f"status={meeting.status}.{'dated' if meeting.date else 'undated'}"
    if len(meeting.participations) == 1:
        yield f"alone={meeting.kind}"
    if meeting.place:
        yield f"place={meeting.place.evidence.rule}"
    if meeting.topics:
        yield "topics"
    if meeting.part_of:
        yield "part"


def _words(meeting: Meeting, scene: Scene) -> Iterator[str]:
    first, standing = meeting.evidence.spans[0], meeting.status_evidence.spans[0]
    if scene.quoted(standing):
        yield "words.quoted"
    if any(s.span.covers(standing) for s in scene.facts.statements):
        yield "words.said"
    if scene.facts.text[first.start : first.end].rstrip().endswith("?"):
        yield "words.question"
    words = scene.words(standing)
    yield f"words={size(len(words), 1, 3)}"
    tag = words[-1].tag_ if words else ""
    yield f"words.tag={tag if tag.startswith('VB') else 'other'}"
    yield f"sentence={size(len(scene.words(first)), 20, 40)}"
