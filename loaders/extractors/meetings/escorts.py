"""Who comes along with a participant: "X, accompanied by Y, met Z" seats Y on the side of X."""

from dataclasses import replace

from spacy.tokens import Token

from loaders.extractors.meetings.clauses import after, clause, prepositions
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.telling import Telling
from loaders.reading.cast import Cast

_ESCORTING = {"accompany", "flank", "join"}


def with_escorts(telling: Telling, cast: Cast) -> Telling:
    """The telling with those by whom one of its sides was accompanied."""
    sides = list(telling.sides)
    for verb in telling.anchor.sent:
        if verb.lemma_ not in _ESCORTING or verb.tag_ != "VBN" or not sides:
            continue
        by = prepositions(verb, "by")
        along = after(by[0], cast) if by else Party()
        new = tuple(m for m in along.members if m[0] not in telling.actors and _person(m, cast))
        led = _side(verb, telling, cast)
        if new and led is not None:
            sides[led] = replace(sides[led], members=(*sides[led].members, *new))
    return replace(telling, sides=tuple(sides))


def _person(member: tuple[str, ...], cast: Cast) -> bool:
    return all(cast.is_person(actor) for actor in member)


def _side(verb: Token, telling: Telling, cast: Cast) -> int | None:
    """The side that the participle stands at; the first where it hangs on the verb itself."""
    above = cast.at(verb.head) if verb.dep_ in {"acl", "appos", "relcl"} else ()
    for number, side in enumerate(telling.sides):
        if set(above) & set(side.actors):
            return number
    return (
        0
        if verb.dep_ == "advcl" and verb.head in {telling.anchor, clause(telling.anchor)}
        else None
    )
