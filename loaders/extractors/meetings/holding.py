"""Office-holders named in one breath: "the presidents of A and B" are those whom the text knows."""

from dataclasses import replace

from spacy.tokens import Token

from loaders.extractors.meetings.party import Party
from loaders.facts import Actor
from loaders.naming import fold
from loaders.reading.cast import Cast

_NEAR = 60  # words behind "the ministers of A and B" in which their names follow


def held(found: Party, head: Token, cast: Cast) -> Party:
    """`found` with the holders of the office of `head` in place of the states, if all are known."""
    members = tuple(_holder(member, head, cast) for member in found.members)
    if not all(cast.is_person(actor) for member in members for actor in member):
        return found
    return replace(found, members=tuple(dict.fromkeys(members)), groups=found.groups[1:])


def _holder(member: tuple[str, ...], head: Token, cast: Cast) -> tuple[str, ...]:
    if len(member) != 1 or cast.is_person(member[0]):
        return member
    of = {member[0], cast.by_id[member[0]].name} if member[0] in cast.by_id else {member[0]}
    fitting = [a.id for a in cast.actors if _holds(a, of, head)]
    fitting = fitting or list(_named_of(member[0], head, cast))
    return (fitting[0],) if len(fitting) == 1 else member


def _named_of(state: str, head: Token, cast: Cast) -> tuple[str, ...]:
    """The persons whom the text names as "NAME of STATE" behind the office, near it."""
    found: dict[str, None] = {}
    for token in head.doc[head.i : head.i + _NEAR]:
        named = token.lower_ == "of" and token.i + 1 < len(token.doc)
        if named and cast.at(token.nbor(1)) == (state,):
            found.update(dict.fromkeys(a for a in cast.at(token.nbor(-1)) if cast.is_person(a)))
    return tuple(found)


def _holds(actor: Actor, of: set[str], head: Token) -> bool:
    return any(role.of in of and _fits(fold(role.title), head) for role in actor.roles)


def _fits(title: str, head: Token) -> bool:
    words = title.split()
    if "former" in words or "deputy" in words:
        return False
    asked = [c.lower_ for c in head.children if c.dep_ in {"amod", "compound"} and c.i < head.i]
    return head.lemma_ in words and all(word in words for word in asked)
