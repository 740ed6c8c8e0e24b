"""Agreements, treaties, resolutions and programmes that the article names."""

from loaders.extractors.gazetteer import slug
from loaders.extractors.instruments.known import known_instruments
from loaders.extractors.instruments.numbered import numbered_instruments
from loaders.extractors.instruments.sighting import Sighting
from loaders.extractors.instruments.worded import worded_instruments
from loaders.facts import Evidence, Instrument, Mention, Span
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading


def find_instruments(reading: Reading, cast: Cast) -> tuple[Instrument, ...]:
    """All instruments named in the article, in order of first mention."""
    text = reading.body
    taken = [m.span for mission in cast.missions for m in mission.mentions]
    kept: list[Sighting] = []
    for source in (known_instruments, numbered_instruments, worded_instruments):
        for sighting in source(text):
            if not any(sighting.span.overlaps(t) for t in taken):
                kept.append(sighting)
                taken.append(sighting.span)
    return _instruments(sorted(kept, key=lambda s: s.span), text)


def _instruments(sightings: list[Sighting], text: str) -> tuple[Instrument, ...]:
    by_id: dict[str, list[Sighting]] = {}
    for sighting in sightings:
        by_id.setdefault(slug(sighting.name), []).append(sighting)
    return tuple(_instrument(key, found, text) for key, found in by_id.items())


def _instrument(key: str, found: list[Sighting], text: str) -> Instrument:
    first = found[0]
    wordings = (" ".join(text[s.span.start : s.span.end].split()) for s in found)
    return Instrument(
        id=key,
        name=first.name,
        kind=first.kind,
        mentions=tuple(Mention(s.span) for s in found),
        evidence=Evidence((first.span,), first.rule, first.confidence),
        aliases=tuple(dict.fromkeys(w for w in wordings if w != first.name)),
    )


def instruments_within(instruments: tuple[Instrument, ...], span: Span) -> tuple[Instrument, ...]:
    """The instruments that are named inside `span`."""
    return tuple(i for i in instruments if any(span.covers(m.span) for m in i.mentions))
