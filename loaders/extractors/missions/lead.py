"""Who leads a mission: by the article's words, else by the mission's own name."""

import re

from spacy.tokens import Span as Words

from loaders.extractors.missions.known import known_missions
from loaders.extractors.missions.patterned import parts_of
from loaders.extractors.missions.scene import Scene
from loaders.extractors.missions.standing import (
    actor_id,
    all_names,
    by_name,
    contains,
    holding,
    known_actor,
    of_table,
    sentences,
    span_of,
)
from loaders.extractors.missions.states import state_of
from loaders.facts import Evidence, Mission, Span, Stated

_LED_BEFORE = re.compile(r"(?P<who>[A-ZÀ-Þ][\w.&’' -]*?)(?P<led>[-–]led)\b")
_LED_RIGHT_BEFORE = re.compile(_LED_BEFORE.pattern + r"(?:\s+[\w-]+){0,3}\s+[\"“(]?$")
_LED_BEHIND = re.compile(
    r"\b(?:led|headed|commanded|run) by (?:the )?"
    r"|\bunder (?:the )?(?:leadership|command) of (?:the )?"
)
_OURS = re.compile(r"[Oo]ur (?:[A-Z]\w+ )*[\[(]?")  # "our Operation X", also "our Operation X [Y]"
_FAR = 60  # characters between a mission's name and words that belong to it


def find_lead(mission: Mission, scene: Scene) -> Stated | None:
    """The organization or state that leads: by its words, else by the mission's own name.

    What only the table knows behind an abbreviation ("KFOR") is less sure than words.
    """
    if said := _led_right_before(mission, scene):
        return said
    for sentence in sentences(mission, scene):
        alone = len({m.id for _, m in scene.inside(span_of(sentence))}) == 1
        if alone and (said := _led(sentence, mission, scene)):
            return said
    known = known_missions().get(mission.id)
    if known is None:
        return by_name(parts_of(mission.name)[0], mission, "lead", scene)
    if known.lead is None:
        return None
    held = holding(mission, known.lead, scene)
    if held or contains(all_names(known), known.lead):
        return Stated(actor_id(known.lead, scene), of_table(held, mission, "lead"))
    return _beside_lead(mission, known.lead, scene)


def _beside_lead(mission: Mission, lead: str, scene: Scene) -> Stated | None:
    """The lead that the table knows, where the article sets a word for it beside the mission.

    "The French ambassador and Barkhane's commander", "our Operation Barkhane" of the French.
    """
    for sentence in sentences(mission, scene):
        spans = [m.span for m in mission.mentions if span_of(sentence).covers(m.span)]
        for word in sentence if spans else ():
            ours = any(_OURS.fullmatch(scene.text[word.idx : s.start]) for s in spans)
            if state_of(word.text) == lead or (ours and known_actor(lead, scene)):
                both = tuple(sorted({spans[0], Span(word.idx, word.idx + len(word))}))
                return Stated(actor_id(lead, scene), Evidence(both, "mission.lead.known", 0.6))
    return None


def _led_right_before(mission: Mission, scene: Scene) -> Stated | None:
    """ "NATO-led KFOR", whatever else the sentence holds."""
    for mention in mission.mentions:
        start = max(0, mention.span.start - _FAR)
        found = _LED_RIGHT_BEFORE.search(scene.text, start, mention.span.start)
        if found is not None and (leader := _leader(found, scene)):
            return leader
    return None


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
    evidence = Evidence((Span(found[1].start, match.end("led")),), "mission.lead.led")
    return Stated(found[0], evidence)


def _actor_at(position: int, scene: Scene) -> tuple[str, Span] | None:
    """The body or state named at the position; persons command, but don't lead."""
    for reference in scene.cast.references:
        starts = reference.mention.span.start <= position < reference.mention.span.end
        if starts and len(reference.actors) == 1 and not scene.cast.is_person(reference.actors[0]):
            return reference.actors[0], reference.mention.span
    return None
