"""Finds the missions that an article names, without any fact yet."""

import re

from spacy.tokens import Doc

from loaders.extractors.gazetteer import Found, slug
from loaders.extractors.missions.known import known_missions, mission_names
from loaders.extractors.missions.patterned import patterned_names
from loaders.facts import Evidence, Mention, Mission, Span

_ABBREVIATION = re.compile(r"\s?[(\[]\s?[\"“]?(?P<form>[A-Z][A-Za-z]*[A-Z][\w-]*)[\"”]?\s?[)\]]")


def name_missions(doc: Doc) -> tuple[Mission, ...]:
    """Bare missions in the order of their first mention."""
    text = doc.text  # put together once: spaCy builds it anew at every call
    by_key: dict[str, list[Found]] = {}
    for found in mission_names().find(text):
        by_key.setdefault(found.key, []).append(found)
    named = [_mission(key, found, text) for key, found in by_key.items() if _strong(found)]
    taken = [mention.span for mission in named for mention in mission.mentions]
    named += _patterned(text, taken)
    return tuple(sorted(named, key=lambda m: m.mentions[0].span))


def _patterned(text: str, taken: list[Span]) -> list[Mission]:
    """Missions by the pattern of their names, where no known name stands."""
    by_key: dict[str, list[Span]] = {}
    for name in patterned_names(text):
        if not any(name.span.overlaps(t) for t in taken):
            by_key.setdefault(name.key, []).append(name.span)
    return [_by_pattern(spans, text) for spans in by_key.values()]


def _by_pattern(spans: list[Span], text: str) -> Mission:
    wordings = dict.fromkeys(" ".join(text[s.start : s.end].split()) for s in spans)
    name = min(wordings, key=lambda w: ("(" in w, list(wordings).index(w)))
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
    spans = sorted({f.span for f in found} | _abbreviated(found, text))
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


def _abbreviated(found: list[Found], text: str) -> set[Span]:
    """Where the article uses an abbreviation that it sets in brackets behind a name."""
    matches = ((f, _ABBREVIATION.match(text, f.span.end)) for f in found)
    forms = sorted({m["form"] for f, m in matches if m and text[f.span.start] == m["form"][0]})
    covered = [f.span for f in found]
    uses = (
        Span(m.start(), m.end())
        for form in forms
        for m in re.finditer(rf"(?<!\w){re.escape(form)}(?!\w)", text)
    )
    return {use for use in uses if not any(use.overlaps(c) for c in covered)}
