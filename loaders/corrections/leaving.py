"""Facts without a thing that is none: nothing speaks of it any more, and nothing else is lost."""

from dataclasses import replace

from loaders.facts import (
    Actor,
    Evidence,
    Facts,
    Instrument,
    Meeting,
    Mission,
    Role,
    Stated,
    Statement,
)
from loaders.naming import fold


class _Leaver:
    """Knows by which words other facts refer to the thing."""

    def __init__(self, thing: Actor | Mission | Instrument) -> None:
        self._id = thing.id
        self._names = {fold(name) for name in (thing.name, *thing.aliases)}

    def is_meant(self, reference: str | None) -> bool:
        """By id, else by name."""
        return reference is not None and (reference == self._id or fold(reference) in self._names)

    def kept(self, stated: Stated | None) -> Stated | None:
        """What is stated, unless it is the thing."""
        return None if stated and self.is_meant(stated.value) else stated

    def all_kept(self, stated: tuple[Stated, ...]) -> tuple[Stated, ...]:
        """The same for several."""
        return tuple(one for one in stated if not self.is_meant(one.value))


def without(facts: Facts, thing: Actor | Mission | Instrument) -> Facts:
    """The facts, where nobody refers to the thing."""
    leaver = _Leaver(thing)
    meetings = (_meeting(leaver, one) for one in facts.meetings)
    statements = (_statement(leaver, one) for one in facts.statements)
    return replace(
        facts,
        actors=tuple(_actor(leaver, one) for one in facts.actors if one.id != thing.id),
        others=tuple(_actor(leaver, one) for one in facts.others if one.id != thing.id),
        missions=tuple(_mission(leaver, one) for one in facts.missions if one.id != thing.id),
        instruments=tuple(one for one in facts.instruments if one.id != thing.id),
        meetings=tuple(one for one in meetings if one),
        statements=tuple(one for one in statements if one),
    )


def _said(leaver: _Leaver, evidence: Evidence) -> Evidence:
    return replace(evidence, said_by=None) if leaver.is_meant(evidence.said_by) else evidence


def _actor(leaver: _Leaver, actor: Actor) -> Actor:
    return replace(actor, roles=tuple(_role(leaver, role) for role in actor.roles))


def _role(leaver: _Leaver, role: Role) -> Role:
    of = None if leaver.is_meant(role.of) else role.of
    return replace(role, of=of, evidence=_said(leaver, role.evidence))


def _meeting(leaver: _Leaver, meeting: Meeting) -> Meeting | None:
    """A meeting of nobody else is none."""
    parts = tuple(p for p in meeting.participations if not leaver.is_meant(p.actor))
    if not parts and not meeting.groups:
        return None
    groups = tuple(replace(g, of=None) if leaver.is_meant(g.of) else g for g in meeting.groups)
    instruments = leaver.all_kept(meeting.instruments)
    return replace(meeting, participations=parts, groups=groups, instruments=instruments)


def _statement(leaver: _Leaver, statement: Statement) -> Statement | None:
    """A statement goes with its only speaker."""
    speakers = [s for s in (statement.speaker, *statement.co_speakers) if not leaver.is_meant(s)]
    if not speakers:
        return None
    return replace(
        statement,
        speaker=speakers[0],
        co_speakers=tuple(speakers[1:]),
        addressee=None if leaver.is_meant(statement.addressee) else statement.addressee,
        about=tuple(one for one in statement.about if not leaver.is_meant(one)),
        instruments=leaver.all_kept(statement.instruments),
    )


def _mission(leaver: _Leaver, mission: Mission) -> Mission:
    figures = tuple(replace(one, evidence=_said(leaver, one.evidence)) for one in mission.figures)
    return replace(
        mission,
        lead=leaver.kept(mission.lead),
        mandate=leaver.kept(mission.mandate),
        commander=leaver.kept(mission.commander),
        contributors=leaver.all_kept(mission.contributors),
        figures=figures,
    )
