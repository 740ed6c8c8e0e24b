"""What a reader asks for, checked against the store and made a correction."""

from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime

import pyoxigraph as ox

from loaders.corrections import Correction, Kind
from loaders.dates import parse_day
from loaders.facts import Facts
from loaders.mapping.claims import Claim
from loaders.mapping.mended import plain_claims
from loaders.mapping.nodes import node
from loaders.mapping.recognition import target_of
from loaders.naming import digest, fold
from ontology.terms import CMQ
from service.correcting.actors import actor_of, class_of
from service.correcting.words import named, said
from service.errors import UsageError
from service.store.corrections import mending_of
from service.store.patterns import objects
from service.store.records import facts_of, fingerprint_of

LONGEST = 1000  # characters of a reason, a name or a value
_REJECTABLE = ("actor", "role", "meeting", "statement", "mission", "instrument")
Clock = Callable[[], datetime]


@dataclass(frozen=True)
class Asked:
    """`thing` is the IRI of a claim, or of the actor that is another; `value` as it was typed."""

    kind: Kind
    thing: str
    value: str
    why: str
    who: str

    def __post_init__(self) -> None:
        """Read a date while no store is open: the parser keeps the frames that it was called from,
        and a store closes with its last reference. Later it is read from a cache."""
        if self.kind is Kind.DATE:
            with suppress(ValueError):
                parse_day(self.value)


def now() -> datetime:
    """The clock: a correction's own time is real."""
    return datetime.now(UTC)


def correction_for(store: ox.Store, base: str, asked: Asked, clock: Clock = now) -> Correction:
    """The correction. Raises UsageError that says what can't be done, and why."""
    _check(asked)
    thing = ox.NamedNode(asked.thing)
    if asked.kind is Kind.MERGE:
        return _dated(_merge(store, base, thing, asked), clock)
    facts, claim = _claim(store, base, thing, asked.kind)
    target = target_of(facts.key, claim, facts.text)
    value, label = _value(store, base, asked)
    meant = ox.NamedNode(f"{thing.value.rpartition('/')[0]}/{claim.local}")
    original = said(store, meant, asked.kind)
    return _dated(
        Correction("", asked.kind, asked.why, asked.who, "", target, "", value, label, original),
        clock,
    )


def _dated(one: Correction, clock: Clock) -> Correction:
    """Its time in the canonical form of xsd:dateTime, and a name made of all that it says."""
    time = clock().astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%f").rstrip("0").rstrip(".") + "Z"
    about = f"{one.target.article} {one.target.claim}" if one.target else one.actor
    own = digest(one.kind, about, one.value, one.who, one.why, time)
    values = one.kind, one.why, one.who, time, one.target, one.actor, one.value, one.label
    return Correction(own, *values, one.original)


def _check(asked: Asked) -> None:
    for what, text in (("reason", asked.why), ("name", asked.who)):
        if not text.strip():
            raise UsageError(f"a correction needs a {what}: say why, and who you are")
    for text in (asked.why, asked.who, asked.value):
        if len(text) > LONGEST:
            raise UsageError(f"that is longer than {LONGEST} characters")
        if any(ord(letter) < 32 and letter not in "\t\r\n" for letter in text):
            raise UsageError("control characters can't be kept")
    if not fold(asked.who):
        raise UsageError("a name has letters or digits")
    try:
        ox.NamedNode(asked.thing)
    except ValueError as error:
        raise UsageError(f"{asked.thing!r} is no name of anything here") from error


def _claim(store: ox.Store, base: str, claim: ox.NamedNode, kind: Kind) -> tuple[Facts, Claim]:
    """The article's facts as they were read, and the claim that is to be corrected."""
    articles = [a for a in objects(store, claim, node(CMQ.reportedIn)) if not _is_text(a)]
    if not claim.value.startswith(f"{base}claim/") or not articles:
        raise UsageError(f"{claim.value} is no claim that stands: was it rejected already?")
    article = ox.NamedNode(articles[0].value)
    if fingerprint_of(store, article) is None:
        raise UsageError("the article's record is gone: load it again with --force")
    facts = facts_of(store, article)
    wanted = _wanted(facts, claim.value.rsplit("/", 1)[1], kind)
    found = {one.local: one for one in plain_claims(facts, base)}
    chosen = next((found[local] for local in wanted if local in found), None)
    if chosen is None:
        raise UsageError(_refusal(kind))
    return facts, chosen


def _is_text(term: object) -> bool:
    return isinstance(term, ox.Literal)


def kinds_for(store: ox.Store, base: str, thing: ox.NamedNode) -> list[Kind]:
    """How a claim, or an actor, can be corrected."""
    if not thing.value.startswith(f"{base}claim/"):
        is_known = thing.value.startswith(f"{base}actor/") and class_of(store, thing) is not None
        return [Kind.MERGE] if is_known else []
    found = []
    for kind in (Kind.SPEAKER, Kind.DATE, Kind.PLACE, Kind.REJECT):
        with suppress(UsageError):
            _claim(store, base, thing, kind)
            found.append(kind)
    return found


def _wanted(facts: Facts, local: str, kind: Kind) -> list[str]:
    """The claims that a correction of this kind may be about, the most exact first."""
    if kind is Kind.REJECT:
        is_status = local.startswith("meeting-") and local.endswith("-status")
        return [] if is_status or local.split("-", maxsplit=1)[0] not in _REJECTABLE else [local]
    meetings = [f"meeting-{one.id}" for one in facts.meetings]
    core = next((m for m in meetings if local == m or local.startswith(f"{m}-")), None)
    is_statement = local in {f"statement-{one.id}" for one in facts.statements}
    if kind is Kind.SPEAKER:
        return [local] if is_statement else []
    if is_statement and kind is Kind.DATE:
        return [local]
    return [f"{core}-{kind.value}", core] if core else []


def _refusal(kind: Kind) -> str:
    return {
        Kind.REJECT: "only actors, offices, meetings, statements, missions, their parts and "
        "agreements can be rejected; a meeting's status goes with the meeting, and what an "
        "article says of itself is set by `load --published`, `--title` and the like",
        Kind.SPEAKER: "only a statement has a speaker",
        Kind.DATE: "only a meeting or a statement has a date of its own",
        Kind.PLACE: "only a meeting has a place of its own",
    }[kind]


def _value(store: ox.Store, base: str, asked: Asked) -> tuple[str, str]:
    """The value as a correction holds it, and what to call it."""
    given = asked.value.strip()
    if asked.kind is Kind.REJECT:
        return "", ""
    if not given:
        raise UsageError("say what holds instead")
    if asked.kind is Kind.SPEAKER:
        actor, label = actor_of(store, base, given)
        return actor, label
    if asked.kind is Kind.PLACE:
        if not fold(given):
            raise UsageError(f"{given!r} is no name of a place")
        return given, ""
    try:
        return parse_day(given), ""
    except ValueError as error:
        raise UsageError(str(error)) from error


def _merge(store: ox.Store, base: str, actor: ox.NamedNode, asked: Asked) -> Correction:
    path = actor.value.removeprefix(base)
    own = class_of(store, actor)
    if own is None or not path.startswith("actor/"):
        raise UsageError(f"{actor.value} is no person, organization or state that can be merged")
    into, label = actor_of(store, base, asked.value.strip(), new=False)
    other = class_of(store, ox.NamedNode(base + into))
    if into == path:
        raise UsageError("these are one actor already")
    if other != own or not into.startswith("actor/"):
        raise UsageError(f"{named(store, actor)} and {label} are of different kinds")
    if path in mending_of(store).merges:
        raise UsageError(f"{named(store, actor)} was merged already: undo that first")
    return Correction(
        "", Kind.MERGE, asked.why, asked.who, "", None, path, into, label, named(store, actor)
    )
