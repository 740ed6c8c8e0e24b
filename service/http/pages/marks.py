"""An article's text cut into segments, so that spans that overlap can be marked in HTML."""

from collections.abc import Generator, Iterable, Iterator
from dataclasses import dataclass

from markupsafe import Markup, escape


@dataclass(frozen=True)
class Mark:
    """A span to mark: of which kinds, in words, and the facts that it bears, one at least."""

    start: int
    end: int
    kinds: tuple[str, ...]
    title: str
    targets: tuple[str, ...]


def merged(marks: Iterable[Mark]) -> list[Mark]:
    """One mark a span, in the order of the text, the longer first; the first fact leads."""
    found: dict[tuple[int, int], Mark] = {}
    for mark in marks:
        before = found.get((mark.start, mark.end))
        found[mark.start, mark.end] = _join(before, mark) if before else mark
    return sorted(found.values(), key=lambda mark: (mark.start, -mark.end))


def _join(one: Mark, other: Mark) -> Mark:
    kinds = tuple(dict.fromkeys((*one.kinds, *other.kinds)))
    titles = dict.fromkeys((*one.title.split("; "), *other.title.split("; ")))
    targets = tuple(dict.fromkeys((*one.targets, *other.targets)))
    return Mark(one.start, one.end, kinds, "; ".join(titles), targets)


def marked(text: str, marks: Iterable[Mark]) -> Markup:
    """The text as HTML. Spans nest where they can; where they cross, the later is cut in two.

    The first piece of a span has the id `c=START-END`, every piece has it as `data-c`.
    Plain pieces lead to the innermost span's fact; `data-facts` names all that they bear.
    """
    known = merged(mark for mark in marks if 0 <= mark.start < mark.end <= len(text))
    return Markup("").join(_pieces(text, known))


def _pieces(text: str, marks: list[Mark]) -> Iterator[Markup]:
    starts: dict[int, list[Mark]] = {}
    for mark in marks:
        starts.setdefault(mark.start, []).append(mark)
    points = sorted({0, len(text), *(p for mark in marks for p in (mark.start, mark.end))})
    stack: list[Mark] = []
    for point, following in zip(points, [*points[1:], len(text)], strict=True):
        reopened = yield from _close(stack, point)
        for mark in reopened:
            yield _open(mark, again=True)
        stack += reopened
        for mark in starts.get(point, ()):
            yield _open(mark, again=False)
            stack.append(mark)
        if following > point:
            yield _leaf(text[point:following], stack)


def _close(stack: list[Mark], point: int) -> Generator[Markup, None, list[Mark]]:
    """Close every span that ends here, and those within it; returns those that go on."""
    reopened: list[Mark] = []
    while any(mark.end <= point for mark in stack):
        mark = stack.pop()
        yield Markup("</span>")
        if mark.end > point:
            reopened.insert(0, mark)
    return reopened


def _open(mark: Mark, *, again: bool) -> Markup:
    name = f"c={mark.start}-{mark.end}"
    own = "" if again else Markup(' id="{}"').format(name)
    classes = " ".join(f"k-{kind}" for kind in mark.kinds)
    return Markup('<span class="span {}" data-c="{}"{}>').format(classes, name, own)


def _leaf(words: str, stack: list[Mark]) -> Markup:
    if not stack or words.isspace():
        return escape(words)
    mark = min(stack, key=lambda one: (one.end - one.start, one.start))
    facts = dict.fromkeys(t for one in (mark, *reversed(stack)) for t in one.targets)
    return Markup('<a class="mark m-{}" href="#{}" title="{}" data-facts="{}">{}</a>').format(
        mark.kinds[0], mark.targets[0], mark.title, " ".join(facts), words
    )
