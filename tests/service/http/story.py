"""Invented articles as facts, built by hand: tests of HTTP need no language model."""

from loaders.article import Metadata
from loaders.facts import (
    Actor,
    ActorType,
    Anatomy,
    Date,
    Derivation,
    Evidence,
    Facts,
    Factuality,
    Figure,
    FigureKind,
    Form,
    Group,
    Meeting,
    Mention,
    Mission,
    Participation,
    Role,
    Skipped,
    Span,
    Stated,
    Statement,
    Status,
    Warned,
)

BASE = "http://example.org/id/"
HARBOR = (
    "Harbor talks\n"
    "President Mila Dorn of Veldania received Otto Raske in Port Ellin on 1 May. "
    "“Nobody may close the river,” Dorn told Raske. "
    "SENTINEL, led by the Lakes Union, had 1,200 soldiers on 2 May.\n"
    "Read also: ten boats to see."
)
COURIER = (
    "Dorn and Raske met on 1 May. SENTINEL had more than 1,500 soldiers on 2 May, Raske said. "
    "A meeting of Dorn and Jana Pell was denied."
)
HOSTILE = (
    "<script>alert('x')</script> \u202eMila\u202c Dorn & \"friends\" said </p> İstanbul 😀 "
    "& <b>no</b>. That was all."
)


def at(text: str, words: str) -> Span:
    start = text.index(words)
    return Span(start, start + len(words))


def by(text: str, words: str, factuality: Factuality = Factuality.ASSERTED) -> Evidence:
    return Evidence((at(text, words),), "test.rule", factuality=factuality)


def actor(text: str, who: str, name: str, kind: ActorType, words: str | None = None) -> Actor:
    spot = words or name
    return Actor(who, name, kind, (Mention(at(text, spot)),), by(text, spot))


def day(text: str, edtf: str, words: str) -> Date:
    return Date(edtf, None, Derivation.STATED, words, at(text, words))


def level(
    text: str, value: int, words: str, bound: str = "exactly", said_by: str | None = None
) -> Figure:
    factuality = Factuality.ATTRIBUTED if said_by else Factuality.ASSERTED
    evidence = Evidence((at(text, words),), "test.figure", 0.9, factuality, said_by)
    as_of = day(text, "2031-05-02", "on 2 May")
    return Figure(value, "troops", FigureKind.LEVEL, evidence, bound, "soldiers", as_of)


def sentinel(text: str, *figures: Figure, lead: bool = False) -> Mission:
    led = Stated("lakes", by(text, "led by the Lakes Union")) if lead else None
    mention = Mention(at(text, "SENTINEL"))
    return Mission(
        "sentinel", "SENTINEL", (mention,), by(text, "SENTINEL"), lead=led, figures=figures
    )


def meet(text: str, status: Status, words: str, *who: str, **more: object) -> Meeting:
    factuality = Factuality.DENIED if status is Status.DENIED else Factuality.ASSERTED
    evidence = by(text, words, factuality)
    parts = tuple(Participation(w, side=n) for n, w in enumerate(who))
    return Meeting(f"m-{status}", parts, status, "meeting", evidence, evidence, **more)


def article(
    key: str, text: str, published: str | None, publisher: str | None, **found: object
) -> Facts:
    metadata = Metadata(published=published, publisher=publisher)
    date = Date(published, None, Derivation.METADATA, "") if published else None
    anatomy = Anatomy(published=date, skipped=found.pop("skipped", ()))
    return Facts(key, key, "digest", text, metadata, anatomy, **found)


def harbor() -> Facts:
    text = HARBOR
    role = Role("President", "veldania", by(text, "President Mila Dorn of Veldania"))
    mila = actor(text, "dorn", "Mila Dorn", ActorType.PERSON)
    people = (
        Actor(mila.id, mila.name, mila.type, mila.mentions, mila.evidence, (role,), ("Dorn",)),
        actor(text, "raske", "Otto Raske", ActorType.PERSON),
        actor(text, "veldania", "Veldania", ActorType.STATE),
        actor(text, "lakes", "Lakes Union", ActorType.ORGANIZATION),
    )
    place = Stated("Port Ellin", by(text, "Port Ellin"))
    group = Group("envoys", at(text, "Port"))
    date = day(text, "2031-05-01", "on 1 May")
    received = meet(
        text, Status.HELD, "received", "dorn", "raske", date=date, place=place, groups=(group,)
    )
    words = at(text, "Nobody may close the river,")
    said = Statement(
        "s1", "dorn", Form.DIRECT, words, by(text, "told"), addressee="raske", act="warn"
    )
    return article(
        "wire/harbor.txt",
        text,
        "2031-05-02",
        "Harbor Wire",
        actors=people,
        meetings=(received,),
        statements=(said,),
        missions=(sentinel(text, level(text, 1200, "1,200 soldiers"), lead=True),),
        skipped=(Skipped(at(text, "Read also: ten boats to see."), "teaser"),),
        warnings=(Warned("date.unread", "a date was not read"),),
    )


def courier() -> Facts:
    text = COURIER
    people = (
        actor(text, "dorn", "Mila Dorn", ActorType.PERSON, "Dorn"),
        actor(text, "raske", "Otto Raske", ActorType.PERSON, "Raske"),
        actor(text, "pell", "Jana Pell", ActorType.PERSON),
    )
    met = meet(text, Status.HELD, "met", "dorn", "raske", date=day(text, "2031-05-01", "on 1 May"))
    denied = meet(text, Status.DENIED, "was denied", "dorn", "pell")
    more = level(text, 1500, "more than 1,500 soldiers", "moreThan", "raske")
    return article(
        "courier.txt",
        text,
        None,
        None,
        actors=people,
        meetings=(met, denied),
        missions=(sentinel(text, more),),
    )


def hostile() -> Facts:
    """Markup, direction marks, a letter outside the first plane, and spans that cross."""
    text = HOSTILE
    mila = actor(text, "dorn", "Mila Dorn", ActorType.PERSON, '\u202eMila\u202c Dorn & "friends"')
    name = "<img src=x onerror=alert(1)>"
    odd = actor(text, "odd", name, ActorType.ORGANIZATION, 'friends" said </p> İstanbul 😀')
    words = at(text, "İstanbul 😀 & <b>no</b>")
    said = Statement("s1", "odd", Form.INDIRECT, words, by(text, "said"))
    return article(
        "hostile.txt", text, "2031-05-03", "<i>Odd</i>", actors=(mila, odd), statements=(said,)
    )
