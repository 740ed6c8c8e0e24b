"""Talks that only the headline tells, and authors who say "I"."""

from collections.abc import Callable

import pytest

from loaders.article import Article
from loaders.documents import document
from loaders.pipeline import extract

Lines = Callable[[str], list[tuple[str, str, tuple[str, ...], str | None]]]


@pytest.fixture
def lines() -> Lines:
    """Status, kind, participants and day of each meeting of a whole article."""

    def reading(text: str) -> list[tuple[str, str, tuple[str, ...], str | None]]:
        (facts,) = extract([Article(key="t", name="t", text=text)])
        names = {a.id: a.name for a in facts.actors}
        return [
            (m["status"], m["kind"], tuple(names[p] for p in m["participants"]), m["date"])
            for m in document(facts)["meetings"]
        ]

    return reading


BODY = "\nMay 14, 2024\n\nPRESIDENT LUND: Thank you all.\n\nPRESIDENT KERN: Thank you.\n"


@pytest.mark.parametrize(
    ("headline", "expected"),
    [
        (
            "Remarks by President Ada Lund and President Boris Kern Before Bilateral Meeting",
            ("planned", "meeting", ("Ada Lund", "Boris Kern"), "2024-05-14"),
        ),
        (
            "Remarks by President Ada Lund and President Boris Kern in Joint Press Conference",
            ("held", "meeting", ("Ada Lund", "Boris Kern"), "2024-05-14"),
        ),
        (
            "Remarks by President Ada Lund in a Meeting With Boris Kern",
            ("held", "meeting", ("Ada Lund", "Boris Kern"), "2024-05-14"),
        ),
    ],
)
def test_headlines(lines: Lines, headline: str, expected: tuple[object, ...]) -> None:
    assert lines(headline + "\n" + BODY) == [expected]


def test_other_headlines_tell_nothing(lines: Lines) -> None:
    assert lines("Remarks by President Ada Lund on Wheat\n" + BODY) == []


def test_the_author_of_a_statement_says_i(lines: Lines) -> None:
    text = (
        "Statement by President Ada Lund on Her Trip to Norway\n\nMay 14, 2024\n\n"
        "Tonight, I will travel to Norway, and my staff will stay. I will bring wheat with me.\n"
    )
    assert lines(text) == [("planned", "visit", ("Ada Lund",), "2024-05-14")]
