"""Four invented articles that tell of the same few people, as facts."""
# ruff: noqa: ANN401 (keywords are passed on to the facts)

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from typing import Any

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
    Instrument,
    Meeting,
    Mention,
    Mission,
    Participation,
    Role,
    Span,
    Stated,
    Statement,
    Status,
    Warned,
)

Value = str | int | Decimal | None
Row = dict[str, Any]
Asking = Callable[..., list[Row]]


FACTUALITY = {
    Status.PLANNED: Factuality.SCHEDULED,
    Status.HYPOTHETICAL: Factuality.HYPOTHETICAL,
    Status.DENIED: Factuality.DENIED,
}


class Telling:
    """Builds the facts of one article from its words."""

    def __init__(self, text: str, published: str | None = None) -> None:
        self.text = text
        self.published = published

    def at(self, words: str) -> Span:
        start = self.text.index(words)
        return Span(start, start + len(words))

    def by(self, words: str, factuality: Factuality = Factuality.ASSERTED, **more: Any) -> Evidence:
        return Evidence((self.at(words),), "test.rule", factuality=factuality, **more)

    def stated(self, value: str, words: str | None = None, **more: Any) -> Stated:
        return Stated(value, self.by(words or value, **more))

    def mentions(self, *wordings: str) -> tuple[Mention, ...]:
        return tuple(Mention(self.at(words)) for words in wordings)

    def actor(self, who: str, name: str, kind: ActorType, *wordings: str, **more: Any) -> Actor:
        words = wordings or (name,)
        return Actor(who, name, kind, self.mentions(*words), self.by(words[0]), **more)

    def day(self, edtf: str, words: str) -> Date:
        return Date(edtf, None, Derivation.STATED, words, self.at(words))

    def meeting(self, mid: str, status: Status, words: str, *parts: str, **more: Any) -> Meeting:
        factuality = FACTUALITY.get(status, Factuality.ASSERTED)
        taking = tuple(
            Participation(name, side=int(side) if side else None)
            for name, _, side in (part.partition("/") for part in parts)
        )
        evidence = self.by(words, factuality)
        kind = more.pop("kind", "meeting")
        return Meeting(mid, taking, status, kind, evidence, evidence, **more)

    def statement(self, sid: str, speaker: str, words: str, **more: Any) -> Statement:
        form = more.pop("form", Form.DIRECT)
        return Statement(sid, speaker, form, self.at(words), self.by(words), **more)

    def facts(self, key: str, publisher: str | None = None, **found: Any) -> Facts:
        published = Date(self.published, None, Derivation.METADATA, "") if self.published else None
        metadata = Metadata(published=self.published, publisher=publisher)
        name = key.rsplit("/", 1)[-1]
        anatomy = Anatomy(published=published)
        return Facts(key, name, "digest", self.text, metadata, anatomy, **found)


def harbor() -> Facts:
    tell = Telling(
        "President Mila Dorn of Veldania and her minister Jana Pell met Otto Raske, "
        "Secretary General of the Lakes Union (LU), with LU envoys in Port Ellin on 1 May. "
        "They spoke of the Ellin dialogue and fishing quotas and set up a hotline. "
        'Dorn warned Raske: "Nobody may close the river." '
        "Raske said the union would keep SENTINEL in Veldania. "
        "SENTINEL, led by the Lakes Union under Resolution 77, has 1,200 soldiers; "
        "its commander Ivo Hart asked for 200 more. Ostmark takes part.",
        "2030-05-02",
    )
    mila = tell.actor(
        "dorn",
        "Mila Dorn",
        ActorType.PERSON,
        "Mila Dorn",
        "Dorn warned"[:4],
        roles=(Role("President", "veldania", tell.by("President Mila Dorn of Veldania")),),
        aliases=("Dorn",),
    )
    jana = tell.actor(
        "pell",
        "Jana Pell",
        ActorType.PERSON,
        roles=(Role("minister", "veldania", tell.by("her minister Jana Pell")),),
    )
    role = Role("Secretary General", "lakes", tell.by("Otto Raske, Secretary General"))
    otto = tell.actor("raske", "Otto Raske", ActorType.PERSON, roles=(role,))
    wordings, body = ("Lakes Union", "LU"), ActorType.ORGANIZATION
    union = tell.actor("lakes", "Lakes Union", body, *wordings, aliases=("LU",))
    veldania = tell.actor("veldania", "Veldania", ActorType.STATE)
    meeting = tell.meeting(
        "m1",
        Status.HELD,
        "met Otto Raske",
        "dorn/0",
        "pell/0",
        "raske/1",
        groups=(Group("LU envoys", tell.at("LU envoys"), "lakes"),),
        date=tell.day("2030-05-01", "on 1 May"),
        place=tell.stated("Port Ellin"),
        topics=(tell.stated("dialogue", "dialogue"), tell.stated("fishing quotas")),
        outcome=tell.stated("set up a hotline"),
        instruments=(tell.stated("Resolution 77"),),
    )
    warning = tell.statement(
        "s1",
        "dorn",
        "Nobody may close the river.",
        addressee="raske",
        act="warn",
        channel="remarks",
        about=("veldania",),
        topics=(tell.stated("dialogue", "dialogue"),),
        meeting="m1",
        date=tell.day("2030-05-01", "on 1 May"),
    )
    promise = tell.statement(
        "s2",
        "raske",
        "the union would keep SENTINEL in Veldania",
        form=Form.INDIRECT,
        about=("veldania", "sentinel"),
        instruments=(tell.stated("Resolution 77"),),
    )
    mission = Mission(
        "sentinel",
        "SENTINEL",
        tell.mentions("SENTINEL"),
        tell.by("SENTINEL, led"),
        lead=tell.stated("lakes", "led by the Lakes Union"),
        place=tell.stated("Veldania", "in Veldania"),
        mandate=tell.stated("Resolution 77"),
        commander=tell.stated("Ivo Hart", "commander Ivo Hart"),
        contributors=(tell.stated("Ostmark"), tell.stated("lakes", "Lakes Union")),
        figures=(
            Figure(1200, "troops", FigureKind.LEVEL, tell.by("1,200 soldiers"), unit="soldiers"),
            Figure(
                200,
                "troops",
                FigureKind.PROPOSED,
                tell.by("200 more", Factuality.ATTRIBUTED, said_by="Ivo Hart"),
                bound="about",
            ),
        ),
    )
    named = tell.mentions("Resolution 77")
    basis = tell.by("Resolution 77")
    resolution = Instrument("r77", "Resolution 77", "resolution", named, basis)
    return tell.facts(
        "wire/harbor.txt",
        "Harbor Wire",
        actors=(mila, jana, otto, union, veldania),
        meetings=(meeting,),
        statements=(warning, promise),
        missions=(mission,),
        instruments=(resolution,),
        warnings=(Warned("date.unread", "a date was not read"),),
    )


def courier() -> Facts:
    tell = Telling(
        "Mila Dorn, the President of Veldania, Jana Pell and Otto Raske met on 1 May "
        "in Kell Bay. Dorn and Raske will meet again on 10 June. "
        "Pell will go to see Dorn on 20 May. "
        "SENTINEL, led by the Lakes Union, had 1,500 soldiers on 2 May.",
        "2030-05-03",
    )
    role = Role("President", "Veldania", tell.by("Mila Dorn, the President of Veldania"))
    mila = tell.actor("dorn", "Mila Dorn", ActorType.PERSON, roles=(role,))
    jana = tell.actor("pell", "Jana Pell", ActorType.PERSON)
    otto = tell.actor("raske", "Otto Raske", ActorType.PERSON)
    met = tell.meeting(
        "m1",
        Status.HELD,
        "met on 1 May",
        "dorn",
        "pell",
        "raske",
        date=tell.day("2030-05-01", "on 1 May"),
        place=tell.stated("Kell Bay"),
    )
    again = tell.meeting(
        "m2",
        Status.PLANNED,
        "will meet again",
        "dorn",
        "raske",
        date=tell.day("2030-06-10", "on 10 June"),
    )
    visit = tell.meeting(
        "m3",
        Status.PLANNED,
        "will go to see Dorn",
        "pell",
        "dorn",
        kind="visit",
        date=tell.day("2030-05-20", "on 20 May"),
    )
    mission = Mission(
        "sentinel",
        "SENTINEL",
        tell.mentions("SENTINEL"),
        tell.by("SENTINEL, led"),
        lead=tell.stated("Lakes Union"),
        figures=(
            Figure(
                1500,
                "troops",
                FigureKind.LEVEL,
                tell.by("1,500 soldiers"),
                unit="soldiers",
                as_of=tell.day("2030-05-02", "on 2 May"),
            ),
        ),
    )
    return tell.facts(
        "courier/kell.txt",
        "Vale Courier",
        actors=(mila, jana, otto),
        meetings=(met, again, visit),
        missions=(mission,),
    )


def gazette() -> Facts:
    tell = Telling(
        "Jana Pell saw Mila Dorn, president of Veldania, on 20 May. "
        "They may call Otto Raske. A meeting of Dorn and Bo Ferrin was denied. "
        'Raske told Pell: "Nobody may close the river." '
        "Talks of Raske and Pell are to be held.",
        "2030-05-21",
    )
    role = Role("President", "Veldania", tell.by("Mila Dorn, president of Veldania"))
    mila = tell.actor("dorn", "Mila Dorn", ActorType.PERSON, roles=(role,))
    jana = tell.actor("pell", "Jana Pell", ActorType.PERSON)
    otto = tell.actor("raske", "Otto Raske", ActorType.PERSON)
    saw = tell.meeting(
        "m1",
        Status.HELD,
        "saw Mila Dorn",
        "pell",
        "dorn",
        kind="visit",
        date=tell.day("2030-05-20", "on 20 May"),
    )
    call = tell.meeting(
        "m2", Status.HYPOTHETICAL, "may call Otto Raske", "dorn", "pell", "raske", kind="call"
    )
    denied = tell.meeting("m3", Status.DENIED, "was denied", "dorn", "Bo Ferrin")
    talks = tell.meeting("m4", Status.PLANNED, "are to be held", "raske", "pell")
    said = tell.statement("s1", "raske", "Nobody may close the river.", addressee="pell")
    return tell.facts(
        "gazette.txt",
        actors=(mila, jana, otto),
        meetings=(saw, call, denied, talks),
        statements=(said,),
    )


def leaflet() -> Facts:
    tell = Telling("Mila Dorn of Veldania thanked Ivo Hart for his patience.")
    mila = tell.actor("dorn", "Mila Dorn", ActorType.PERSON)
    thanks = tell.statement(
        "s1", "dorn", "thanked Ivo Hart for his patience", form=Form.MIXED, about=("Ivo Hart",)
    )
    thanks = replace(thanks, act="thank")
    return tell.facts("leaflet.txt", actors=(mila,), statements=(thanks,))


ARTICLES = (harbor(), courier(), gazette(), leaflet())
