"""Where a mission works and under which instrument; what its names say of it."""

import re
from collections.abc import Iterable, Iterator

from spacy.tokens import Span as Words

from loaders.extractors.gazetteer import fold
from loaders.extractors.missions.known import Known, known_missions
from loaders.extractors.missions.patterned import parts_of
from loaders.extractors.missions.scene import Scene
from loaders.facts import Actor, ActorType, Evidence, Instrument, Mission, Span, Stated

_MANDATE = re.compile(
    r"\b(?:mandate\w*|under|pursuant|authori[sz]ed|established|in accordance|based on)\b"
    r"(?: \w+){0,4} (?:the )?$"
)
_IN = re.compile(r"\s*(?:mission|force|operation|deployment|forces|troops)?\s*in (?:the )?$")
_SOON = 200  # characters from a mission's name to the instrument behind it


def holding(mission: Mission, name: str, scene: Scene) -> Span | None:
    """The first mention whose own words hold the name."""
    spans = (m.span for m in mission.mentions)
    return next((s for s in spans if contains([scene.written(s)], name)), None)


def of_table(held: Span | None, mission: Mission, what: str) -> Evidence:
    """By the name that holds it, else by what the table knows behind an abbreviation."""
    if held is not None:
        return Evidence((held,), f"mission.{what}.name", 0.9)
    return Evidence((mission.mentions[0].span,), f"mission.{what}.known", 0.6)


def by_name(part: str | None, mission: Mission, what: str, scene: Scene | None) -> Stated | None:
    """What the mission's own name says."""
    if part is None:
        return None
    evidence = Evidence((mission.mentions[0].span,), f"mission.{what}.name", 0.85)
    return Stated(actor_id(part, scene) if scene else part, evidence)


def sentences(mission: Mission, scene: Scene) -> list[Words]:
    """The sentences of the body that name the mission."""
    doc = scene.reading.doc
    found = [
        doc.char_span(m.span.start, m.span.end, alignment_mode="expand") for m in mission.mentions
    ]
    return [words.sent for words in found if words is not None and words.text.strip()]


def span_of(sentence: Words) -> Span:
    """The sentence's characters."""
    return Span(sentence.start_char, sentence.end_char)


def contains(wordings: Iterable[str], name: str) -> bool:
    """Whether a wording holds the name or its abbreviation ("UN Mission", "EULEX" doesn't)."""
    initials = "".join(w[0] for w in name.split() if w[0].isupper())
    forms = {name, initials} if len(initials) > 1 else {name}
    return any(re.search(rf"\b{re.escape(f)}\b", w) for w in wordings for f in forms)


def all_names(known: Known) -> tuple[str, ...]:
    """The name and the strong aliases of the table."""
    return (known.name, *known.strong)


def known_actor(name: str, scene: Scene) -> Actor | None:
    """The body or state of that name among the article's actors, else of that alias.

    A longer name is another body's: "United Nations" isn't "United Nations Council".
    """
    wanted = fold(name)
    actors = [a for a in (*scene.cast.actors, *scene.cast.others) if a.type != ActorType.PERSON]
    named = (a for a in actors if fold(a.name) == wanted)
    shorter = (a for a in actors if not fold(a.name).startswith(f"{wanted} "))
    called = (a for a in shorter if wanted in map(fold, a.aliases))
    return next(named, None) or next(called, None)


def actor_id(name: str, scene: Scene) -> str:
    """The id of the article's actor of that name, else the name."""
    actor = known_actor(name, scene)
    return actor.id if actor else name


def find_place(mission: Mission, scene: Scene) -> Stated | None:
    """Where the mission works: as its name says, or as stands beside its name."""
    known = known_missions().get(mission.id)
    if known is None or known.place is None:
        own = by_name(parts_of(mission.name)[1], mission, "place", None)
        return own or _beside(mission, scene)
    if held := holding(mission, known.place, scene):
        return Stated(known.place, of_table(held, mission, "place"))
    for sentence in sentences(mission, scene):
        if found := re.search(rf"\b{re.escape(known.place)}\b", sentence.text):
            start = sentence.start_char
            where = Span(start + found.start(), start + found.end())
            return Stated(known.place, Evidence((where,), "mission.place.sentence", 0.8))
    named = any(re.search(rf"\b{re.escape(known.place)}\b", n) for n in all_names(known))
    return Stated(known.place, of_table(None, mission, "place")) if named else None


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
