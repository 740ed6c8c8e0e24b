"""What a counted phrase says of a mission: level, change, casualties, contributors, or nothing."""

from collections.abc import Iterator
from dataclasses import dataclass

from spacy.tokens import Token

from loaders.extractors.missions.counted import Counted, measure_of
from loaders.extractors.missions.scene import Scene, governor, head_of, says
from loaders.facts import FigureKind, Mission

_MORE = {"additional", "more", "extra", "further", "another", "fresh"}
_PARTIES = {"contributors", "contributingAllies", "contributingPartners"}
_MEMBERSHIP = {"in", "under", "within", "with", "of", "to", "for", "from", "as", "among"}


@dataclass(frozen=True)
class Said:
    """A figure's mission, kind and measure, and the rule that saw it."""

    mission: Mission
    kind: FigureKind
    measure: str
    rule: str
    confidence: float = 0.85


def interpret(counted: Counted, scene: Scene) -> Said | None:
    """The first reading that fits; None where the phrase says nothing of a mission."""
    readings = (_parties,) if counted.measure in _PARTIES else (_casualties, _change, _level)
    return next((said for read in readings if (said := read(counted, scene))), None)


def _near(counted: Counted, scene: Scene) -> Mission | None:
    """The mission named in the phrase, else nearest to it in the sentence."""
    noun = counted.noun
    named = [(t, m) for t in noun.sent if (m := scene.named(t))]
    nearest = min(named, key=lambda p: (abs(p[0].i - noun.i), p[0].i), default=None)
    return nearest[1] if nearest else None


def _spoken_of(noun: Token, scene: Scene) -> Mission | None:
    """The mission that "this mission" means in the same sentence."""
    words = (t for t in noun.sent if t.lemma_.lower() == "mission")
    return next((m for t in words if (m := scene.means(t))), None)


def _foreign(counted: Counted, scene: Scene) -> bool:
    """Whether another's name is in the phrase: "52 Serb officers", "707 U.S. soldiers"."""
    words = counted.noun.doc.char_span(
        counted.span.start, counted.span.end, alignment_mode="expand"
    )
    return any(
        t.pos_ == "PROPN" or t.ent_type_ == "NORP"
        for t in words or ()
        if not scene.named(t) and t != counted.noun and not t.like_num
    )


def _casualties(counted: Counted, scene: Scene) -> Said | None:
    asked = ("wounded", "killed", "missing")
    noun = head_of(counted.noun)
    verb = governor(noun)
    suffering = noun.dep_ in {"nsubjpass", "dobj"} or (verb is not None and verb.lemma_ == "die")
    beside = [c for c in counted.noun.children if c.dep_ in {"amod", "acl"}]
    words = [*beside, *([verb] if verb is not None and suffering else [])]
    measure = next((m for w in words if not _negated(w) and (m := says(w, *asked))), None)
    mission = _near(counted, scene) or _spoken_of(counted.noun, scene)
    if measure is None or mission is None or _foreign(counted, scene):
        return None
    return Said(mission, FigureKind.LEVEL, measure, f"mission.{measure}", 0.9)


def _parties(counted: Counted, scene: Scene) -> Said | None:
    noun = head_of(counted.noun)
    mission = _near(counted, scene) or scene.recent(noun.idx)
    if mission is None or not any(_gives(t, scene) for t in _holders(noun)):
        return None
    return Said(mission, FigureKind.LEVEL, counted.measure, "mission.contributors.counted")


def _holders(noun: Token) -> Iterator[Token]:
    """What stands over the parties: the verb they act in, or what comes from them."""
    if noun.dep_ == "pobj" and noun.head.lower_ in {"from", "by", "of"}:
        above = noun.head.head
        yield above
        yield from (c for c in above.children if c.dep_ == "dobj" and says(above, "holds"))
    elif noun.dep_ in {"nsubj", "nsubjpass"}:
        yield noun.head


def _gives(token: Token, scene: Scene) -> bool:
    people = measure_of(token) in {"troops", "personnel", "police"}
    return people or bool(says(token, "contributes")) or scene.named(token) is not None


def _change(counted: Counted, scene: Scene) -> Said | None:
    noun, verb = head_of(counted.noun), governor(counted.noun)
    more = any(t.lower_ in _MORE for t in _words_before(counted))
    by_verb = says(verb, "increase", "decrease") if verb is not None else None
    reached = noun.dep_ == "pobj" and noun.head.lower_ in {"to", "from"}
    joined = verb is not None and _joins(verb, scene)
    effect = "increase" if more or joined else None if reached else by_verb
    mission = (_near(counted, scene) or _context(noun, scene)) if effect else None
    if not effect or mission is None or (verb is not None and (_negated(verb) or _taught(verb))):
        return None
    kind = FigureKind.PROPOSED if _only_proposed(verb) else FigureKind(effect)
    measure = counted.measure
    return Said(mission, kind, measure, f"mission.change.{effect}", 0.8)


def _words_before(counted: Counted) -> list[Token]:
    """The words of the phrase and the one before its number ("an additional 1,000")."""
    doc, span = counted.noun.doc, counted.span
    words = doc.char_span(span.start, span.end, alignment_mode="expand")
    if words is None:
        return []
    number_ends = counted.amount.number.end
    before = [doc[words.start - 1]] if words.start else []
    return [*before, *(t for t in words if t.idx >= number_ends)]


def _context(noun: Token, scene: Scene) -> Mission | None:
    """The only mission of the article, where "we", its leader or its presence is spoken of."""
    ids = {m.id for m in scene.missions}
    if len(ids) != 1:
        return None
    mission = scene.missions[0]
    for token in noun.sent:
        leader = mission.lead is not None and mission.lead.value in scene.cast.at(token)
        acts = token.dep_ in {"nsubj", "nsubjpass"} and (leader or token.lower_ == "we")
        if acts or (token.lower_ == "presence" and scene.means(token)):
            return mission
    return None


def _only_proposed(verb: Token | None) -> bool:
    above = [verb, *verb.ancestors] if verb is not None else []
    words = [w for v in above for w in (v, *(c for c in v.children if c.dep_ == "aux"))]
    return any(says(w, "proposes") for w in words if w.pos_ in {"VERB", "AUX"})


def _negated(token: Token) -> bool:
    return any(c.dep_ == "neg" for c in token.children)


def _joins(verb: Token, scene: Scene) -> bool:
    """ "A battalion of 500 soldiers has joined the force"."""
    objects = (c for c in verb.children if c.dep_ == "dobj")
    return says(verb, "joins") is not None and any(scene.means(o) for o in objects)


def _taught(verb: Token) -> bool:
    """Whether the people are those whom the mission trains, not its own."""
    return says(verb, "teaches") is not None


def _level(counted: Counted, scene: Scene) -> Said | None:
    found = next(_ties(counted, scene), None)
    if found is None:
        return None
    mission, rule = found
    verb = governor(counted.noun)
    if _foreign(counted, scene) or (verb is not None and (_negated(verb) or _taught(verb))):
        return None  # a part of the mission: "707 U.S. soldiers"
    kind = FigureKind.PROPOSED if _only_proposed(verb) else FigureKind.LEVEL
    return Said(mission, kind, counted.measure, rule)


def _ties(counted: Counted, scene: Scene) -> Iterator[tuple[Mission, str]]:
    """The ways in which grammar ties people to a mission, the closest first."""
    noun = counted.noun
    verb = governor(noun)
    for child in noun.children:
        own = child.dep_ == "poss" and not _of_subject(child, verb, scene)
        if own and (mission := scene.means(child)):
            yield mission, "mission.strength.possessive"
    above = noun.head.head if noun.dep_ == "pobj" else None
    if above is not None and noun.head.lower_ in {"of", "with"} and (m := scene.means(above)):
        yield m, "mission.strength.of"
    changed = above is not None and says(above, "increase", "decrease")
    if changed and noun.head.lower_ == "to" and (m := _near(counted, scene)):
        yield m, "mission.strength.reached"
    if verb is not None and _holds(verb, noun):
        for subject in (c for c in verb.children if c.dep_ == "nsubj"):
            relative = subject.lower_ in {"that", "which"} and verb.dep_ == "relcl"
            if mission := scene.means(verb.head if relative else subject):
                yield mission, "mission.strength.has"
    if verb is None or says(verb, "serves"):
        yield from _serving(noun, verb, scene)


def _of_subject(its: Token, verb: Token | None, scene: Scene) -> bool:
    """Whether "its" means the clause's subject, a state or body that sends them: no strength."""
    if verb is None or its.lower_ not in {"its", "their"}:
        return False
    subjects = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    return any(scene.cast.at(s) and scene.named(s) is None for s in subjects if s.i < its.i)


def _holds(verb: Token, noun: Token) -> bool:
    """ "Has 900 soldiers", "counts with 900 soldiers", "stands at 900 soldiers"."""
    if says(verb, "holds"):
        return noun.dep_ in {"dobj", "attr", "pobj"}
    at = noun.dep_ == "pobj" and noun.head.lower_ == "at" and noun.head.head == verb
    return at and says(verb, "stands") is not None


def _serving(noun: Token, verb: Token | None, scene: Scene) -> Iterator[tuple[Mission, str]]:
    """ "4,000 troops serve in KFOR", "700 KFOR soldiers are stationed there"."""
    subject = noun.dep_ in {"nsubj", "nsubjpass", "attr", "ROOT"}
    heads = [noun, *([verb, *verb.children] if verb is not None else [])]
    preps = [c for h in heads for c in h.children if c.dep_ in {"prep", "agent"}]
    for prep in preps if subject else ():
        for target in prep.children:
            mission = scene.named(target)
            if mission and target.dep_ == "pobj" and prep.lower_ in _MEMBERSHIP:
                yield mission, "mission.strength.serving"
    own = [
        m for c in noun.children if c.dep_ in {"compound", "nmod", "amod"} and (m := scene.named(c))
    ]
    moving = verb is not None and any(c.lower_ == "to" and c.dep_ == "prep" for c in verb.children)
    if own and subject and verb is not None and not moving:
        yield own[0], "mission.strength.named"
