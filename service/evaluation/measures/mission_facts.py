"""What is told of the missions found: lead, place, mandate, commander, figures."""

from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from service.evaluation.comparison import Comparison
from service.evaluation.names import fold, same
from service.evaluation.pairing import Pair
from service.evaluation.records import FigureRecord, MissionRecord
from service.evaluation.tally import Tally

Figure = tuple[float | None, str]


@dataclass(frozen=True)
class MissionFact:
    """One fact of a mission found, as gold has it and as it was told, in words."""

    name: str
    wanted: str
    told: str
    tally: Tally


def mission_facts(comparison: Comparison) -> Mapping[str, Tally]:
    """All facts of the missions found, and what was invented of them."""
    match = comparison.missions
    facts = [f.tally for pair in match.pairs for f in facts_of(comparison, pair)]
    return {"mission_facts": sum(facts, Tally())} if facts else {}


def facts_of(comparison: Comparison, pair: Pair) -> Iterator[MissionFact]:
    """Each fact that is wanted or told of one mission."""
    wanted, told = comparison.missions.gold[pair[0]], comparison.missions.told[pair[1]]
    yield from _values(comparison, wanted, told)
    yield from _figures(wanted, told)


def _values(
    comparison: Comparison, wanted: MissionRecord, told: MissionRecord
) -> Iterator[MissionFact]:
    """Single values; a commander whom gold only describes is not asked for."""
    for name, value, found in (
        ("lead", wanted.lead, told.lead),
        ("place", wanted.place, told.place),
        ("mandate", wanted.mandate, told.mandate),
        ("commander", wanted.commander, told.commander),
    ):
        is_described = name == "commander" and wanted.commander_described
        if value or (found and not is_described):
            right = bool(value and found) and _agree(comparison, value, found)
            tally = Tally(int(right), int(bool(found)), int(bool(value)))
            yield MissionFact(name, value or "", found or "", tally)


def _agree(comparison: Comparison, wanted: str | None, told: str | None) -> bool:
    if fold(wanted) == fold(told):
        return True
    actor, other = comparison.of_gold(wanted), comparison.of_told(told)
    return actor is not None and other is not None and same(actor, other)


def _figures(wanted: MissionRecord, told: MissionRecord) -> Iterator[MissionFact]:
    for name, values, found in (
        ("strength", wanted.strength, told.strength),
        ("changes", wanted.changes, told.changes),
        ("casualties", wanted.casualties, told.casualties),
    ):
        ours, theirs = _counted(values), _counted(found)
        if ours or theirs:
            tally = Tally((ours & theirs).total(), theirs.total(), ours.total())
            yield MissionFact(name, _spelt(ours), _spelt(theirs), tally)


def _counted(figures: tuple[FigureRecord, ...]) -> Counter[Figure]:
    return Counter((figure.value, figure.kind or figure.what or "") for figure in figures)


def _spelt(figures: Counter[Figure]) -> str:
    return ", ".join(f"{value:g} {what}".strip() for value, what in figures.elements())
