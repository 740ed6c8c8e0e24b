"""Meetings, actors, roles and missions of one article as rows: gold beside what was told."""

from collections.abc import Iterator
from dataclasses import dataclass

from service.evaluation.comparison import Comparison
from service.evaluation.matching.meetings import places
from service.evaluation.measures.mission_facts import MissionFact, facts_of
from service.evaluation.measures.roles import fits, roles_of
from service.evaluation.mistakes import FALSE, MISSED, WRONG, unpaired
from service.evaluation.pairing import Pair
from service.evaluation.pieces import FOUND
from service.evaluation.records import ActorRecord, MeetingRecord
from service.evaluation.wording import described, titled, typed


@dataclass(frozen=True)
class Row:
    """One fact: how it stands, gold's reading, the told one, and the words of either."""

    state: str
    gold: str = ""
    told: str = ""
    gold_words: str = ""
    told_words: str = ""


def meeting_rows(comparison: Comparison) -> Iterator[Row]:
    """Meetings with their evidence: the pairs, then what was missed, then what is false."""
    match = comparison.meetings

    def gold_side(meeting: MeetingRecord) -> tuple[str, str]:
        return described(meeting, comparison.of_gold), meeting.evidence or ""

    def told_side(meeting: MeetingRecord) -> tuple[str, str]:
        return described(meeting, comparison.of_told), meeting.evidence or ""

    for i, j in match.pairs:
        (gold, words), (told, told_words) = gold_side(match.gold[i]), told_side(match.told[j])
        state = FOUND if _alike(match.gold[i], match.told[j]) else WRONG
        yield Row(state, gold, told, words, told_words)
    for i in unpaired(len(match.gold), (i for i, _ in match.pairs)):
        gold, words = gold_side(match.gold[i])
        yield Row(MISSED, gold=gold, gold_words=words)
    for j in unpaired(len(match.told), (j for _, j in match.pairs)):
        told, words = told_side(match.told[j])
        yield Row(FALSE, told=told, told_words=words)


def _alike(wanted: MeetingRecord, told: MeetingRecord) -> bool:
    """Whether day, place and kind agree, as far as gold has them."""
    same_place = not wanted.place or bool(places(wanted.place) & places(told.place))
    return wanted.date == told.date and same_place and wanted.kind in {None, told.kind}


def actor_rows(comparison: Comparison) -> Iterator[Row]:
    """Actors with the words that name them."""
    match = comparison.actors
    for i, j in match.pairs:
        gold, told = match.gold[i], match.told[j]
        yield Row(FOUND, typed(gold), typed(told), _mentions(gold), _mentions(told))
    for i in unpaired(len(match.gold), (i for i, _ in match.pairs)):
        gold = match.gold[i]
        yield Row(MISSED, gold=typed(gold), gold_words=_mentions(gold))
    for j in unpaired(len(match.told), (j for _, j in match.pairs)):
        told = match.told[j]
        yield Row(FALSE, told=typed(told), told_words=_mentions(told))


def role_rows(comparison: Comparison) -> Iterator[Row]:
    """Roles of the persons found."""
    match = comparison.actors
    for i, j in match.persons:
        person = match.gold[i].name or ""
        wanted, told = roles_of(match.gold[i]), roles_of(match.told[j])
        for role in sorted(wanted, key=titled):
            fitting = min((titled(other) for other in told if fits(role, other)), default="")
            yield Row(FOUND if fitting else MISSED, f"{person}: {titled(role)}", fitting)
        for role in sorted(told, key=titled):
            if not any(fits(other, role) for other in wanted):
                yield Row(FALSE, told=f"{person}: {titled(role)}")


def mission_rows(comparison: Comparison) -> Iterator[Row]:
    """Missions, each followed by its facts."""
    match = comparison.missions
    for pair in match.pairs:
        gold, told = match.gold[pair[0]].as_actor(), match.told[pair[1]].as_actor()
        yield Row(FOUND, gold.name or "", told.name or "", _mentions(gold), _mentions(told))
        yield from _mission_facts(comparison, pair)
    for i in unpaired(len(match.gold), (i for i, _ in match.pairs)):
        yield Row(MISSED, gold=match.gold[i].name or "")
    for j in unpaired(len(match.told), (j for _, j in match.pairs)):
        told = match.told[j].as_actor()
        yield Row(FALSE, told=told.name or "", told_words=_mentions(told))


def _mission_facts(comparison: Comparison, pair: Pair) -> Iterator[Row]:
    for fact in facts_of(comparison, pair):
        gold = f"{fact.name}: {fact.wanted}" if fact.wanted else ""
        yield Row(_state(fact), gold, f"{fact.name}: {fact.told}" if fact.told else "")


def _state(fact: MissionFact) -> str:
    tally = fact.tally
    if tally.right == tally.wanted == tally.told:
        return FOUND
    if not tally.told:
        return MISSED
    return WRONG if tally.wanted else FALSE


def _mentions(actor: ActorRecord) -> str:
    return "; ".join(actor.mentions)
