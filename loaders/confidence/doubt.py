"""Facts under the threshold, taken out of what is told: kept apart, with what leans on them cut."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from loaders.confidence.weights import THRESHOLD
from loaders.facts import (
    Actor,
    ActorType,
    Evidence,
    Facts,
    Meeting,
    Mission,
    Role,
    Stated,
    Statement,
)


@dataclass(frozen=True)
class Doubted:
    """What is more likely wrong than right; a role with whose it is."""

    statements: tuple[Statement, ...]
    meetings: tuple[Meeting, ...]
    roles: tuple[tuple[str, Role], ...]


def is_sure(evidence: Evidence) -> bool:
    """Whether a fact is at least as likely right as wrong."""
    return evidence.confidence >= THRESHOLD


def doubted(facts: Facts) -> Doubted:
    """The facts under the threshold."""
    return Doubted(
        tuple(s for s in facts.statements if not is_sure(s.evidence)),
        tuple(m for m in facts.meetings if not is_sure(m.evidence)),
        tuple((a.id, r) for a in facts.actors for r in a.roles if not is_sure(r.evidence)),
    )


def sure(facts: Facts) -> Facts:
    """The facts without those under the threshold, and without links to them."""
    meetings = tuple(m for m in facts.meetings if is_sure(m.evidence))
    kept = {m.id for m in meetings}
    told = replace(
        facts,
        meetings=tuple(m if m.part_of in kept else replace(m, part_of=None) for m in meetings),
        statements=tuple(
            s if s.meeting in kept else replace(s, meeting=None)
            for s in facts.statements
            if is_sure(s.evidence)
        ),
        actors=tuple(_holding(actor) for actor in facts.actors),
        missions=tuple(_known(mission) for mission in facts.missions),
    )
    used = set(used_by(told))
    unnamed = (a.id for a in told.actors if not a.mentions and a.id not in used)
    gone = set(unnamed)  # a state that only a doubted office stands for
    return replace(told, actors=tuple(a for a in told.actors if a.id not in gone))


def _holding(actor: Actor) -> Actor:
    return replace(actor, roles=tuple(r for r in actor.roles if is_sure(r.evidence)))


def _known(mission: Mission) -> Mission:
    return replace(
        mission,
        lead=_stated(mission.lead),
        place=_stated(mission.place),
        mandate=_stated(mission.mandate),
        commander=_stated(mission.commander),
        figures=tuple(f for f in mission.figures if is_sure(f.evidence)),
    )


def _stated(value: Stated | None) -> Stated | None:
    return value if value and is_sure(value.evidence) else None


def without_idle(facts: Facts) -> Facts:
    """The facts without states and bodies that are named but, all signs considered, do nothing.

    Whom another fact uses stays; whom statements are about is among the others.
    """
    used = set(used_by(facts))
    idle = {
        actor.id
        for actor in facts.actors
        if actor.type is not ActorType.PERSON
        and not is_sure(actor.evidence)
        and actor.id not in used
    }
    about = {who for statement in facts.statements for who in statement.about}
    moved = tuple(a for a in facts.actors if a.id in idle & about)
    return replace(
        facts,
        actors=tuple(a for a in facts.actors if a.id not in idle),
        others=(*facts.others, *moved),
    )


def used_by(facts: Facts) -> Iterator[str]:
    """Ids of the actors that other facts name."""
    for actor in facts.actors:
        yield from (role.of for role in actor.roles if role.of)
    for statement in facts.statements:
        yield from (statement.speaker, *statement.co_speakers)
        yield from (statement.addressee,) if statement.addressee else ()
    for meeting in facts.meetings:
        yield from (part.actor for part in meeting.participations)
        yield from (group.of for group in meeting.groups if group.of)
        yield from _source(meeting.evidence)
    for mission in facts.missions:
        stated = (mission.lead, mission.commander, *mission.contributors)
        yield from (value.value for value in stated if value)
        for figure in mission.figures:
            yield from _source(figure.evidence)


def _source(evidence: Evidence) -> Iterator[str]:
    if evidence.said_by:
        yield evidence.said_by
