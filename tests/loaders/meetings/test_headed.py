"""Days that a cross-head gives the meeting right below it."""

from collections.abc import Callable

import pytest

from loaders.facts import Span

Told = Callable[..., list[str]]
WHO = {"Ada Lund": "lund", "Boris Kern": "kern", "Lund": "lund", "Kern": "kern"}


@pytest.mark.parametrize(
    ("head", "body", "expected"),
    [
        (
            "LUND-KERN TALKS TOMORROW",
            "Lund will meet Kern.",
            "planned meeting: lund | kern on 2024-05-15",
        ),
        ("LUND MEETS PRESS TOMORROW", "Lund will meet Kern.", "planned meeting: lund | kern"),
        ("LUND-KERN TALKS", "Lund will meet Kern.", "planned meeting: lund | kern"),
        (
            "LUND-KERN TALKS TOMORROW",
            "Lund will meet Kern on Friday.",
            "planned meeting: lund | kern on 2024-05-17",
        ),
        (
            "LUND-KERN TALKS TOMORROW",
            "Grain is dear.\n\nLund will meet Kern.",
            "planned meeting: lund | kern",
        ),
    ],
)
def test_a_cross_head_dates_what_it_names(told: Told, head: str, body: str, expected: str) -> None:
    text = f"Rain fell.\n\n{head}\n\n{body}"
    start = text.index(head)
    assert told(text, WHO, crosshead=Span(start, start + len(head))) == [expected]


def test_in_an_undated_article_it_stays_an_offset(told: Told) -> None:
    head = "LUND-KERN TALKS TOMORROW"
    found = told(
        f"{head}\n\nLund will meet Kern.", WHO, published=None, crosshead=Span(0, len(head))
    )
    assert found == ["planned meeting: lund | kern on P1D"]
