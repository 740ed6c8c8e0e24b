"""Which persons of different articles are one: a pure function of what the articles say of them."""

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass

from loaders.facts import Actor, ActorType, Facts, MentionKind
from loaders.naming import fold, slug

_SUFFIXES = {"jr", "sr", "ii", "iii"}
_RANKS = {"vice", "deputy", "prime", "former", "acting", "assistant", "under"}


@dataclass(frozen=True, order=True)
class Naming:
    """What one article says of one of its persons.

    `keys` are the single names that the article uses or could use for the person
    (folded), `given` is empty for one known by a single name only, `offices` are
    (title, of-whom), folded, of-whom "" where the article gives none.
    """

    article: str
    actor: str
    name: str
    given: tuple[str, ...]
    keys: tuple[str, ...]
    offices: tuple[tuple[str, str], ...]

    @property
    def full(self) -> bool:
        """Whether more than one name is known."""
        return bool(self.given)

    @property
    def slug(self) -> str:
        """The person's own name in IRIs; initials don't tell two people apart."""
        words = [w for w in fold(self.name).split() if len(w) > 1]
        return slug(" ".join(words)) if len(words) > 1 else slug(self.name)


@dataclass(frozen=True)
class Link:
    """Where a person of an article belongs: a slug for the IRI, and why it isn't just the name."""

    slug: str
    reason: str | None = None


def namings(facts: Facts) -> tuple[Naming, ...]:
    """Everything that an article says of its persons' names and offices."""
    people = (a for a in facts.actors if a.type is ActorType.PERSON)
    return tuple(_naming(facts, person) for person in people)


def _naming(facts: Facts, person: Actor) -> Naming:
    words = [w for w in fold(person.name).split() if w not in _SUFFIXES]
    wordings = [person.name, *person.aliases]
    wordings += [
        facts.text[m.span.start : m.span.end] for m in person.mentions if m.kind is MentionKind.NAME
    ]
    singles = {fold(w) for w in wordings if len(fold(w).split()) == 1}
    names = {actor.id: actor.name for actor in facts.actors}
    offices = {(fold(r.title), fold(names.get(r.of or "", r.of or ""))) for r in person.roles}
    return Naming(
        article=facts.key,
        actor=person.id,
        name=person.name,
        given=tuple(words[:-1]),
        keys=tuple(sorted({words[-1], *(s for s in singles if s in words)} if words else singles)),
        offices=tuple(sorted(offices)),
    )


def link(people: Iterable[Naming]) -> dict[tuple[str, str], Link]:
    """Links of every (article, actor id), given all namings that share a key with any of them."""
    everyone = sorted(set(people))
    profiles = _profiles(everyone)
    return {
        (one.article, one.actor): Link(one.slug) if one.full else _link_single(one, profiles)
        for one in everyone
    }


@dataclass
class _Profile:
    name: str
    keys: set[str]
    offices: set[tuple[str, str]]


def _profiles(people: list[Naming]) -> dict[str, _Profile]:
    """What all articles together say of each fully named person."""
    profiles: dict[str, _Profile] = {}
    for one in people:
        if one.full:
            profile = profiles.setdefault(one.slug, _Profile(one.name, set(), set()))
            profile.keys.update(one.keys)
            profile.offices.update(one.offices)
            profile.name = min(profile.name, one.name, key=lambda n: (n.isascii(), n))
    return profiles


def _link_single(one: Naming, profiles: dict[str, _Profile]) -> Link:
    """Join the one fully named person whose name and office fit; with two or none stay apart."""
    fitting = [
        (target, why)
        for target, profile in sorted(profiles.items())
        if set(one.keys) & profile.keys
        and not _contradicted(one.offices, profile.offices)
        and (why := _shared(one.offices, profile.offices))
    ]
    if len(fitting) != 1:
        return Link(f"{slug(one.name)}~{slug(one.article)}")
    target, why = fitting[0]
    return Link(target, f"the one full name among the articles for {one.name} with the {why}")


def _shared(offices: Iterable[tuple[str, str]], others: Iterable[tuple[str, str]]) -> str | None:
    """The state or office that two people have in common, in words."""
    for title, of in sorted(offices):
        for other, other_of in sorted(others):
            if of and of == other_of:
                return f"state or body {of}"
            if title == other and not (of and other_of):
                return f"office {title}"
    return None


def _contradicted(offices: Iterable[tuple[str, str]], others: Iterable[tuple[str, str]]) -> bool:
    """Whether one has an office of a body under which the other is only known with another."""
    mine, theirs = _by_body(offices), _by_body(others)
    return any(
        of in theirs and not any(_compatible(a, b) for a in titles for b in theirs[of])
        for of, titles in mine.items()
        if of
    )


def _by_body(offices: Iterable[tuple[str, str]]) -> dict[str, set[str]]:
    bodies: dict[str, set[str]] = defaultdict(set)
    for title, of in offices:
        bodies[of].add(title)
    return bodies


def _compatible(title: str, other: str) -> bool:
    """Whether two titles may be one office: "minister", "foreign minister"; no deputies."""
    short, long = sorted((title.split(), other.split()), key=len)
    return set(short) <= set(long) and not (_RANKS & (set(long) - set(short)))
