"""What people do in one room, and who sat at talks that leave it to the clause."""

from collections.abc import Callable

import pytest

Told = Callable[..., list[str]]
WHO = {
    "Ada Lund": "ada",
    "Boris Kern": "boris",
    "Carla Voss": "carla",
    "Norway": "norway",
    "Chad": "chad",
    "Peru": "peru",
    "NATO": "nato",
    "EU": "eu",
}


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "Speaking alongside Boris Kern in Oslo, President Ada Lund promised help.",
            "held meeting: ada | boris in Oslo",
        ),
        (
            "Ada Lund and Boris Kern discussed the treaty on Friday in Oslo.",
            "held meeting: ada | boris on 2024-05-10 in Oslo",
        ),
        (
            "In Oslo, Ada Lund and Boris Kern discussed the border.",
            "held meeting: ada | boris in Oslo",
        ),
        (
            "Ada Lund and Boris Kern signed the treaty at a ceremony in Oslo.",
            "held meeting: ada | boris in Oslo",
        ),
        (
            "Norway and Chad signed the treaty at a ceremony in Oslo.",
            "held meeting: norway | chad in Oslo",
        ),
        (
            "President Ada Lund was briefed by General Boris Kern in Oslo.",
            "held meeting: ada | boris in Oslo",
        ),
        (
            "President Ada Lund received a call from Boris Kern on Friday.",
            "held call: ada | boris on 2024-05-10",
        ),
        (
            "President Ada Lund received a briefing from General Boris Kern.",
            "held meeting: ada | boris",
        ),
        (
            "Minister Ada Lund paid a courtesy call on President Boris Kern.",
            "held meeting: ada | boris",
        ),
        (
            "Ada Lund and Boris Kern attended a meeting in Oslo.",
            "held meeting: ada | boris in Oslo",
        ),
        (
            "Representatives of Norway and Chad took part in the talks in Oslo.",
            "held meeting: norway, chad [Representatives of Norway and Chad] in Oslo",
        ),
        (
            "At a joint news conference in Oslo, Ada Lund and Boris Kern announced a truce.",
            "held meeting: ada | boris in Oslo",
        ),
        (
            "During their meeting, Ada Lund and Boris Kern agreed to a truce.",
            "held meeting: ada | boris",
        ),
        (
            "Ada Lund and Boris Kern agreed in a phone call to work together.",
            "held call: ada | boris",
        ),
        (
            "After three days of talks in Oslo, Norway and Chad announced a truce.",
            "held meeting: norway | chad in Oslo",
        ),
        (
            "The truce was announced by Ada Lund and Boris Kern after talks in Oslo.",
            "held meeting: ada | boris in Oslo",
        ),
        ("Ada Lund and Boris Kern spoke after a meeting of the cabinet.", "held call: ada | boris"),
        (
            "President Ada Lund, accompanied by Minister Boris Kern, met with Carla Voss.",
            "held meeting: ada, boris | carla",
        ),
        (
            "President Ada Lund met with Carla Voss, who was accompanied by Boris Kern.",
            "held meeting: ada | carla, boris",
        ),
        (
            "Ada Lund met Carla Voss in Oslo. Also present was Minister Boris Kern.",
            "held meeting: boris | ada | carla in Oslo",
        ),
        (
            "Among those attending the summit in Oslo were Ada Lund and Boris Kern.",
            "held multilateral: ada, boris",
        ),
        (
            "Ada Lund and Boris Kern agreed at a summit in Oslo to open the border.",
            "held multilateral: ada | boris in Oslo",
        ),
        (
            "The leaders of Norway, Chad and Peru agreed at a summit in Oslo to open the border.",
            "held multilateral: norway, chad, peru [The leaders of Norway, Chad and Peru] in Oslo",
        ),
        (
            "President Ada Lund spoke at the Oslo Security Conference on Friday.",
            "held multilateral: ada on 2024-05-10",
        ),
        (
            "Ada Lund and Boris Kern, who met in Oslo on Friday, called for a truce.",
            "held meeting: ada | boris on 2024-05-10 in Oslo",
        ),
        (
            "President Ada Lund, meeting in Oslo with Boris Kern, promised help.",
            "held meeting: ada | boris in Oslo",
        ),
        (
            "Ada Lund and Boris Kern meet on Friday in Oslo.",
            "planned meeting: ada | boris on 2024-05-17 in Oslo",
        ),
        (
            "Ahead of a meeting with Boris Kern, Ada Lund called for calm.",
            "planned meeting: ada | boris",
        ),
        (
            "The meeting with Boris Kern was Ada Lund's first since the war.",
            "held meeting: ada | boris",
        ),
        (
            "Ada Lund held a series of bilateral meetings in Oslo, including with Boris Kern.",
            "held meeting: ada | boris in Oslo",
        ),
        ("Ada Lund wrapped up two days of talks with Boris Kern.", "held meeting: ada | boris"),
        ("Ada Lund will be joined in Oslo by Boris Kern.", "planned meeting: ada | boris in Oslo"),
        (
            "Talks between Norwegian and Chadian officials opened in Oslo. Norway and Chad wait.",
            "held meeting: norway, chad [Norwegian and Chadian officials] in Oslo",
        ),
        ("Ada Lund exchanged views with Boris Kern in Oslo.", "held meeting: ada | boris"),
        ("Ada Lund shook hands with Boris Kern.", "held meeting: ada | boris"),
        (
            "Ada Lund and Boris Kern last met in Oslo in July.",
            "held meeting: ada | boris on 2023-07 in Oslo",
        ),
        (
            "Ada Lund and Boris Kern will meet in Oslo in January.",
            "planned meeting: ada | boris on 2025-01 in Oslo",
        ),
        (
            "The report builds on Ada Lund's visit to Oslo in January.",
            "held visit: ada on 2024-01 in Oslo",
        ),
    ],
)
def test_meeting_of_those_who_act_together(told: Told, text: str, expected: str) -> None:
    assert told(text, WHO) == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund and Boris Kern discussed the treaty.",
        "Norway and Chad signed the treaty.",
        "President Ada Lund received a letter from Boris Kern.",
        "Ada Lund and Boris Kern left after the talks.",
        "Also present was Boris Kern.",
        "Ada Lund said at the talks that the border would open.",
    ],
)
def test_no_meeting_of_those_who_act_together(told: Told, text: str) -> None:
    assert told(text, WHO) == []
