"""Who commands or heads a mission."""

import re
from collections.abc import Iterator

from loaders.extractors.missions.scene import Scene
from loaders.extractors.missions.standing import sentences, span_of
from loaders.facts import Evidence, Mention, MentionKind, Mission, Span, Stated

_TITLE = r"(?:[Ff]orce\s+)?(?:[Cc]ommander|[Dd]irector|[Hh]ead|[Cc]hief)"
_LED = r"(?:currently\s+)?(?:led|commanded|headed)\s+by"
_RANK = r"(?:lieutenant|major|brigadier|general|colonel|commodore|admiral|captain|vice|rear)"
_RANKS = rf"(?:(?:[A-Z][\w.]*\.?,?|{_RANK})\s+){{0,5}}"
_OF = r"(?:of|in|for)\s+(?:the\s+|a\s+)?(?:[A-Z]\w*-led\s+)?"
_PLACE = r"(?:\s+in\s+[A-Z]\w+)?"
_BEHIND = re.compile(rf"{_PLACE}(?:['’]s)?\s+(?:mission\s+|force\s+)?{_TITLE},?\s+(?:{_RANKS})")
_TITLED = re.compile(rf"(?:['’]s)?\s+{_TITLE}\b")
_PASSIVE = re.compile(rf",?(?:\s+(?:is|was))?\s+{_LED}\s+(?:the\s+)?{_RANKS}")
_ITS = re.compile(
    rf"\b(?:(?P<its>[Ii]ts)|[Tt]he\s+(?P<noun>mission|force|operation)(?:['’]s)?)"
    rf"\s+(?:\w+\s+)?{_TITLE},?\s+{_RANKS}$"
)
_APPOSED = re.compile(
    rf",?\s+(?:the\s+)?(?:current\s+|new\s+)?(?:\w+\s+)?{_TITLE}\s+{_OF}"
    rf"|,?\s+who\s+(?:currently\s+)?(?:commands|leads|heads)\s+(?:the\s+)?"
)
_BEFORE = re.compile(rf"\b{_TITLE}\s+{_OF}$")
_THEN = re.compile(rf"{_PLACE},?\s+{_RANKS}")
_OTHER = re.compile(
    r"\b(?:deputy|former|ex|spokes\w+|outgoing|then|previous|vice)\W*", re.IGNORECASE
)
_DESCRIBED = (
    r"\b(?P<who>(?:the|a|an)\s+(?:[\w-]+\s+){{0,4}}?(?:general|commander|officer|admiral|colonel)"
    r"\s+who\s+(?:currently\s+)?(?:leads|commands|heads)\s+(?:the\s+)?(?:{names})(?:\s+forces?)?)\b"
)
_LOOK_BACK = 40
_LOOK_FAR = 80
_ADJECTIVE = 12  # characters before a title that may limit it: "former"


def find_commander(mission: Mission, scene: Scene) -> Stated | None:
    """The person whom a sentence names as the mission's commander or head."""
    for sentence in sentences(mission, scene):
        inside = span_of(sentence)
        missions = [m.span for m in mission.mentions if inside.covers(m.span)]
        for person, name in _persons(inside, scene):
            for where in missions:
                if (rule := _commands(where, name, scene)) is not None:
                    ends = Span(min(where.start, name.start), max(where.end, name.end))
                    return Stated(person, Evidence((ends,), f"mission.commander.{rule}"))
    return _by_its(mission, scene)


def _by_its(mission: Mission, scene: Scene) -> Stated | None:
    """ "Its commander, General X", "the mission's head, X"."""
    for person, name in _persons(Span(0, len(scene.text)), scene):
        start = max(0, name.start - _LOOK_FAR)
        found = _ITS.search(scene.text, start, name.start)
        if found is None or _OTHER.search(found.group()):
            continue
        at = found.start("its") if found["its"] else found.start("noun")
        word = scene.reading.doc.char_span(at, at + len("its"), alignment_mode="expand")
        if word is not None and (meant := scene.means(word[0])) and meant.id == mission.id:
            evidence = Evidence((Span(found.start(), name.end),), "mission.commander.its", 0.8)
            return Stated(person, evidence)
    return None


def _persons(inside: Span, scene: Scene) -> Iterator[tuple[str, Span]]:
    for reference in scene.cast.references:
        mention: Mention = reference.mention
        one = len(reference.actors) == 1 and scene.cast.is_person(reference.actors[0])
        if one and mention.kind is MentionKind.NAME and inside.covers(mention.span):
            yield reference.actors[0], mention.span


def _commands(mission: Span, person: Span, scene: Scene) -> str | None:
    """The rule by which the words between the two make the person the commander."""
    text = scene.text
    if person.covers(mission):  # the title is part of the name: "KFOR Commander General X"
        return "title" if _TITLED.match(text[mission.end : person.end]) else None
    if mission.end <= person.start:
        between = text[mission.end : person.start]
        before = text[max(0, mission.start - _LOOK_BACK) : mission.start]
        if _OTHER.search(between):
            return None
        if _BEHIND.fullmatch(between):
            return "title"
        if _PASSIVE.fullmatch(between):
            return "led-by"
        title = _BEFORE.search(before)
        headed = title and not _OTHER.search(before[max(0, title.start() - _ADJECTIVE) :])
        return "of" if headed and _THEN.fullmatch(between) else None
    between = text[person.end : mission.start]
    if _APPOSED.fullmatch(between) and not _OTHER.search(between):
        return "apposition"
    return None


def describe_commander(mission: Mission, scene: Scene) -> Stated | None:
    """The commander in the article's words, where no name is given."""
    text = scene.text
    spellings = {text[m.span.start : m.span.end] for m in mission.mentions}
    names = "|".join(sorted(map(re.escape, spellings), key=lambda n: (-len(n), n)))
    match = re.search(_DESCRIBED.format(names=names), text)
    if match is None:
        return None
    span = Span(match.start("who"), match.end("who"))
    return Stated(match["who"], Evidence((span,), "mission.commander.described"))
