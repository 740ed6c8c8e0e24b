"""Sentences in the words of news and releases, read by the whole pipeline: the meetings they tell.

`told.json` holds our own sentences, each an article of 2024-05-14, with what they should give:
status, kind, who takes part (hosts and mediators too), day and place.
"""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from loaders.article import Article, Metadata
from loaders.confidence import sure
from loaders.facts import Facts, Meeting
from loaders.pipeline import extract

EXPECTED: dict[str, list[str]] = json.loads(
    Path(__file__).with_name("told.json").read_text(encoding="utf-8")
)
PUBLISHED = Metadata(published="2024-05-14")


@pytest.fixture(scope="module")
def found() -> dict[str, list[str]]:
    """The meetings of each sentence, one line each: all sentences are parsed in one go."""
    articles = (Article(text, "test.txt", f"{text}\n", PUBLISHED) for text in EXPECTED)
    return {facts.key: list(_lines(sure(facts))) for facts in extract(articles)}


def _lines(facts: Facts) -> Iterator[str]:
    names = {actor.id: actor.name for actor in facts.actors}
    for meeting in facts.meetings:
        who = ", ".join(sorted(names[part.actor] for part in meeting.participations))
        yield f"{_status(meeting)} {meeting.kind}: {who}{_when_and_where(meeting)}"


def _status(meeting: Meeting) -> str:
    """The status as `extract` gives it: what was put off or declined is cancelled."""
    off = meeting.status.value in {"postponed", "declined"}
    return "cancelled" if off else meeting.status.value


def _when_and_where(meeting: Meeting) -> str:
    day = f" on {meeting.date.edtf}" if meeting.date and meeting.date.edtf else ""
    return day + (f" in {meeting.place.value}" if meeting.place else "")


@pytest.mark.parametrize("text", EXPECTED)
def test_sentence_tells_its_meetings(text: str, found: dict[str, list[str]]) -> None:
    """Each sentence gives the meetings written down for it, and no other."""
    assert found[text] == EXPECTED[text]
