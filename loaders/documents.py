"""Facts as the JSON documents of `communique extract` (keys: the gold format)."""

from collections.abc import Iterable
from typing import Any

from loaders.confidence import Doubted, doubted, sure
from loaders.facts import (
    Actor,
    Date,
    Facts,
    Figure,
    FigureKind,
    Meeting,
    Mission,
    Span,
    Stated,
    Statement,
    Status,
    Warned,
)

Json = dict[str, Any]
_CANCELLED = {Status.POSTPONED, Status.DECLINED}
_CASUALTIES = {"wounded", "killed", "missing", "casualties"}
_CONTRIBUTORS = {"contributors", "contributingAllies", "contributingPartners"}


def document(facts: Facts) -> Json:
    """One article as a JSON object; what is more likely wrong than right stands apart."""
    return {**told(sure(facts)), "doubted": _doubted(doubted(facts), facts.text)}


def told(facts: Facts) -> Json:
    """All facts given, however sure; every key is present, lists are never null."""
    anatomy, text, known = facts.anatomy, facts.text, facts.metadata
    names = {m.id: m.name for m in facts.missions} | {a.id: a.name for a in facts.actors}
    return {
        "article": facts.name,
        "key": facts.key,
        "language": anatomy.language,
        "headline": known.title or (_at(text, anatomy.headline) if anatomy.headline else None),
        "published": anatomy.published.edtf if anatomy.published else None,
        "dateline_place": _value(anatomy.dateline_place),
        "author": known.author or _value(anatomy.author),
        "publisher": known.publisher or _value(anatomy.publisher),
        "actors": [_actor(a, text, names) for a in facts.actors],
        "meetings": [_meeting(m, text) for m in facts.meetings],
        "statements": [_statement(s, text) for s in facts.statements],
        "missions": [_mission(m, text) for m in facts.missions],
        "agreements": [i.name for i in facts.instruments],
        "skipped": [
            {"start": s.span.start, "end": s.span.end, "reason": s.reason} for s in anatomy.skipped
        ],
        "warnings": [_warning(w, text) for w in facts.warnings],
    }


def _warning(warned: Warned, text: str) -> Json:
    span = warned.span
    return {
        "kind": warned.code,
        "message": warned.message,
        "start": span.start if span else None,
        "end": span.end if span else None,
        "words": _at(text, span) if span else None,
    }


def _doubted(found: Doubted, text: str) -> Json:
    return {
        "statements": [_statement(s, text) for s in found.statements],
        "meetings": [_meeting(m, text) for m in found.meetings],
        "roles": [
            {
                "actor": actor,
                "title": role.title,
                "of": role.of,
                "spans": _spans(role.evidence.spans),
                "confidence": role.evidence.confidence,
                "rule": role.evidence.rule,
            }
            for actor, role in found.roles
        ],
    }


def _at(text: str, span: Span) -> str:
    return text[span.start : span.end]


def _value(stated: Stated | None) -> str | None:
    return stated.value if stated else None


def _values(stated: Iterable[Stated]) -> list[str]:
    return [s.value for s in stated]


def _spans(spans: Iterable[Span]) -> list[list[int]]:
    return [[s.start, s.end] for s in spans]


def _edtf(date: Date | None) -> str | None:
    return date.edtf if date else None


def _actor(actor: Actor, text: str, names: dict[str, str]) -> Json:
    return {
        "id": actor.id,
        "name": actor.name,
        "type": actor.type.value,
        "mentions": list(dict.fromkeys(_at(text, m.span) for m in actor.mentions)),
        "aliases": list(actor.aliases),
        "roles": [[r.title, names.get(r.of or "", r.of)] for r in actor.roles],
        "wikidata": actor.wikidata,
        "mention_spans": _spans(m.span for m in actor.mentions),
    }


def _meeting(meeting: Meeting, text: str) -> Json:
    def taking(part: str) -> list[str]:
        return [p.actor for p in meeting.participations if p.part == part]

    sides = sorted({p.side for p in meeting.participations if p.side is not None})
    status = Status.CANCELLED if meeting.status in _CANCELLED else meeting.status
    return {
        "id": meeting.id,
        "participants": taking("participant"),
        "sides": [[p.actor for p in meeting.participations if p.side == s] for s in sides],
        "groups": [g.label for g in meeting.groups],
        "host": taking("host"),
        "mediator": taking("mediator"),
        "date": _edtf(meeting.date),
        "date_offset": meeting.date.offset if meeting.date else None,
        "place": _value(meeting.place),
        "status": status.value,
        "kind": meeting.kind,
        "topics": _values(meeting.topics),
        "outcome": _value(meeting.outcome),
        "evidence": _at(text, meeting.evidence.spans[0]),
        "evidence_spans": _spans(meeting.evidence.spans),
        "confidence": meeting.evidence.confidence,
        "rule": meeting.evidence.rule,
    }


def _statement(statement: Statement, text: str) -> Json:
    return {
        "id": statement.id,
        "speaker": statement.speaker,
        "form": statement.form.value,
        "text": _at(text, statement.span),
        "start": statement.span.start,
        "end": statement.span.end,
        "addressee": statement.addressee,
        "co_speakers": list(statement.co_speakers),
        "act": statement.act,
        "channel": statement.channel,
        "about": list(statement.about),
        "topics": _values(statement.topics),
        "meeting": statement.meeting,
        "confidence": statement.evidence.confidence,
        "rule": statement.evidence.rule,
    }


def _mission(mission: Mission, text: str) -> Json:
    def figures(*kinds: FigureKind, but: Iterable[str] = ()) -> list[Figure]:
        return [f for f in mission.figures if f.kind in kinds and f.measure not in but]

    others = _CASUALTIES | _CONTRIBUTORS
    changes = figures(FigureKind.INCREASE, FigureKind.DECREASE, FigureKind.FACTOR)
    return {
        "id": mission.id,
        "name": mission.name,
        "aliases": list(mission.aliases),
        "described": mission.described,
        "lead": _value(mission.lead),
        "place": _value(mission.place),
        "mandate": _value(mission.mandate),
        "commander": _value(mission.commander),
        "commander_described": _value(mission.commander_described),
        "strength": [_figure(f) for f in figures(FigureKind.LEVEL, but=others)],
        "changes": [{"kind": f.kind.value, **_figure(f)} for f in changes],
        "proposed": [_figure(f) for f in figures(FigureKind.PROPOSED)],
        "contributors": [
            *({"who": c.value} for c in mission.contributors),
            *({"count": _number(f), "what": f.unit} for f in _counted(mission, _CONTRIBUTORS)),
        ],
        "casualties": [{"what": f.measure, **_figure(f)} for f in _counted(mission, _CASUALTIES)],
        "mentions": list(dict.fromkeys(_at(text, m.span) for m in mission.mentions)),
    }


def _counted(mission: Mission, measures: Iterable[str]) -> list[Figure]:
    return [f for f in mission.figures if f.kind is FigureKind.LEVEL and f.measure in measures]


def _number(figure: Figure) -> int | float:
    return int(figure.value) if figure.value == int(figure.value) else figure.value


def _figure(figure: Figure) -> Json:
    exact = figure.bound == "exactly"
    words = {
        "moreThan": "more than",
        "atLeast": "at least",
        "atMost": "at most",
        "lessThan": "less than",
    }
    return {
        "value": _number(figure),
        "qualifier": None if exact else words.get(figure.bound, figure.bound),
        "as_of": _edtf(figure.as_of),
    }
