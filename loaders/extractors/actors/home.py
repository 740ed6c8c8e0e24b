"""Whose offices go unmarked: the states by how much of the article is theirs."""

from collections import Counter

from loaders.extractors.actors.gazetteer import Entity, Hit
from loaders.extractors.actors.national import rule_of, unsure
from loaders.extractors.actors.roles import Held
from loaders.facts import ActorType
from loaders.tables import wide

_HOME = {"ministry", "presidency", "council"}
_TELLING = 4  # votes by wording that tell a home state that no word names


def _marked(source: str) -> Counter[str]:
    """Votes for states whose releases and press are worded so."""
    votes: Counter[str] = Counter()
    for words, state, vote in wide("home_markers", 3):
        if words in source:
            votes[f"state:{state}"] += int(vote)
    return votes


def ranked(
    source: str, hits: list[Hit], entities: dict[str, Entity], held: list[Held]
) -> list[str]:
    """States by how much of the article is theirs, the home state first.

    The home state's offices go unmarked ("President X"), other states' are marked.
    """
    mentions = Counter(h.key for h in hits if _is_state(entities.get(h.key)))
    votes = _marked(source) + _bodies(hits, entities)
    marked: Counter[str] = Counter()
    for one in held:
        having = (rule_of(one.office.title) or (frozenset(), None))[0]
        if rule_of(one.office.title) and one.of and one.of in mentions:
            marked[one.of] += 1
        elif len(having) == 1 and (having & mentions.keys() or not unsure(one.office.title)):
            votes[min(having)] += 3
    for state in [s for s, vote in votes.items() if vote < _TELLING and s not in mentions]:
        del votes[state]  # other states have a House of Commons too
    told = {state for state, vote in votes.items() if vote > 0}
    for state, count in mentions.items():
        foreign = bool(told - {state})
        votes[state] += min(count, 4) - (2 * min(marked[state], 4) if foreign else 0)
    return [
        state for state, _ in sorted(votes.items(), key=lambda v: (-v[1], -mentions[v[0]], v[0]))
    ]


def _is_state(entity: Entity | None) -> bool:
    return entity is not None and entity.type is ActorType.STATE


def _bodies(hits: list[Hit], entities: dict[str, Entity]) -> Counter[str]:
    """Votes by the ministries and administrations that the article names."""
    votes: Counter[str] = Counter()
    for entity in (entities[h.key] for h in hits if h.key in entities):
        if entity.kind == "administration":
            votes["state:us"] += 3
        elif entity.of and f"state:{entity.of}" in entities and entity.kind in _HOME:
            votes[f"state:{entity.of}"] += 2
    return votes
