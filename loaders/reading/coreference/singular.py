"""Whom he, she and it mean: nearest fitting mention, subjects before others."""

from collections.abc import Mapping

from loaders.reading.coreference.memory import Memory, Seen

GENDERS = {
    "he": "m",
    "him": "m",
    "his": "m",
    "himself": "m",
    "she": "f",
    "her": "f",
    "hers": "f",
    "herself": "f",
}
REFLEXIVE = {"himself", "herself"}
POSSESSIVE = {"his", "her", "its"}
_REACH = 8  # sentences back that he and she still look
_NEAR = 1  # sentences back that it looks


def person(
    word: str,
    asked: Seen,
    memory: Memory,
    genders: Mapping[str, str],
    never: frozenset[str] = frozenset(),
) -> str | None:
    """The person that the pronoun `word` at `asked` means, and none of those it `never` can."""
    wanted = GENDERS[word]
    if word in REFLEXIVE:
        latest = next((s for s in memory.before(asked.at, asked.sentence, 0)), None)
        if latest and latest.kind == "person" and latest.at == asked.at - 1:
            return latest.actors[0]
    best: tuple[float, Seen] | None = None
    for one in memory.before(asked.at, asked.sentence, _REACH):
        fits = len(one.actors) == 1 and genders.get(one.actors[0], wanted) in {wanted, "u"}
        if (
            one.kind != "person"
            or not fits
            or never.intersection(one.actors)
            or _clash(word, asked, one)
        ):
            continue
        score = _score(one, asked, genders.get(one.actors[0]) == wanted)
        if best is None or score > best[0]:
            best = (score, one)
    return best[1].actors[0] if best else None


def _clash(word: str, asked: Seen, one: Seen) -> bool:
    """Whether both depend on one verb, so that they can't be the same person."""
    return word not in POSSESSIVE and one.verb == asked.verb and one.sentence == asked.sentence


def _score(one: Seen, asked: Seen, sure: bool) -> float:
    back = asked.sentence - one.sentence
    foreign = one.quoted != asked.quoted
    return (6 if one.subject else 0) + (3 if sure else 0) - 4 * back - (10 if foreign else 0)


def thing(asked: Seen, memory: Memory) -> str | None:
    """The body or state that "it" means: the subject last named, with no other thing between."""
    for one in memory.before(asked.at, asked.sentence, _NEAR):
        if one.kind == "thing" and one.subject and len(one.actors) == 1:
            return one.actors[0]
        if one.kind in {"noun", "nouns"} and one.subject:
            return None
    return None
