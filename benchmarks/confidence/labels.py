"""Which facts of an article are right by gold, as `communique evaluate` matches them."""

from collections.abc import Iterable, Iterator

import msgspec

from loaders.documents import told
from loaders.facts import Facts, Figure, FigureKind
from service.evaluation.comparison import Comparison
from service.evaluation.matching.actors import ActorMatch
from service.evaluation.matching.meetings import MeetingMatch
from service.evaluation.matching.statements import StatementMatch
from service.evaluation.measures.mission_facts import facts_of
from service.evaluation.measures.roles import fits
from service.evaluation.names import fold
from service.evaluation.records import Document, MissionRecord

Place = tuple[str, tuple[int | str, ...]]
Label = tuple[Place, bool]
_CASUALTIES = {"wounded", "killed", "missing", "casualties"}
_CHANGES = {FigureKind.INCREASE, FigureKind.DECREASE, FigureKind.FACTOR}


def labels(facts: Facts, gold: Document) -> dict[Place, bool]:
    """Right or wrong by kind and place among the facts; what gold leaves unscored has no label."""
    written = msgspec.convert(told(facts), Document)
    compared = Comparison(gold, written, facts.text)
    return dict(
        [
            *_items("statement", compared.statements, written.statements),
            *_items("meeting", compared.meetings, written.meetings),
            *_items("actor", compared.actors, written.actors),
            *_roles(compared),
            *_missions(compared, facts),
        ]
    )


def _items(
    kind: str, match: StatementMatch | MeetingMatch | ActorMatch, written: Iterable[object]
) -> Iterator[Label]:
    order = {id(record): i for i, record in enumerate(written)}
    right = {j for _, j in match.pairs}
    for j, one in enumerate(match.told):
        yield (kind, (order[id(one)],)), j in right


def _roles(compared: Comparison) -> Iterator[Label]:
    """Roles of the persons found; the others' aren't scored."""
    order = {id(record): i for i, record in enumerate(compared.told.actors)}
    for g, p in compared.actors.persons:
        wanted = [_role(parts) for parts in compared.actors.gold[g].roles if parts]
        person = compared.actors.told[p]
        for j, parts in enumerate(person.roles):
            right = any(fits(other, _role(parts)) for other in wanted)
            yield ("role", (order[id(person)], j)), right


def _role(parts: tuple[str | None, ...]) -> tuple[str, str | None]:
    title, *of = parts
    return fold(title), fold(of[0]) if of and of[0] else None


def _missions(compared: Comparison, facts: Facts) -> Iterator[Label]:
    match = compared.missions
    order = {id(record): i for i, record in enumerate(compared.told.missions)}
    for g, p in match.pairs:
        i = order[id(match.told[p])]
        for fact in facts_of(compared, (g, p)):
            if fact.name in {"lead", "place", "mandate", "commander"} and fact.told:
                yield ("mission", (i, fact.name)), bool(fact.tally.right)
        for j, figure in enumerate(facts.missions[i].figures):
            right = _right(match.gold[g], figure)
            if right is not None:
                yield ("mission", (i, "figures", j)), right


def _right(wanted: MissionRecord, figure: Figure) -> bool | None:
    if figure.measure in _CASUALTIES:
        known = {(f.value, f.what or f.kind) for f in wanted.casualties}
        return (figure.value, figure.measure) in known
    if figure.kind in _CHANGES:
        return (figure.value, figure.kind.value) in {(f.value, f.kind) for f in wanted.changes}
    if figure.kind is FigureKind.LEVEL and not figure.measure.startswith("contribut"):
        return figure.value in {f.value for f in wanted.strength}
    return None
