"""Statements whose words point back to the matter: "this step", an answer to a question."""

import pytest

from loaders.article import Article
from loaders.extractors.topics import attach_topics
from loaders.facts import Anatomy, Evidence, Form, Span, Statement
from loaders.reading.parse import language
from loaders.reading.reading import Reading


def topics(text: str, said: str, rule: str = "test") -> list[tuple[str, str, list[str]]]:
    start = text.index(said)
    span = Span(start, start + len(said))
    statement = Statement("s1", "lind", Form.INDIRECT, span, Evidence((span,), rule))
    reading = Reading(Article("a", "a.txt", text), Anatomy(), language()(text))
    (attached,) = attach_topics([statement], (), reading)
    return [
        (t.value, t.evidence.rule, [text[s.start : s.end] for s in t.evidence.spans])
        for t in attached.topics
    ]


def test_a_demonstrative_points_to_the_sentence_before() -> None:
    text = "They lifted the sanctions. Lind said that this step was wise."
    assert topics(text, "this step was wise") == [("sanctions", "topic.pointed", ["sanctions"])]


def test_what_stands_in_the_same_sentence_comes_first() -> None:
    text = "Elections came. On the sanctions, Lind said that this was wise."
    assert topics(text, "this was wise") == [("sanctions", "topic.pointed", ["sanctions"])]


def test_own_words_come_before_what_they_point_to() -> None:
    text = "They lifted the sanctions. Lind said that this election was fair."
    assert topics(text, "this election was fair") == [("elections", "topic.lexicon", ["election"])]


def test_firm_words_pointed_to_come_before_loose_ones_of_its_own() -> None:
    text = "They took in refugees. Lind welcomed more cooperation on this issue."
    said = "welcomed more cooperation on this issue"
    assert [name for name, _, _ in topics(text, said)] == ["migration"]


@pytest.mark.parametrize(
    "said",
    [
        "she was glad",
        "this year was good",
        "this country was good",
        "the words that she heard were good",
        "she saw the house and the garden and the old bridge and liked this",
    ],
)
def test_nothing_is_taken_over_without_a_sign(said: str) -> None:
    assert topics(f"They lifted the sanctions. Lind said that {said}.", said) == []


def test_only_one_sentence_back() -> None:
    text = "They lifted the sanctions. It rained. Lind said that this was good."
    assert topics(text, "this was good") == []


def test_an_answer_takes_the_matter_of_its_question() -> None:
    text = "Q How high is the risk of an invasion?\nLIND: It is very high."
    found = topics(text, "It is very high.", "statement.direct.turn")
    assert [name for name, _, _ in found] == ["armedConflict"]


def test_an_answer_to_no_question_takes_nothing() -> None:
    text = "BORA: An invasion is near.\nLIND: It is very near."
    assert topics(text, "It is very near.", "statement.direct.turn") == []


def test_nothing_stands_before_the_first_words() -> None:
    assert topics("This was good.", "This was good") == []
