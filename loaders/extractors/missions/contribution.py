"""Who contributes to a mission, by name."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.missions.scene import Scene, says
from loaders.facts import Evidence, Mission, Span, Stated

_GIFTS = {
    "troop",
    "soldier",
    "force",
    "personnel",
    "contingent",
    "peacekeeper",
    "unit",
    "police",
} | {*("officer", "observer", "trainer", "monitor")}


def find_contributors(mission: Mission, scene: Scene) -> tuple[Stated, ...]:
    """Bodies and states that contribute or take part, each once."""
    found: dict[str, Stated] = {}
    for verb in scene.reading.doc:
        if verb.pos_ == "VERB" and says(verb, "contributes") and _for(verb, mission, scene):
            for actor, token in _givers(verb, scene):
                told = scene.cast.reference(token)
                start = told.mention.span.start if told else token.idx
                words = Span(min(start, verb.idx), max(_end(token), _end(verb)))
                found.setdefault(
                    actor, Stated(actor, Evidence((words,), "mission.contributor", 0.8))
                )
    leader = mission.lead.value if mission.lead else None
    return tuple(stated for actor, stated in found.items() if actor != leader)


def _end(token: Token) -> int:
    return token.idx + len(token)


def _for(verb: Token, mission: Mission, scene: Scene) -> bool:
    """Whether the verb's own phrases lead to the mission ("contribute troops to KFOR")."""
    below = [d for c in verb.children if c.dep_ in {"prep", "dobj", "dative"} for d in c.subtree]
    targets = [d for d in below if (m := scene.means(d)) and m.id == mission.id]
    lemma = verb.lemma_.lower()
    given = any(c.dep_ == "dobj" and c.lemma_.lower() in _GIFTS for c in verb.children)
    plain = lemma in {"contribute", "participate"}
    return bool(targets) and (plain or given) and not any(c.dep_ == "neg" for c in verb.children)


def _givers(verb: Token, scene: Scene) -> Iterator[tuple[str, Token]]:
    """The subject of the verb, or of the verb that it hangs on ("continues to contribute")."""
    above = verb
    while above.dep_ in {"xcomp", "conj"} and not _subjects(above):
        above = above.head
    for subject in _subjects(above):
        for token in (subject, *subject.conjuncts):
            for actor in scene.cast.at(token):
                if not scene.cast.is_person(actor):
                    yield actor, token


def _subjects(verb: Token) -> list[Token]:
    return [c for c in verb.children if c.dep_ == "nsubj"]
