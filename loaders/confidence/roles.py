"""Signs by which offices are judged: rule, title, of whom, and where they stand to the name."""

from collections.abc import Iterator

from loaders.confidence.scene import Scene
from loaders.confidence.sizes import size
from loaders.facts import Actor, Role
from loaders.tables import terms

_LINKS = {"of", "for", "to", "at", "in", "on"}


def signs(role: Role, person: Actor, scene: Scene) -> Iterator[str]:
    """What speaks for or against the role of the person."""
    yield f"rule={role.evidence.rule}"
    yield from _title(role.title)
    yield from _owner(role, scene)
    yield f"roles={size(len(person.roles), 1, 2)}"
    yield f"name={size(len(person.name.split()), 1, 2)}"
    yield f"mentions={size(len(person.mentions), 1, 3)}"
    if scene.transcript:
        yield "article=transcript"
    first, *others = role.evidence.spans
    if others:
        yield f"distance={size(abs(first.start - others[0].start), 25, 60)}"
        yield "title=before" if first.start < others[0].start else "title=after"


def _title(title: str) -> Iterator[str]:
    words = title.split()
    yield f"title.words={size(len(words), 1, 2, 3)}"
    if words[-1].lower() not in terms("offices", "head"):
        yield "title.unlisted"
    if words[0].lower() in {"former", "ex", "acting", "then", "late"}:
        yield "title.bygone"
    if not words[0][0].isupper():
        yield "title.small"
    if _LINKS & {w.lower() for w in words}:
        yield "title.complement"
    if words[-1].endswith("."):
        yield "title.clipped"


def _owner(role: Role, scene: Scene) -> Iterator[str]:
    owner = scene.actors.get(role.of or "")
    if not role.of:
        yield "of=needless" if _stands_alone(role.title) else "of=none"
        return
    yield f"of={owner.type if owner else 'unlisted'}"
    spans = role.evidence.spans
    reach = range(min(s.start for s in spans) - 40, max(s.end for s in spans) + 40)
    near = any(span.start in reach for span, _ in scene.mentions(role.of))
    yield "of.near" if near else "of.away"
    inside = any(s.covers(span) for s in spans for span, _ in scene.mentions(role.of))
    if inside:
        yield "of.inside"


def _stands_alone(title: str) -> bool:
    """Whether holders are named without whose the office is: "Rep.", "Ambassador"."""
    return title.lower().split()[-1].rstrip(".") in terms("offices", "whole")
