"""Warnings where speech or meetings seem to be told but nothing was read."""

from pathlib import Path

import pytest

from loaders.article import Article
from loaders.documents import document
from loaders.extractors.overlooked import MEETING, MESSAGES, QUOTATION, SPEAKERLESS, SPEECH
from loaders.pipeline import extract

LEAD = "Bridge opens in Vaduz\n\n3 May 2031\n\n"


def warned(body: str, lead: str = LEAD) -> list[tuple[str, str]]:
    """Kind and words of the warnings that stand at a place of the text."""
    (facts,) = extract([Article("a", "a.txt", lead + body)])
    found = []
    for warning in facts.warnings:
        if warning.span:
            assert warning.message == MESSAGES[warning.code]
            found.append((warning.code, facts.text[warning.span.start : warning.span.end]))
    return found


@pytest.mark.parametrize(
    "body",
    [
        "Ana Kovač of Norway said the old bridge had been closed.",
        "“The bridge is open to everybody,” said Ana Kovač of Norway.",
        "Ana Kovač of Norway met Luis Ferrer of Chile in Vaduz on Monday.",
        "The bridge is forty metres long and nine metres wide.",
        "If the mayor says the bridge is safe, people will cross it.",
        "The baker never says that bread is dear.",
        "The so-called “iron road” was built a hundred years ago.",
    ],
)
def test_no_warning_where_all_was_read_or_nothing_is_told(body: str) -> None:
    assert warned(body) == []


def test_speech_of_somebody_who_is_not_named() -> None:
    assert warned("An elderly baker said the bridge had been closed for years.") == [
        (SPEAKERLESS, "the bridge had been closed for years")
    ]


def test_a_quotation_that_nobody_is_given() -> None:
    found = warned("On the wall somebody had painted “no more tolls on our only bridge”.")
    assert found == [(QUOTATION, "no more tolls on our only bridge")]


def test_a_short_quotation_is_a_title_or_scare_quotes() -> None:
    assert warned("The choir sang “Over the River” at noon.") == []


def test_a_paragraph_that_reports_speech_is_warned_of_whole() -> None:
    paragraph = "A ferry clerk said Thursday any word before the vote is over is “idle.”"
    quiet = "The bridge is nine metres wide."
    assert warned(f"{quiet}\n\n{paragraph}\n\n{quiet}") == [(SPEECH, paragraph)]


@pytest.mark.parametrize(
    "body",
    [
        "The talks were to begin at noon.",
        "A second meeting had been called off for want of a room.",
        "Luis Ferrer will meet again soon, and nothing more is known.",
    ],
)
def test_a_paragraph_that_speaks_of_a_meeting(body: str) -> None:
    assert warned(body) == [(MEETING, body)]


@pytest.mark.parametrize(
    "body",
    [
        "The bridge meets the newest standards.",  # no person
        "Crowds gathered at the bridge.",  # no verb of meeting
        "The conversation stopped when the lights went out.",  # a weak noun alone
    ],
)
def test_words_that_only_look_like_a_meeting(body: str) -> None:
    assert warned(body) == []


def test_the_headline_is_not_warned_of() -> None:
    lead = "Ministers hold talks in Vaduz\n\n3 May 2031\n\n"
    assert warned("The bridge is nine metres wide.", lead) == []


def test_what_is_skipped_is_not_warned_of() -> None:
    body = "The bridge is nine metres wide.\n\nTags: talks, meeting, bridge"
    assert warned(body) == []


def test_another_language_has_one_warning() -> None:
    german = (
        "Die beiden Minister trafen sich zu Gesprächen. „Wir reden weiter miteinander“, hieß es."
    )
    (facts,) = extract([Article("a", "a.txt", german)])
    assert [warning.code for warning in facts.warnings] == ["language"]


def test_warnings_in_the_order_of_the_text() -> None:
    body = "The talks were to begin at noon.\n\nAn elderly baker said the bridge was shut.\n\n"
    assert [kind for kind, _ in warned(body + "A second meeting was called off.")] == [
        MEETING,
        SPEAKERLESS,
        MEETING,
    ]


def test_warnings_in_the_document_have_kind_place_and_words() -> None:
    text = "The talks were to begin at noon.\n"
    (facts,) = extract([Article("a", "a.txt", text)])
    undated, unread = document(facts)["warnings"]
    assert undated == {
        "kind": "undated",
        "message": "no publication date: relative days stay open",
        "start": None,
        "end": None,
        "words": None,
    }
    assert unread == {
        "kind": "meeting-unread",
        "message": MESSAGES[MEETING],
        "start": 0,
        "end": len(text) - 1,
        "words": text.strip(),
    }


@pytest.mark.parametrize("kind", [*MESSAGES, "undated", "ambiguous-date", "language", "no-body"])
def test_every_kind_of_warning_is_documented(kind: str) -> None:
    assert f"| `{kind}` |" in Path("docs/evaluation.md").read_text(encoding="utf-8")
