"""What the phrases around a noun say of a described mission: its leader, its place."""

from spacy.tokens import Span as Words
from spacy.tokens import Token

from loaders.extractors.gazetteer import slug
from loaders.extractors.missions.scene import Scene
from loaders.extractors.missions.standing import actor_id, known_actor
from loaders.extractors.missions.states import state_of
from loaders.extractors.places import place_at
from loaders.facts import ActorType, Evidence, Mention, MentionKind, Mission, Span, Stated

MODIFIERS = frozenset({"compound", "amod", "nmod", "poss"})


def described_as(
    name: str, span: Span, place: Words | None, leader: tuple[str, Token] | None
) -> Mission:
    """A mission under the article's own words for it."""
    lead = where = None
    if leader is not None:
        word = leader[1]
        evidence = Evidence((Span(word.idx, word.idx + len(word)),), "mission.lead.described", 0.8)
        lead = Stated(leader[0], evidence)
    if place is not None:
        at = Span(place.start_char, place.end_char)
        where = Stated(place.text, Evidence((at,), "mission.place.described", 0.85))
    return Mission(
        id=slug(name),
        name=name,
        mentions=(Mention(span, MentionKind.DESCRIPTION),),
        evidence=Evidence((span,), "mission.described", 0.7),
        described=True,
        lead=lead,
        place=where,
    )


def place_of(noun: Token) -> Words | None:
    """The place behind "in" or "to", or off whose coast it is."""
    for target in _under(noun, {"in", "to"}):
        if place := _named_place(target):
            return place
    coasts = (t for t in _under(noun, {"off"}) if t.lower_ in {"coast", "coasts", "shore"})
    names = (_named_place(t) for coast in coasts for t in _under(coast, {"of"}))
    return next((place for place in names if place), None)


def _under(noun: Token, prepositions: set[str]) -> list[Token]:
    """What stands behind the noun under one of the prepositions."""
    under = [c for c in noun.children if c.dep_ == "prep" and c.lower_ in prepositions]
    return [target for prep in under for target in prep.children if target.dep_ == "pobj"]


def _named_place(token: Token) -> Words | None:
    if token.ent_type_ in {"GPE", "LOC"}:
        entity = next((e for e in token.doc.ents if e.start <= token.i < e.end), None)
        return entity[1:] if entity and entity[0].lower_ == "the" else entity
    place = place_at(token.doc, token.left_edge.i, token.i + 1)
    return token.doc[place.start : place.end] if place and place.sort == "state" else None


def leader_of(modifiers: list[Token], scene: Scene) -> tuple[str, Token] | None:
    """The body or state that the words before a noun name, and the word that names it."""
    for token in (t for m in modifiers for t in m.subtree if t.dep_ != "det"):
        if state := state_of(token.text) or state_of(token.doc[token.i : token.i + 2].text):
            return actor_id(state, scene), token
        actors = scene.cast.at(token) or _the_alliance(token, scene) or _last_word(token, scene)
        if len(actors) == 1 and not scene.cast.is_person(actors[0]):
            return actors[0], token
    return None


def _the_alliance(token: Token, scene: Scene) -> tuple[str, ...]:
    """ "The alliance" is NATO where the article speaks of NATO."""
    nato = known_actor("NATO", scene) if token.lower_ == "alliance" else None
    return (nato.id,) if nato else ()


def _last_word(token: Token, scene: Scene) -> tuple[str, ...]:
    """ "The Forum" is the only body of the article whose name ends in that word."""
    if token.pos_ != "PROPN":
        return ()
    bodies = (a for a in scene.cast.actors if a.type is ActorType.ORGANIZATION)
    ending = tuple(a.id for a in bodies if a.name.endswith(f" {token.text}"))
    return ending if len(ending) == 1 else ()
