"""One article in its parts: the frame around the body, and what is left out of extraction."""

from collections.abc import Callable, Iterator, Sequence

from loaders.anatomy.boilerplate import boilerplate
from loaders.anatomy.bylines import byline
from loaders.anatomy.crossheads import crossheads
from loaders.anatomy.datelines import dated_line, dateline, is_update, leading_date, placed_line
from loaders.anatomy.found import Frame
from loaders.anatomy.headline import LISTED, find_headline, repeats
from loaders.anatomy.published import publication
from loaders.anatomy.units import Unit, units_of
from loaders.article import Article
from loaders.facts import Anatomy, Skipped, Stated
from loaders.language import language_of

_PROSE = 8  # words: the body begins with the first sentence of so many
_TAIL = 4  # units at the end that may hold a byline or a date
_LEAD = 4  # paragraphs that may begin with a dateline
_SUBHEAD = 30  # words


def dissect(article: Article) -> Anatomy:
    """The article's anatomy; what its metadata says goes before what its text says."""
    text, known = article.text, article.metadata
    units = units_of(text)
    taken = boilerplate(units)
    top = _top(units, taken)
    frames = _frames(text, units, taken, top)
    taken.update({index: reason for index, (reason, _) in frames.items()})
    headline = find_headline(units, taken, known.title)
    if headline is not None:
        taken.update(dict.fromkeys([headline, *repeats(units, headline)], "headline"))
        taken.update(dict.fromkeys(_subheads(units, taken, headline, top), "sub-headline"))
    heads = list(crossheads(units, taken))
    body = [u for i, u in enumerate(units) if i not in taken]
    lead = _lead(text, body[:_LEAD])
    told = [frame for _, frame in frames.values()] + ([lead] if lead else [])
    skipped = [Skipped(units[i].span, reason) for i, reason in taken.items()] + heads
    skipped += [Skipped(lead.span, "dateline")] if lead else []
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


def _frames(
    text: str, units: Sequence[Unit], taken: dict[int, str], top: int
) -> dict[int, tuple[str, Frame]]:
    """Dates, places and bylines that have a line of their own, publication before update."""
    found: dict[int, tuple[str, Frame]] = {}
    places = [
        *range(min(top + 1, len(units))),
        *range(max(top + 1, len(units) - _TAIL), len(units)),
    ]
    for index in places:
        if index not in taken and (frame := _frame(text, units[index], index < top)):
            found[index] = frame
    changed = [index for index in found if is_update(units[index])]
    return {index: found[index] for index in [*(i for i in found if i not in changed), *changed]}


def _frame(text: str, unit: Unit, at_top: bool) -> tuple[str, Frame] | None:
    if frame := byline(text, unit):
        return "byline", frame
    if frame := dated_line(text, unit):
        return "date", frame
    if at_top and (frame := placed_line(text, unit)):
        return "place", frame
    return None


def _subheads(
    units: Sequence[Unit], taken: dict[int, str], headline: int, top: int
) -> Iterator[int]:
    """Lines without a full stop between the headline and the body, unless they are a list."""
    between = [i for i in range(headline + 1, top) if i not in taken]
    if top < len(units) and not any(LISTED.match(units[i].text) for i in between):
        yield from (i for i in between if _is_subhead(units[i]))


def _is_subhead(unit: Unit) -> bool:
    return unit.words <= _SUBHEAD and unit.text[-1] not in ",;:" and not unit.ended


def _first(frames: Sequence[Frame], part: Callable[[Frame], Stated | None]) -> Stated | None:
    return next((found for frame in frames if (found := part(frame))), None)
