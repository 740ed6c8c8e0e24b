"""Which verbs tell a speech act that took place."""

import pytest

from loaders.extractors.statements.assertion import is_infinitive, is_passive, told
from loaders.reading.parse import language


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("Lind said that it rained.", "said", True),
        ("Lind has said that it rained.", "said", True),
        ("Lind did say that it rained.", "say", True),
        ("Lind did not say that it rained.", "say", False),
        ("Lind never said that it rained.", "said", False),
        ("Lind will say that it rained.", "say", False),
        ("Lind could say that it rained.", "say", False),
        ("Lind is going to say that it rained.", "say", False),
        ("If Lind says that it rained, we stay.", "says", False),
        ("Unless Lind says that it rained, we stay.", "says", False),
        ("Lind went on to say that it rained.", "say", True),
        ("Lind was pleased to announce that it rained.", "announce", True),
        ("Lind used the break to thank Bora.", "thank", True),
        ("Lind met Bora to thank the crew.", "thank", False),
        ("Lind wanted not to say that it rained.", "say", False),
        ("It was said that it rained.", "said", False),
        ("It was announced by Lind that it rained.", "announced", True),
        ("The plan announced by Lind is old.", "announced", False),
        ("The proposed plan is old.", "proposed", False),
        ("Lind left without saying that it rained.", "saying", False),
        ("Lind left after saying that it rained.", "saying", True),
        ("Lind had an interest in praising the crew.", "praising", False),
        ("Lind will meet Bora and thank the crew.", "thank", False),
        ("Lind met Bora and thanked the crew.", "thanked", True),
    ],
)
def test_told(text: str, word: str, expected: bool) -> None:
    token = next(t for t in language()(text) if t.text == word)
    assert told(token) is expected


def test_infinitive_and_passive() -> None:
    tokens = {t.text: t for t in language()("Lind was asked by Bora to speak.")}
    assert is_passive(tokens["asked"])
    assert not is_passive(tokens["speak"])
    assert is_infinitive(tokens["speak"])
    assert not is_infinitive(tokens["asked"])
