"""Whom "they", "the two leaders" and "both sides" mean: those last named together."""

from collections.abc import Mapping

from loaders.reading.coreference.memory import Memory, Seen

_REACH = 3  # sentences back that "they" looks
_FAR = 12  # sentences back that "the two leaders" looks


def together(asked: Seen, memory: Memory, reach: int = _REACH) -> tuple[str, ...]:
    """The persons of the latest sentence that names two or more, or a plural already resolved."""
    by_sentence: dict[int, list[str]] = {}
    body: tuple[str, ...] = ()
    for one in memory.before(asked.at, asked.sentence, reach):
        if one.quoted and not asked.quoted:
            continue
        if one.sentence == asked.sentence and one.verb == asked.verb:
            continue
        if len(one.actors) > 1 and one.subject:
            return one.actors
        if one.kind == "nouns" and one.subject and one.sentence < asked.sentence:
            return ()
        if one.kind == "thing" and one.subject and one.sentence == asked.sentence - 1:
            body = body or one.actors
        if one.kind == "person":
            found = by_sentence.setdefault(one.sentence, [])
            found[:0] = [i for i in one.actors if i not in found]
            if len(found) > 1 and one.sentence < asked.sentence and _first(one, memory):
                return tuple(found)
    return next((tuple(f) for f in by_sentence.values() if len(f) > 1), body)


def _first(one: Seen, memory: Memory) -> bool:
    """Whether no person is named earlier in the mention's sentence."""
    earlier = (s for s in memory.seen if s.sentence == one.sentence and s.at < one.at)
    return not any(s.kind == "person" for s in earlier)


def leaders(
    asked: Seen, memory: Memory, ranks: Mapping[str, int], number: int | None
) -> tuple[str, ...]:
    """The persons in office last told of; exactly two of the highest rank for "the two leaders"."""
    order: list[str] = []
    for one in memory.before(asked.at, asked.sentence, _FAR):
        if len(one.actors) > 1 and one.subject and number in {None, len(one.actors)}:
            return one.actors
        order += [i for i in one.actors if i in ranks and i not in order]
    top = [i for i in order if ranks[i] == max(ranks[k] for k in order)]
    chosen = top if len(top) > 1 else order
    if number is not None:
        chosen = chosen[:number] if len(chosen) >= number else []
    return tuple(sorted(chosen, key=lambda i: _named_first(i, memory))) if len(chosen) > 1 else ()


def _named_first(actor: str, memory: Memory) -> int:
    return min(one.at for one in memory.seen if actor in one.actors)
