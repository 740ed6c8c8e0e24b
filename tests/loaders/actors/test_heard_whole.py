"""Who says what to whom, by the whole pipeline: what hangs on names and on the parse alike."""

from collections.abc import Callable

import pytest

from loaders.article import Article
from loaders.facts import Facts, Form
from loaders.pipeline import extract


@pytest.fixture(scope="module")
def facts_in() -> Callable[[str], Facts]:
    """All facts of a text."""

    def facts(text: str) -> Facts:
        (found,) = extract([Article("k", "k.txt", text)])
        return found

    return facts


FactsIn = Callable[[str], Facts]


@pytest.mark.parametrize(
    ("text", "speaker", "said"),
    [
        (
            "Malta said in a statement that Anna Lund and Jon Berg agreed to meet.",
            "Malta",
            "Anna Lund and Jon Berg agreed to meet",
        ),
        (
            "Anna Lund refuses to talk, aside from saying she wants a fair vote.",
            "Anna Lund",
            "she wants a fair vote",
        ),
        (
            "Sen. Jon Berg (R-Ohio) left. The Ohio senator said the bill was dead.",
            "Jon Berg",
            "the bill was dead",
        ),
    ],
)
def test_who_reports(facts_in: FactsIn, text: str, speaker: str, said: str) -> None:
    facts = facts_in(text)
    names = {a.id: a.name for a in facts.actors}
    found = [(names[s.speaker], text[s.span.start : s.span.end]) for s in facts.statements]
    assert found == [(speaker, said)]


def test_a_short_sentence_goes_on_behind_the_cue(facts_in: FactsIn) -> None:
    text = '"Does anybody know the plan?" Anna Lund asked. "Neither do I."'
    found = [(text[s.span.start : s.span.end], s.form) for s in facts_in(text).statements]
    assert found == [
        ("Does anybody know the plan?", Form.DIRECT),
        ("Neither do I.", Form.DIRECT),
    ]


def test_a_word_in_marks_behind_the_cue_is_no_speech(facts_in: FactsIn) -> None:
    text = '"Nobody knows the whole plan," Anna Lund said. She sang "Amelie" later.'
    assert len(facts_in(text).statements) == 1


@pytest.mark.parametrize("verb", ["suggested to", "told"])
def test_a_government_is_addressed(facts_in: FactsIn, verb: str) -> None:
    facts = facts_in(f"Estonia {verb} the Swedish government that the talks should resume.")
    names = {a.id: a.name for a in facts.actors}
    (statement,) = facts.statements
    assert names[statement.addressee or ""] == "Sweden"
