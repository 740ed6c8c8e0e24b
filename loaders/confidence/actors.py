"""Signs by which actors are judged: type, rule, how often and in which function they are named."""

from collections.abc import Iterator

from loaders.confidence.scene import Scene
from loaders.confidence.sizes import size
from loaders.facts import Actor

_FUNCTIONS = {
    "nsubj": "subject",
    "nsubjpass": "subject",
    "agent": "agent",
    "dobj": "object",
    "iobj": "object",
    "dative": "object",
    "poss": "owner",
    "compound": "modifier",
    "nmod": "modifier",
    "amod": "modifier",
    "attr": "attribute",
    "appos": "apposition",
    "conj": "joined",
}
_PREPOSITIONS = {"of", "in", "with", "by", "from", "to", "for", "against", "at", "on", "between"}


def signs(actor: Actor, scene: Scene) -> Iterator[str]:
    """What speaks for or against the actor; all but the first few go by type."""
    kind = str(actor.type)
    yield f"type={kind}"
    yield f"rule={actor.evidence.rule}"
    own = [*_shape(actor), *_uses(actor, scene), *_functions(actor, scene)]
    yield from (f"{kind}.{sign}" for sign in dict.fromkeys(own))


def _shape(actor: Actor) -> Iterator[str]:
    yield f"mentions={size(len(actor.mentions), 0, 1, 3)}"
    words = actor.name.split()
    yield f"name={size(len(words), 1, 2, 3)}"
    if actor.name.isupper():
        yield "name.capitals"
    if actor.roles:
        yield "roles"
    if actor.wikidata:
        yield "listed"


def _uses(actor: Actor, scene: Scene) -> Iterator[str]:
    facts, who = scene.facts, actor.id
    if any(who in (s.speaker, *s.co_speakers) for s in facts.statements):
        yield "speaks"
    if any(who == s.addressee for s in facts.statements):
        yield "addressed"
    if any(who == p.actor for m in facts.meetings for p in m.participations):
        yield "meets"
    if any(who == role.of for other in facts.actors for role in other.roles):
        yield "of"
    if any(m.lead and m.lead.value == who for m in facts.missions):
        yield "leads"


def _functions(actor: Actor, scene: Scene) -> Iterator[str]:
    headline = scene.facts.anatomy.headline
    spans = [mention.span for mention in actor.mentions]
    if headline and any(headline.covers(span) for span in spans):
        yield "headline"
    if spans and all(scene.quoted(span) for span in spans):
        yield "quoted"
    for span in spans:
        words = scene.words(span)
        if not words:
            continue
        head = scene.reading.doc[words[0].i : words[-1].i + 1].root
        if head.dep_ == "pobj":
            before = head.head.lower_
            yield f"after={before if before in _PREPOSITIONS else 'other'}"
        else:
            yield f"function={_FUNCTIONS.get(head.dep_, 'other')}"
        yield f"label={head.ent_type_ or 'none'}"
