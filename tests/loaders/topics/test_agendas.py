"""What a meeting deals with: purposes, themes, and what the sides discussed there."""

import pytest

from loaders.article import Article
from loaders.extractors.topics import attach_meeting_topics
from loaders.facts import (
    Anatomy,
    Evidence,
    Meeting,
    Mention,
    Participation,
    Span,
    Stated,
    Status,
)
from loaders.reading.cast import Cast, Reference
from loaders.reading.parse import language
from loaders.reading.reading import Reading

WHO = {"Lind": ("lind",), "Bora": ("bora",), "Adler": ("adler",), "They": ("lind", "bora")}


def cast_of(text: str) -> Cast:
    references = [
        Reference(Mention(Span(at, at + len(name))), ids)
        for name, ids in WHO.items()
        for at in range(len(text))
        if text.startswith(name, at)
    ]
    return Cast(references=tuple(references))


def meeting(
    text: str,
    told: str,
    *actors: str,
    kind: str = "meeting",
    status: Status = Status.HELD,
    worded: str = "",
) -> Meeting:
    start = text.index(told)
    evidence = Evidence((Span(start, start + len(told)),), "test")
    words = Span(text.find(worded), text.find(worded) + len(worded))
    topics = (Stated(worded, Evidence((words,), "test")),) if worded else ()
    parts = tuple(Participation(actor) for actor in actors)
    return Meeting(told, parts, status, kind, evidence, evidence, topics=topics)


def concepts(text: str, *meetings: Meeting) -> list[list[str]]:
    reading = Reading(Article("a", "a.txt", text), Anatomy(), language()(text))
    attached = attach_meeting_topics(meetings, (), reading, cast_of(text))
    return [[t.value for t in m.topics if t.evidence.rule == "topic.agenda"] for m in attached]


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Lind met Bora to discuss the new sanctions.", ["sanctions"]),
        ("Lind met Bora to reaffirm her support for a ceasefire.", ["ceasefire"]),
        ("Lind travelled to Oslo to promote trade.", ["trade"]),
        ("Lind and Bora held talks on migration.", ["migration"]),
        ("Lind held talks with Bora about the elections.", ["elections"]),
        ("Lind attended the climate summit with Bora.", ["climate"]),
        ("Lind attended the Conference for Disarmament with Bora.", ["arms"]),
        ("Lind met Bora, where they discussed energy prices.", ["energy"]),
        ("Lind met Bora and reviewed the peace process.", ["peaceProcess"]),
        ("Lind met Bora on Monday.", []),
        ("Lind, who fights corruption, met Bora.", []),
    ],
)
def test_the_sentence_that_tells_it(text: str, topics: list[str]) -> None:
    assert concepts(text, meeting(text, text, "lind", "bora")) == [topics]


@pytest.mark.parametrize(
    ("later", "topics"),
    [
        ("They also discussed the new sanctions.", ["sanctions"]),
        ("They exchanged views on migration.", ["migration"]),
        ("They took stock of the elections.", ["elections"]),
        ("They discussed working together on vaccines.", ["health"]),
        ("Lind raised human rights.", ["humanRights"]),
        ("The meeting focused on trade.", ["trade"]),
        ("The two ministers talked about fisheries.", ["agriculture"]),
        ("They did not discuss the new sanctions.", []),
        ("Adler discussed the new sanctions.", []),
        ("The farmers discussed the harvest.", []),
        ("Sanctions hurt.", []),
    ],
)
def test_later_sentences(later: str, topics: list[str]) -> None:
    text = f"Lind met Bora. {later}"
    assert concepts(text, meeting(text, "Lind met Bora.", "lind", "bora")) == [topics]


def test_of_two_meetings_the_one_of_those_who_discuss() -> None:
    text = "Lind met Bora. Lind met Adler. Bora raised migration. Adler raised trade."
    first = meeting(text, "Lind met Bora.", "lind", "bora")
    second = meeting(text, "Lind met Adler.", "lind", "adler")
    assert concepts(text, first, second) == [["migration"], ["trade"]]


def test_leaders_of_talks_told_in_one_breath_deal_with_it_in_each() -> None:
    text = "Lind met Bora and Adler apart. The leaders discussed migration. Lind raised trade."
    told = "Lind met Bora and Adler apart."
    pair = (meeting(text, told, "lind", "bora"), meeting(text, told, "lind", "adler"))
    assert concepts(text, *pair) == [["migration", "trade"], ["migration"]]


def test_the_kind_that_the_words_name() -> None:
    text = "Lind visited Oslo. Lind met Bora. Throughout the visit they discussed migration."
    visit = meeting(text, "Lind visited Oslo.", "lind", kind="visit")
    talks = meeting(text, "Lind met Bora.", "lind", "bora")
    assert concepts(text, visit, talks) == [["migration"], []]


def test_a_meeting_told_as_background_is_not_the_one() -> None:
    text = "Lind met Bora. After Lind had called Adler, it rained. They discussed trade."
    first = meeting(text, "Lind met Bora.", "lind", "bora")
    behind = meeting(text, "After Lind had called Adler, it rained.", "lind", "adler", kind="call")
    assert concepts(text, first, behind) == [["trade"], []]


def test_the_past_looks_at_held_meetings_and_will_at_planned_ones() -> None:
    text = "Lind met Bora. Lind will visit Adler. They discussed trade. Lind will raise migration."
    held = meeting(text, "Lind met Bora.", "lind", "bora")
    planned = meeting(text, "Lind will visit Adler.", "lind", "adler", status=Status.PLANNED)
    assert concepts(text, held, planned) == [["trade"], ["migration"]]


def test_what_is_announced_of_a_trip() -> None:
    text = "Lind will visit Oslo. The visit will underline our work against corruption."
    trip = meeting(text, "Lind will visit Oslo.", "lind", kind="visit", status=Status.PLANNED)
    assert concepts(text, trip) == [["corruption"]]
    text = "Lind will visit Oslo. Lind will stress human rights."
    trip = meeting(text, "Lind will visit Oslo.", "lind", kind="visit", status=Status.PLANNED)
    assert concepts(text, trip) == [["humanRights"]]
    apart = text.replace(". ", ".\n\n")
    trip = meeting(apart, "Lind will visit Oslo.", "lind", kind="visit", status=Status.PLANNED)
    assert concepts(apart, trip) == [[]]


def test_a_wording_counts_unless_it_is_on_the_agenda_of_another_meeting() -> None:
    text = "Lind met Bora. Lind met Adler. Bora raised migration. Then came the oil price."
    first = meeting(text, "Lind met Bora.", "lind", "bora")
    second = meeting(text, "Lind met Adler.", "lind", "adler", worded="migration")
    assert concepts(text, first, second) == [["migration"], []]
    second = meeting(text, "Lind met Adler.", "lind", "adler", worded="the oil price")
    assert concepts(text, first, second) == [["migration"], ["energy"]]
