"""How a meeting stands: by tense, modal, governor, noun, modifier and negation."""

from collections.abc import Callable

import pytest

from loaders.facts import Factuality, Meeting, Status

Told = Callable[..., list[str]]
Find = Callable[..., tuple[Meeting, ...]]
WHO = {"Ada Lund": "ada", "Lund": "ada", "Boris Kern": "boris", "Kern": "boris"}


def statuses(found: tuple[Meeting, ...]) -> list[Status]:
    return [meeting.status for meeting in found]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund will meet Boris Kern.",
        "Ada Lund is to meet Boris Kern.",
        "Ada Lund is scheduled to meet with Boris Kern.",
        "Ada Lund is expected to meet with Boris Kern.",
        "Ada Lund is going to meet Boris Kern.",
        "Ada Lund plans to meet Boris Kern.",
        "Ada Lund agreed to meet Boris Kern.",
        "Ada Lund looks forward to meeting Boris Kern.",
        "Ada Lund said that she would meet Boris Kern.",
        "A meeting will be held between Ada Lund and Boris Kern.",
        "Ada Lund announced talks with Boris Kern.",
        "Ada Lund spoke ahead of her meeting with Boris Kern.",
        "Aides prepared the upcoming meeting between Ada Lund and Boris Kern.",
        "Aides prepared the talks between Ada Lund and Boris Kern.",
    ],
)
def test_planned(find: Find, text: str) -> None:
    found = find(text, {**WHO, "she": "ada", "her": "ada"})
    assert statuses(found) == [Status.PLANNED]
    assert found[0].evidence.factuality is Factuality.SCHEDULED


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund could meet Boris Kern.",
        "Ada Lund may meet with Boris Kern.",
        "Ada Lund would meet Boris Kern.",
        "If Ada Lund meets Boris Kern, prices will fall.",
        "Ada Lund hopes to meet Boris Kern.",
        "Ada Lund offered to meet Boris Kern.",
        "Ada Lund wants to meet with Boris Kern.",
        "Ada Lund called for a meeting with Boris Kern.",
        "Ada Lund proposed a meeting with Boris Kern.",
        "Ada Lund requested talks with Boris Kern.",
        "Papers wrote of a possible meeting between Ada Lund and Boris Kern.",
    ],
)
def test_hypothetical(find: Find, text: str) -> None:
    found = find(text, WHO)
    assert statuses(found) == [Status.HYPOTHETICAL]
    assert found[0].evidence.factuality is Factuality.HYPOTHETICAL


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund did not meet Boris Kern.",
        "Ada Lund has never met with Boris Kern.",
        "Ada Lund denied meeting Boris Kern.",
        "Ada Lund failed to meet Boris Kern.",
    ],
)
def test_denied(find: Find, text: str) -> None:
    found = find(text, WHO)
    assert statuses(found) == [Status.DENIED]
    assert found[0].evidence.factuality is Factuality.DENIED


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("Ada Lund cancelled a meeting with Boris Kern.", Status.CANCELLED),
        ("Ada Lund called off talks with Boris Kern.", Status.CANCELLED),
        ("The cancelled meeting between Ada Lund and Boris Kern cost much.", Status.CANCELLED),
        ("Ada Lund postponed her talks with Boris Kern.", Status.POSTPONED),
        ("Ada Lund refused to meet Boris Kern.", Status.DECLINED),
        ("Ada Lund declined to meet with Boris Kern.", Status.DECLINED),
        ("Ada Lund will not meet Boris Kern.", Status.DECLINED),
        ("Ada Lund rejected a meeting with Boris Kern.", Status.DECLINED),
    ],
)
def test_not_to_be(find: Find, text: str, status: Status) -> None:
    assert statuses(find(text, {**WHO, "her": "ada"})) == [status]


def test_a_trip_called_off_in_a_relative_clause(told: Told) -> None:
    text = "Papers wrote of Ada Lund's planned trip to Oslo, which was cancelled."
    assert told(text, WHO) == ["cancelled visit: ada in Oslo"]


def test_an_invitation_accepted_is_a_plan(told: Told) -> None:
    text = "Ada Lund accepted an invitation to visit Oslo."
    assert told(text, WHO) == ["planned visit: ada in Oslo"]


def test_an_invitation_extended_is_a_wish(told: Told) -> None:
    text = "Ada Lund extended an invitation for Boris Kern to visit Oslo."
    assert told(text, WHO) == ["hypothetical visit: boris | ada in Oslo"]


def test_the_words_of_the_status_are_its_evidence(find: Find) -> None:
    text = "Ada Lund is scheduled to meet with Boris Kern."
    meeting = find(text, WHO)[0]
    span = meeting.status_evidence.spans[0]
    assert text[span.start : span.end] == "scheduled to meet"


def test_a_clause_under_a_verb_of_saying_is_attributed(find: Find) -> None:
    meeting = find("Carla Voss said that Ada Lund met Boris Kern.", {**WHO, "Carla Voss": "carla"})
    assert meeting[0].evidence.factuality is Factuality.ATTRIBUTED
    assert meeting[0].evidence.said_by == "carla"


def test_the_articles_own_voice_asserts(find: Find) -> None:
    evidence = find("Ada Lund met Boris Kern.", WHO)[0].evidence
    assert evidence.factuality is Factuality.ASSERTED
    assert evidence.said_by is None
