"""Finds the missions that an article names, without any fact yet."""

import re

from loaders.extractors.gazetteer import Found, slug
from loaders.extractors.missions.known import known_missions, mission_names
from loaders.extractors.missions.patterned import patterned_names
from loaders.extractors.missions.states import state_of
from loaders.facts import Evidence, Mention, Mission, Span

_ABBREVIATION = re.compile(r"\s?[(\[]\s?[\"“]?(?P<form>[A-Z][A-Za-z]*[A-Z][\w-]*)[\"”]?\s?[)\]]")
_CONTINUED = re.compile(
    r"\s+(?:in|to|for)\s+(?:the\s+)?(?P<place>[A-ZÀ-Þ][\w’'-]*(?:\s[A-ZÀ-Þ][\w’'-]*)*)"
)
_DESCRIPTIVE = 3  # words of a name that could be another mission's too


def name_missions(text: str) -> tuple[Mission, ...]:
    """Bare missions in the order of their first mention, headline included."""
    listed = mission_names().find(text)
    away = [found.span for found in listed if _elsewhere(found, text)]
    lent = _lent(listed, away, text)
    by_key: dict[str, list[Found]] = {}
    for found in listed:
        if (
            found.span not in away
            and lent.get(text[found.span.start : found.span.end], found.key) == found.key
        ):
            by_key.setdefault(found.key, []).append(found)
    named = [_mission(key, found, text) for key, found in by_key.items() if _strong(found)]
    taken = [mention.span for mission in named for mention in mission.mentions]
    named += _patterned(text, taken)
    return tuple(sorted(named, key=lambda m: m.mentions[0].span))


def _lent(listed: list[Found], away: list[Span], text: str) -> dict[str, str]:
    """The abbreviations that the article gives a full name, which may be another's in the table."""
    lent = {}
    for found in listed:
        if found.span not in away and len(found.written.split()) >= _DESCRIPTIVE:
            lent.update(dict.fromkeys(_forms([found.span], text), found.key))
    for name in patterned_names(text):
        if any(name.span.overlaps(span) for span in away):
            lent.update(dict.fromkeys(_forms([name.span], text), name.key))
    return lent


def _elsewhere(found: Found, text: str) -> bool:
    """Whether the text goes on with another state: "Training Mission in Ruritania" is no other's.

    A short name is one mission's wherever it is: "KFOR in Serbia".
    """
    behind = _CONTINUED.match(text, found.span.end)
    known = known_missions()[found.key]
    if behind is None or known.place is None or len(found.written.split()) < _DESCRIPTIVE:
        return False
    words = behind["place"].split()
    state = next((s for n in range(len(words), 0, -1) if (s := state_of(" ".join(words[:n])))), "")
    return bool(state) and known.place not in (state, behind["place"]) and state not in known.name


def _patterned(text: str, taken: list[Span]) -> list[Mission]:
    """Missions by the pattern of their names, where no known name stands."""
    by_key: dict[str, list[Span]] = {}
    for name in patterned_names(text):
        if not any(name.span.overlaps(t) for t in taken):
            by_key.setdefault(name.key, []).append(name.span)
    return [_by_pattern(spans, text, taken) for spans in by_key.values()]


def _by_pattern(named: list[Span], text: str, taken: list[Span]) -> Mission:
    full = dict.fromkeys(" ".join(text[s.start : s.end].split()) for s in named)
    name = min(full, key=lambda w: ("(" in w, list(full).index(w)))
    short = _abbreviated(named, text)
    spans = sorted({*named, *(s for s in short if not any(s.overlaps(t) for t in taken))})
    wordings = dict.fromkeys(" ".join(text[s.start : s.end].split()) for s in spans)
    return Mission(
        id=slug(name),
        name=name,
        mentions=tuple(Mention(s) for s in spans),
        evidence=Evidence((spans[0],), "mission.name.pattern", 0.85),
        aliases=tuple(w for w in wordings if w != name),
    )


def _strong(found: list[Found]) -> bool:
    weak = known_missions()[found[0].key].weak
    return any(f.written not in weak for f in found)


def _mission(key: str, found: list[Found], text: str) -> Mission:
    known = known_missions()[key]
    spans = sorted({f.span for f in found} | _abbreviated([f.span for f in found], text))
    wordings = (" ".join(text[s.start : s.end].split()) for s in spans)
    official = (n for n in known.strong[:1] if n.isupper() or known.name.isupper())
    aliases = dict.fromkeys(w for w in (*wordings, *official) if w != known.name)
    return Mission(
        id=known.id,
        name=known.name,
        mentions=tuple(Mention(s) for s in spans),
        evidence=Evidence(spans=(spans[0],), rule="mission.name.table", confidence=0.95),
        aliases=tuple(aliases),
    )


def _abbreviated(names: list[Span], text: str) -> set[Span]:
    """Where the article uses an abbreviation that it sets in brackets behind a name."""
    uses = (
        Span(m.start(), m.end())
        for form in _forms(names, text)
        for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    )
    return {use for use in uses if not any(use.overlaps(n) for n in names)}


def _forms(names: list[Span], text: str) -> list[str]:
    """The abbreviations in brackets behind the names."""
    matches = ((name, _ABBREVIATION.match(text, name.end)) for name in names)
    return sorted({m["form"] for n, m in matches if m and text[n.start] == m["form"][0]})
