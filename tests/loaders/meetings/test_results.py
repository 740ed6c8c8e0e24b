"""What later sentences say of a meeting, and who speaks to whom in a call."""

from collections.abc import Callable

import pytest

from loaders.facts import Meeting, Status

Told = Callable[..., list[str]]
Find = Callable[..., tuple[Meeting, ...]]
WHO = {
    "Ada Lund": "ada",
    "Lund": "ada",
    "Boris Kern": "boris",
    "Kern": "boris",
    "Carla Voss": "carla",
}


def test_topics_told_later(find: Find) -> None:
    text = "Ada Lund met with Boris Kern. Lund and Kern discussed fishing rights."
    topics = find(text, WHO)[0].topics
    assert [topic.value for topic in topics] == ["fishing rights"]
    span = topics[0].evidence.spans[0]
    assert text[span.start : span.end] == "fishing rights"
    assert topics[0].evidence.rule == "meeting.topic.discussed"


def test_topics_of_others_are_not_the_meetings(find: Find) -> None:
    text = "Ada Lund met with Boris Kern. Carla Voss discussed fishing rights."
    assert find(text, WHO)[0].topics == ()


def test_topics_go_to_what_the_sentence_before_was_about(find: Find) -> None:
    text = (
        "Ada Lund met with Boris Kern. Following Lund's call with Carla Voss, prices fell. "
        "They discussed fishing rights."
    )
    by_kind = {meeting.kind: [t.value for t in meeting.topics] for meeting in find(text, WHO)}
    assert by_kind == {"meeting": ["fishing rights"], "call": []}


@pytest.mark.parametrize(
    ("second", "outcome"),
    [
        ("The talks did not yield any results.", "did not yield any results"),
        ("The meeting ended without an agreement.", "ended without an agreement"),
        ("Lund and Kern agreed to open the border.", "agreed to open the border"),
        ("The weather was fine.", None),
        ("Lund agreed to open the border.", None),
    ],
)
def test_outcomes(find: Find, second: str, outcome: str | None) -> None:
    text = f"Ada Lund met with Boris Kern. {second}"
    found = find(text, WHO)[0].outcome
    assert (found.value if found else None) == outcome
    if found is not None:
        span = found.evidence.spans[0]
        assert text[span.start : span.end] == outcome


def test_a_plan_has_no_outcome(find: Find) -> None:
    text = "Ada Lund will meet with Boris Kern. Lund and Kern agreed to open the border."
    meeting = find(text, WHO)[0]
    assert (meeting.status, meeting.outcome) == (Status.PLANNED, None)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("In a phone call on Monday, Ada Lund told Boris Kern to wait.", "call"),
        ("In a meeting on Monday, Ada Lund thanked Boris Kern.", "meeting"),
        ("In a call on Monday, Ada Lund might have encouraged Boris Kern.", "call"),
    ],
)
def test_those_who_speak_in_a_call(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [f"held {expected}: ada | boris on 2024-05-13"]


@pytest.mark.parametrize(
    "text",
    [
        "In the call, Ada Lund told Boris Kern to wait.",
        "In a letter, Ada Lund told Boris Kern to wait.",
        "In a call on Monday, Ada Lund praised the harvest.",
    ],
)
def test_no_call_without_its_two_ends(told: Told, text: str) -> None:
    assert told(text, WHO) == []


def test_a_visit_in_a_clause_below_is_the_speakers(told: Told) -> None:
    text = "Ada Lund said in a note released during a visit to Oslo that prices fell."
    assert told(text, WHO) == ["held visit: ada in Oslo"]
