"""Gatherings that somebody attends or stages, and what else a later line adds to a meeting."""

from collections.abc import Callable

import pytest

from loaders.facts import Meeting

Told = Callable[..., list[str]]
Find = Callable[..., tuple[Meeting, ...]]
WHO = {
    "Ada Lund": "ada",
    "Lund": "ada",
    "Boris Kern": "boris",
    "Kern": "boris",
    "Carla Voss": "carla",
    "Dana Holm": "dana",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Ada Lund attended the Harbour Summit in Oslo on May 2.",
            "held multilateral: ada on 2024-05-02 in Oslo",
        ),
        (
            "Ada Lund will participate in the Harbour Summit.",
            "planned multilateral: ada",
        ),
        (
            "Ada Lund will be in Oslo for the Harbour Summit.",
            "planned multilateral: ada in Oslo",
        ),
        (
            "Ada Lund hosted the summit.",
            "held multilateral: ada",
        ),
        (
            "Ada Lund convened regional leaders.",
            "held multilateral: ada [regional leaders] host ada",
        ),
    ],
)
def test_taking_part(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


def test_two_events_of_one_verb(told: Told) -> None:
    text = "Ada Lund will attend the Harbour Summit and the Mountain Forum."
    assert told(text, WHO) == ["planned multilateral: ada", "planned multilateral: ada"]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund praised the Harbour Summit.",
        "Ada Lund attended a conference.",
        "The summit ended.",
    ],
)
def test_events_that_nobody_named_attends(told: Told, text: str) -> None:
    assert told(text, WHO) == []


def test_who_else_was_at_the_meeting(told: Told) -> None:
    text = "Ada Lund convened regional leaders. The meeting included: Boris Kern and Carla Voss."
    assert told(text, WHO) == ["held multilateral: boris, carla | ada [regional leaders] host ada"]


def test_who_attended_the_meeting(told: Told) -> None:
    text = "Ada Lund met with Boris Kern. The meeting was attended by Carla Voss."
    assert told(text, WHO) == ["held meeting: carla | ada | boris"]


def test_a_list_of_participants(told: Told) -> None:
    text = (
        "Ada Lund met with four leaders.\n\n"
        "The leaders who participated:\n\n"
        "- Prime Minister Boris Kern of Norway\n\n"
        "- Carla Voss, Chad\n"
        "- Chief of staff Dana Holm\n\n"
        "The weather was fine."
    )
    assert told(text, WHO) == ["held meeting: boris, carla, dana | ada [four leaders]"]


def test_another_list_adds_nobody(told: Told) -> None:
    text = "Ada Lund met with four leaders.\n\nThey praised:\n\n- Boris Kern\n- Carla Voss\n"
    assert told(text, WHO) == ["held meeting: ada [four leaders]"]


@pytest.mark.parametrize(
    ("second", "expected"),
    [
        ("They met with Carla Voss.", "held meeting: ada, boris | carla"),
        ("The delegation met with Carla Voss.", "held meeting: ada, boris | carla"),
    ],
)
def test_unnamed_company_is_that_of_the_trip(told: Told, second: str, expected: str) -> None:
    text = f"Ada Lund and Boris Kern travelled to Laos. {second}"
    assert told(text, WHO) == ["held visit: ada, boris in Laos", f"{expected} in Laos"]


def test_the_two_leaders_are_those_who_met(told: Told) -> None:
    text = "Ada Lund met Boris Kern. The two leaders will meet Carla Voss."
    assert told(text, WHO) == ["held meeting: ada | boris", "planned meeting: ada, boris | carla"]


def test_the_three_leaders_are_not_two(told: Told) -> None:
    text = "Ada Lund met Boris Kern. The three leaders will meet Carla Voss."
    assert told(text, WHO) == ["held meeting: ada | boris"]


def test_who_says_i_in_a_quotation_is_its_speaker(told: Told) -> None:
    assert told("“I met Boris Kern in Oslo,” Ada Lund said.", WHO) == [
        "held meeting: ada | boris in Oslo"
    ]


def test_talks_without_a_subject_in_a_quotation_are_the_speakers(told: Told) -> None:
    text = "“Good talks with Boris Kern and Carla Voss on trade,” Ada Lund wrote."
    assert told(text, WHO) == ["held meeting: ada | boris, carla"]


def test_i_without_a_speaker_is_nobody(told: Told) -> None:
    assert told("“I met Boris Kern in Oslo.”", WHO) == []


@pytest.mark.parametrize(
    ("text", "topics"),
    [
        ("Ada Lund met with Boris Kern to discuss the harvest.", ["the harvest"]),
        ("Ada Lund held talks with Boris Kern on fishing rights.", ["fishing rights"]),
        ("The talks between Ada Lund and Boris Kern about prices failed.", ["prices"]),
        ("Ada Lund met with Boris Kern.", []),
    ],
)
def test_topics(find: Find, text: str, topics: list[str]) -> None:
    found = find(text, WHO)[0].topics
    assert [topic.value for topic in found] == topics
    for topic in found:
        span = topic.evidence.spans[0]
        assert text[span.start : span.end] == topic.value


def test_rules_have_stable_names(find: Find) -> None:
    texts = {
        "meeting.verb.with": "Ada Lund met with Boris Kern.",
        "meeting.verb.object": "Ada Lund met Boris Kern.",
        "meeting.verb.plural": "Ada Lund and Boris Kern met.",
        "meeting.verb.host": "Ada Lund received Boris Kern.",
        "meeting.verb.visit": "Ada Lund visited Oslo.",
        "meeting.verb.travel": "Ada Lund flew to Oslo.",
        "meeting.noun.between": "The talks between Ada Lund and Boris Kern ended.",
        "meeting.noun.with": "Ada Lund held talks with Boris Kern.",
        "meeting.noun.light": "Ada Lund and Boris Kern held talks.",
        "meeting.noun.visit": "Ada Lund's visit to Oslo ended.",
        "meeting.event.attend": "Ada Lund attended the Harbour Summit.",
    }
    assert {find(text, WHO)[0].evidence.rule: text for text in texts.values()} == texts


def test_who_goes_says_more_than_the_name_of_the_summit(told: Told) -> None:
    text = "Ada Lund will attend the Norway-Chad Summit in Oslo."
    known = {**WHO, "Norway": "norway", "Chad": "chad"}
    assert told(text, known) == ["planned multilateral: ada in Oslo"]
