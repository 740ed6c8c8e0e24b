"""One article in its parts: the frame around the body, and what is left out of extraction."""

from collections.abc import Callable, Iterator, Sequence

from loaders.anatomy.boilerplate import boilerplate
from loaders.anatomy.bylines import credited
from loaders.anatomy.crossheads import TURN, crossheads
from loaders.anatomy.datelines import dateline, leading_date
from loaders.anatomy.found import Frame
from loaders.anatomy.frames import find_frames
from loaders.anatomy.headline import LISTED, find_headline, repeats
from loaders.anatomy.published import publication
from loaders.anatomy.tail import closing_credits, tail
from loaders.anatomy.units import Unit, units_of
from loaders.article import Article
from loaders.facts import Anatomy, Skipped, Span, Stated
from loaders.language import language_of

_PROSE = 8  # words: the body begins with the first sentence of so many
_LEAD = 4  # paragraphs that may begin with a dateline
_SUBHEAD = 30  # words


def dissect(article: Article) -> Anatomy:
    """The article's anatomy; what its metadata says goes before what its text says."""
    text, known = article.text, article.metadata
    units = units_of(text)
    taken = boilerplate(units)
    top = _top(units, taken)
    frames = find_frames(text, units, taken, top)
    taken.update({index: reason for index, (reason, _) in frames.items()})
    headline = find_headline(units, taken, known.title)
    if headline is not None:
        taken.update(dict.fromkeys([headline, *repeats(units, headline)], "headline"))
        above = (i for i in range(headline) if i not in taken)
        taken.update(dict.fromkeys(above, "letterhead"))
        taken.update(dict.fromkeys(_subheads(units, taken, headline, top), "sub-headline"))
    taken.update(tail(units, taken))
    heads = [*crossheads(units, taken), *closing_credits(units, taken)]
    body = [u for i, u in enumerate(units) if i not in taken]
    lead = _lead(text, body[:_LEAD])
    told = [frame for _, frame in frames.values()] + ([lead] if lead else [])
    told += credited(units, taken)
    skipped = [Skipped(units[i].span, reason) for i, reason in taken.items()] + heads
    skipped += [Skipped(lead.span, "dateline")] if lead else []
    skipped += [Skipped(span, "markup") for unit in units for span in unit.marks]
    skipped += [Skipped(Span(0, 1), "byte order mark")] if text.startswith("\ufeff") else []
    return Anatomy(
        language=language_of(known.language, " ".join(unit.text for unit in body)),
        headline=units[headline].span if headline is not None else None,
        published=publication(text, known.published, told, [unit.span for unit in body]),
        dateline_place=_first(told, lambda frame: frame.place),
        author=_first(told, lambda frame: frame.author),
        publisher=_first(told, lambda frame: frame.publisher),
        skipped=tuple(sorted(skipped, key=lambda s: (s.span, s.reason))),
    )


def _lead(text: str, body: Sequence[Unit]) -> Frame | None:
    """The dateline of the first paragraphs, or the date that the very first begins with."""
    found = next((frame for unit in body if (frame := dateline(text, unit))), None)
    return found or (leading_date(text, body[0]) if body else None)


def _top(units: Sequence[Unit], taken: dict[int, str]) -> int:
    """How many units stand before the first sentence of the body."""
    for index, unit in enumerate(units):
        if index not in taken and unit.ended and unit.words >= _PROSE:
            return index
    return len(units)


def _subheads(
    units: Sequence[Unit], taken: dict[int, str], headline: int, top: int
) -> Iterator[int]:
    """Lines without a full stop between the headline and the body, unless they are a list."""
    between = [i for i in range(headline + 1, top) if i not in taken]
    if top < len(units) and not any(LISTED.match(units[i].text) for i in between):
        yield from (i for i in between if _is_subhead(units[i]))


def _is_subhead(unit: Unit) -> bool:
    prose = unit.ended or unit.words > _SUBHEAD or unit.text[-1] in ",;:—–-"
    return not prose and not TURN.match(unit.text)


def _first(frames: Sequence[Frame], part: Callable[[Frame], Stated | None]) -> Stated | None:
    return next((found for frame in frames if (found := part(frame))), None)
