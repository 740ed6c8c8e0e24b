"""Who leads a mission, where it works, and under which instrument."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Span as Words

from loaders.extractors.gazetteer import fold
from loaders.extractors.missions.known import Known, known_missions
from loaders.extractors.missions.patterned import parts_of
from loaders.extractors.missions.scene import Scene
from loaders.facts import Actor, ActorType, Evidence, Instrument, Mission, Span, Stated

_LED_BEFORE = re.compile(r"(?P<who>[A-ZÀ-Þ][\w.&’' -]*?)[-–]led\b")
_LED_BEHIND = re.compile(
    r"\b(?:led|headed|commanded|run) by (?:the )?"
    r"|\bunder (?:the )?(?:leadership|command) of (?:the )?"
)
_MANDATE = re.compile(
    r"\b(?:mandate\w*|under|pursuant|authori[sz]ed|established|in accordance|based on)\b"
    r"(?: \w+){0,4} (?:the )?$"
)
_IN = re.compile(r"\s*(?:mission|force|operation|deployment|forces|troops)?\s*in (?:the )?$")
_SOON = 200  # characters from a mission's name to the instrument behind it
_FAR = 60  # characters between a mission's name and words that belong to it


def find_lead(mission: Mission, scene: Scene) -> Stated | None:
    """The organization or state that leads: by its words, else by the mission's own name."""
    for sentence in sentences(mission, scene):
        alone = len({m.id for _, m in scene.inside(span_of(sentence))}) == 1
        if alone and (said := _led(sentence, mission, scene)):
            return said
    known = known_missions().get(mission.id)
    if known is None:
        return _of_name(parts_of(mission.name)[0], mission, "lead", scene)
    if known.lead is None:
        return None
    wordings = (mission.name, *mission.aliases)
    in_name = _contains(wordings, known.lead) or _contains(_all_names(known), known.lead)
    if not in_name and not known_actor(known.lead, scene):
        return None
    first = Evidence((mission.mentions[0].span,), "mission.lead.name", 0.9 if in_name else 0.7)
    return Stated(actor_id(known.lead, scene), first)


def _of_name(part: str | None, mission: Mission, what: str, scene: Scene | None) -> Stated | None:
    """What the mission's own name says."""
    if part is None:
        return None
    evidence = Evidence((mission.mentions[0].span,), f"mission.{what}.name", 0.85)
    return Stated(actor_id(part, scene) if scene else part, evidence)


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
    text = scene.text
    for match in _LED_BEFORE.finditer(text, sentence.start_char, sentence.end_char):
        if _close(Span(match.start(), match.end()), mission):
            return _leader(match, scene)
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


def _leader(match: re.Match[str], scene: Scene) -> Stated | None:
    """The body named right before "-led"."""
    found = _actor_at(match.end("who") - 1, scene)
    if found is None:
        return None
    evidence = Evidence((Span(found[1].start, match.end()),), "mission.lead.led")
    return Stated(found[0], evidence)


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


def known_actor(name: str, scene: Scene) -> Actor | None:
    """The body or state of that name or alias among the article's actors."""
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
    actor = known_actor(name, scene)
    return actor.id if actor else name


def find_place(mission: Mission, scene: Scene) -> Stated | None:
    """Where the mission works: as its name says, or as stands beside its name."""
    known = known_missions().get(mission.id)
    if known is None or known.place is None:
        own = _of_name(parts_of(mission.name)[1], mission, "place", None)
        return own or _beside(mission, scene)
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
    text, doc = scene.text, scene.reading.doc
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
        inside = span_of(sentence)
        for instrument, span in _of_states(instruments):
            cue = _MANDATE.search(scene.text[inside.start : span.start])
            loose = instrument.kind != "resolution" and cue and "mandate" not in cue.group()
            if inside.covers(span) and cue and not loose:
                evidence = Evidence((span,), "mission.mandate.sentence", 0.85)
                return Stated(instrument.name, evidence)
    return _confirmed(mission, instruments)


def _of_states(instruments: tuple[Instrument, ...]) -> Iterator[tuple[Instrument, Span]]:
    """Mentions of what can be a mission's basis."""
    for instrument in instruments:
        if instrument.kind in {"resolution", "agreement", "treaty"}:
            yield from ((instrument, m.span) for m in instrument.mentions)


def _confirmed(mission: Mission, instruments: tuple[Instrument, ...]) -> Stated | None:
    """The instrument that is known as the basis, where it is named soon after the mission."""
    known = known_missions().get(mission.id)
    ends = [m.span.end for m in mission.mentions]
    for instrument in instruments:
        for span in (m.span for m in instrument.mentions):
            near = any(end <= span.start <= end + _SOON for end in ends)
            if known is not None and instrument.name == known.mandate and near:
                return Stated(instrument.name, Evidence((span,), "mission.mandate.known", 0.8))
    return None
