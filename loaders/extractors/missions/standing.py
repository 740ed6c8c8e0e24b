"""Who leads a mission, where it works, and under which instrument."""

import re
from collections.abc import Iterable

from spacy.tokens import Span as Words

from loaders.extractors.gazetteer import fold
from loaders.extractors.missions.known import Known, known_missions
from loaders.extractors.missions.scene import Scene
from loaders.facts import Actor, ActorType, Evidence, Instrument, Mission, Span, Stated

_LED_BEFORE = re.compile(r"(?P<who>[A-ZÀ-Þ][\w.&’' -]*?)[-–]led\b")
_LED_BEHIND = re.compile(
    r"\b(?:led|headed|commanded|run) by (?:the )?|\bunder (?:the )?(?:leadership|command) of (?:the )?"
)
_MANDATE = re.compile(
    r"\b(?:mandate|under|pursuant|authori[sz]\w+|established|basis|in accordance|based on)\b"
)
_IN = re.compile(r"\s*(?:mission|force|operation|deployment|forces|troops)?\s*in (?:the )?$")
_FAR = 60  # characters between a mission's name and words that belong to it


def find_lead(mission: Mission, scene: Scene) -> Stated | None:
    """The organization or state that leads: by its words, else by the mission's own name."""
    for sentence in sentences(mission, scene):
        if len({m.id for _, m in scene.inside(span_of(sentence))}) == 1:
            if said := _led(sentence, mission, scene):
                return said
    known = known_missions().get(mission.id)
    if known is None or known.lead is None:
        return None
    wordings = (mission.name, *mission.aliases)
    in_name = _contains(wordings, known.lead) or _contains(_all_names(known), known.lead)
    if not in_name and not _known_actor(known.lead, scene):
        return None
    first = Evidence((mission.mentions[0].span,), "mission.lead.name", 0.9 if in_name else 0.7)
    return Stated(actor_id(known.lead, scene), first)


def sentences(mission: Mission, scene: Scene) -> list[Words]:
    """The sentences that name the mission."""
    doc = scene.reading.doc
    found = [
        doc.char_span(m.span.start, m.span.end, alignment_mode="expand") for m in mission.mentions
    ]
    return [words.sent for words in found if words is not None]


def span_of(sentence: Words) -> Span:
    """The sentence's characters."""
    return Span(sentence.start_char, sentence.end_char)


def _led(sentence: Words, mission: Mission, scene: Scene) -> Stated | None:
    text = scene.reading.doc.text
    for match in _LED_BEFORE.finditer(text, sentence.start_char, sentence.end_char):
        if _close(Span(match.start(), match.end()), mission):
            return _leader(Span(match.start("who"), match.end("who")), match.end(), scene)
    for match in _LED_BEHIND.finditer(text, sentence.start_char, sentence.end_char):
        who = _actor_at(match.end(), scene)
        if who is not None and _close(Span(match.start(), match.end()), mission):
            evidence = Evidence((Span(match.start(), who[1].end),), "mission.lead.led-by")
            return Stated(who[0], evidence)
    return None


def _close(span: Span, mission: Mission) -> bool:
    mentions = [m.span for m in mission.mentions]
    return any(
        m.start - _FAR <= span.end <= m.start or m.end <= span.start <= m.end + _FAR
        for m in mentions
    )


def _leader(who: Span, end: int, scene: Scene) -> Stated | None:
    found = _actor_at(who.start, scene)
    if found is None and (word := scene.reading.text(who)):
        found = (actor_id(word, scene), who) if _known_actor(word, scene) else None
    if found is None:
        return None
    return Stated(found[0], Evidence((Span(who.start, end),), "mission.lead.led"))


def _actor_at(position: int, scene: Scene) -> tuple[str, Span] | None:
    """The body or state named at the position; persons command, but don't lead."""
    for reference in scene.cast.references:
        starts = reference.mention.span.start <= position < reference.mention.span.end
        if starts and len(reference.actors) == 1 and not scene.cast.is_person(reference.actors[0]):
            return reference.actors[0], reference.mention.span
    return None


def _contains(wordings: Iterable[str], name: str) -> bool:
    """Whether a wording holds the name or its abbreviation ("UN Mission", "EULEX" doesn't)."""
    initials = "".join(w[0] for w in name.split() if w[0].isupper())
    forms = {name, initials} if len(initials) > 1 else {name}
    return any(re.search(rf"\b{re.escape(f)}\b", w) for w in wordings for f in forms)


def _all_names(known: Known) -> tuple[str, ...]:
    return (known.name, *known.strong)


def _known_actor(name: str, scene: Scene) -> Actor | None:
    wanted = fold(name)
    actors = (*scene.cast.actors, *scene.cast.others)
    return next(
        (
            a
            for a in actors
            if a.type is not ActorType.PERSON and wanted in map(fold, (a.name, *a.aliases))
        ),
        None,
    )


def actor_id(name: str, scene: Scene) -> str:
    """The id of the article's actor of that name, else the name."""
    actor = _known_actor(name, scene)
    return actor.id if actor else name


def find_place(mission: Mission, scene: Scene) -> Stated | None:
    """Where the mission works: as its name says, or as stands beside its name."""
    known = known_missions().get(mission.id)
    if known is None or known.place is None:
        return _beside(mission, scene)
    names = _all_names(known)
    if any(re.search(rf"\b{re.escape(known.place)}\b", name) for name in names):
        evidence = Evidence((mission.mentions[0].span,), "mission.place.name", 0.9)
        return Stated(known.place, evidence)
    for sentence in sentences(mission, scene):
        at = sentence.text.find(known.place)
        if at >= 0:
            start = sentence.start_char + at
            where = Span(start, start + len(known.place))
            return Stated(known.place, Evidence((where,), "mission.place.sentence", 0.8))
    return None


def _beside(mission: Mission, scene: Scene) -> Stated | None:
    """ "Operation X in Y"."""
    text, doc = scene.reading.doc.text, scene.reading.doc
    for mention in mission.mentions:
        for entity in doc.ents:
            between = text[mention.span.end : entity.start_char]
            place = entity.label_ in {"GPE", "LOC"} and entity.start_char > mention.span.end
            if place and _IN.fullmatch(between):
                where = Span(entity.start_char, entity.end_char)
                return Stated(entity.text, Evidence((where,), "mission.place.in", 0.85))
    return None


def find_mandate(
    mission: Mission, instruments: tuple[Instrument, ...], scene: Scene
) -> Stated | None:
    """The instrument that the article gives as the mission's basis."""
    for sentence in sentences(mission, scene):
        cue = _MANDATE.search(sentence.text)
        for instrument in instruments if cue else ():
            inside = [m.span for m in instrument.mentions if span_of(sentence).covers(m.span)]
            if inside and instrument.kind in {"resolution", "agreement", "treaty"}:
                evidence = Evidence((inside[0],), "mission.mandate.sentence", 0.85)
                return Stated(instrument.name, evidence)
    known = known_missions().get(mission.id)
    for instrument in instruments:
        if known is not None and instrument.name == known.mandate:
            evidence = Evidence((instrument.mentions[0].span,), "mission.mandate.known", 0.8)
            return Stated(instrument.name, evidence)
    return None
