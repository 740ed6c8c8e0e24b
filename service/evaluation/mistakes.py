"""What was missed, invented or told wrongly in one article, each with its place in the text."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from service.evaluation.comparison import Comparison
from service.evaluation.matching.meetings import places
from service.evaluation.measures.evidence import is_exact
from service.evaluation.measures.mission_facts import facts_of
from service.evaluation.measures.roles import fits, roles_of
from service.evaluation.pairing import Pair
from service.evaluation.records import MeetingRecord
from service.evaluation.wording import (
    Place,
    actor_place,
    described,
    meeting_place,
    name,
    spelt,
    statement_place,
    titled,
    typed,
)

MISSED, FALSE, WRONG = "missed", "false", "wrong"


@dataclass(frozen=True)
class Mistake:
    """`measure` is the one that it costs; `place` is where the words stand, if they do."""

    measure: str
    kind: str
    what: str
    place: Place | None = None


def mistakes(comparison: Comparison) -> list[Mistake]:
    """All mistakes of one article, in the order of the text; what has no place comes last."""
    found = [
        *_statements(comparison),
        *_meetings(comparison),
        *_actors(comparison),
        *_roles(comparison),
        *_missions(comparison),
        *_inexact(comparison),
    ]
    return sorted(found, key=lambda m: (m.place is None, m.place or (0, 0)))


def unpaired(count: int, taken: Iterable[int]) -> list[int]:
    """Positions below `count` that no pair holds."""
    held = set(taken)
    return [i for i in range(count) if i not in held]


def misattributed(comparison: Comparison) -> list[Pair]:
    """Statements whose span is right and whose speaker isn't."""
    match = comparison.statements
    gold, told = {i for i, _ in match.pairs}, {j for _, j in match.pairs}
    return [(i, j) for i, j in match.spans if i not in gold and j not in told]


def _statements(comparison: Comparison) -> Iterator[Mistake]:
    match, of_gold, of_told = comparison.statements, comparison.of_gold, comparison.of_told
    wrong = misattributed(comparison)
    for i, j in wrong:
        said, found = match.gold[i], match.told[j]
        what = f"{name(of_told, found.speaker)}, where gold has {name(of_gold, said.speaker)}"
        yield Mistake("speaker_accuracy", WRONG, what, statement_place(found))
    for i in unpaired(len(match.gold), (i for i, _ in [*match.pairs, *wrong])):
        said = match.gold[i]
        yield Mistake("statements", MISSED, name(of_gold, said.speaker), statement_place(said))
    for j in unpaired(len(match.told), (j for _, j in [*match.pairs, *wrong])):
        found = match.told[j]
        yield Mistake("statements", FALSE, name(of_told, found.speaker), statement_place(found))


def _inexact(comparison: Comparison) -> Iterator[Mistake]:
    for statement in comparison.told.statements:
        if not is_exact(statement, comparison.text):
            what = f"the article hasn't {statement.text!r} at {statement.start} to {statement.end}"
            yield Mistake("spans_exact", WRONG, what)


def _meetings(comparison: Comparison) -> Iterator[Mistake]:
    match, text = comparison.meetings, comparison.text
    for i in unpaired(len(match.gold), (i for i, _ in match.pairs)):
        meeting = match.gold[i]
        what = described(meeting, comparison.of_gold)
        yield Mistake("meetings", MISSED, what, meeting_place(meeting, text))
    for j in unpaired(len(match.told), (j for _, j in match.pairs)):
        meeting = match.told[j]
        what = described(meeting, comparison.of_told)
        yield Mistake("meetings", FALSE, what, meeting_place(meeting, text))
    for i, j in match.pairs:
        yield from _meeting(match.gold[i], match.told[j], text)


def _meeting(wanted: MeetingRecord, told: MeetingRecord, text: str) -> Iterator[Mistake]:
    place = meeting_place(told, text)
    if wanted.date != told.date:
        what = f"{told.date or 'no day'}, where gold has {wanted.date or 'none'}"
        yield Mistake("meeting_date", WRONG, what, place)
    if wanted.place and not places(wanted.place) & places(told.place):
        what = f"{spelt(told.place) or 'no place'}, where gold has {spelt(wanted.place)}"
        yield Mistake("meeting_place", WRONG, what, place)
    if wanted.kind and wanted.kind != told.kind:
        yield Mistake("meeting_kind", WRONG, f"{told.kind}, where gold has {wanted.kind}", place)


def _actors(comparison: Comparison) -> Iterator[Mistake]:
    match, text = comparison.actors, comparison.text
    for i in unpaired(len(match.gold), (i for i, _ in match.pairs)):
        yield Mistake("actors", MISSED, typed(match.gold[i]), actor_place(match.gold[i], text))
    for j in unpaired(len(match.told), (j for _, j in match.pairs)):
        yield Mistake("actors", FALSE, typed(match.told[j]), actor_place(match.told[j], text))


def _roles(comparison: Comparison) -> Iterator[Mistake]:
    match = comparison.actors
    for i, j in match.persons:
        person, wanted, told = match.gold[i], roles_of(match.gold[i]), roles_of(match.told[j])
        place = actor_place(person, comparison.text)
        for role in sorted(wanted, key=titled):
            if not any(fits(role, other) for other in told):
                yield Mistake("roles", MISSED, f"{person.name}: {titled(role)}", place)
        for role in sorted(told, key=titled):
            if not any(fits(other, role) for other in wanted):
                yield Mistake("roles", FALSE, f"{person.name}: {titled(role)}", place)


def _missions(comparison: Comparison) -> Iterator[Mistake]:
    match, text = comparison.missions, comparison.text
    for i in unpaired(len(match.gold), (i for i, _ in match.pairs)):
        actor = match.gold[i].as_actor()
        yield Mistake("missions", MISSED, actor.name or "", actor_place(actor, text))
    for j in unpaired(len(match.told), (j for _, j in match.pairs)):
        actor = match.told[j].as_actor()
        yield Mistake("missions", FALSE, actor.name or "", actor_place(actor, text))
    for pair in match.pairs:
        actor = match.told[pair[1]].as_actor()
        for fact in facts_of(comparison, pair):
            if fact.tally.right < max(fact.tally.wanted, fact.tally.told):
                said = f"{fact.told or 'nothing'}, where gold has {fact.wanted or 'nothing'}"
                what = f"{actor.name}: {fact.name}: {said}"
                yield Mistake("mission_facts", WRONG, what, actor_place(actor, text))
