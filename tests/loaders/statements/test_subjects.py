"""Who does what a verb tells, and which verbs share a subject."""

from collections.abc import Callable

import pytest

from loaders.extractors.statements.speakers import Speakers
from loaders.extractors.statements.subjects import alike, governor, matrix, subject_of
from loaders.reading.cast import Cast
from loaders.reading.parse import language


@pytest.mark.parametrize(
    ("text", "word", "subject"),
    [
        ("Lind said that it rained.", "said", "Lind"),
        ("“It rained,” said Lind.", "said", "Lind"),
        ("Lind met Bora and said that it rained.", "said", "Lind"),
        ("Lind left, saying that it rained.", "saying", "Lind"),
        ("Lind spoke at length, noting that it rained.", "noting", "Lind"),
        ("Lind, who said that it rained, left.", "said", "Lind"),
        ("Lind is pleased to announce that it rained.", "announce", "Lind"),
        ("Lind began by saying that it rained.", "saying", "Lind"),
        ("Lind was quoted as saying that it rained.", "saying", "Lind"),
        ("Radio One quoted Lind as saying that it rained.", "saying", "Lind"),
        ("They agreed to meet and agreed on the price.", "agreed", "They"),
        ("Say that it rained.", "Say", None),
    ],
)
def test_subject(text: str, word: str, subject: str | None) -> None:
    token = [t for t in language()(text) if t.text == word][-1]
    found = subject_of(token)
    assert (found.text if found is not None else None) == subject


def test_joined_verb_belongs_to_its_like() -> None:
    tokens = list(language()("They agreed to meet again and called for peace."))
    agreed, meet = (next(t for t in tokens if t.text == w) for w in ("agreed", "meet"))
    called = next(t for t in tokens if t.text == "called")
    assert matrix(called) == agreed
    assert governor(called) == agreed
    assert alike(called, agreed)
    assert not alike(called, meet)


@pytest.mark.parametrize(
    ("text", "word", "ids"),
    [
        ("Lind and Bora said that it rained.", "said", ("lind", "bora")),
        ("A spokesman for the Navy said that it rained.", "said", ("navy",)),
        ("A Navy spokesman said that it rained.", "said", ("navy",)),
        ("A spokesman, Lind, said that it rained.", "said", ("lind",)),
        ("The Navy issued a letter saying that it rained.", "saying", ("navy",)),
        ("The statement issued by the Navy said that it rained.", "said", ("navy",)),
        ("Lind's statement said that it rained.", "said", ("lind",)),
        ("Firms including Lind and Bora said that it rained.", "said", ("lind", "bora")),
        ("A visitor said that it rained.", "said", ()),
    ],
)
def test_speakers(
    text: str, word: str, ids: tuple[str, ...], casting: Callable[[str, dict[str, str]], Cast]
) -> None:
    cast = casting(text, {"Lind": "lind", "Bora": "bora", "Navy": "navy"})
    token = next(t for t in language()(text) if t.text == word)
    speaker = Speakers(cast).of(token)
    assert speaker is not None
    assert speaker.ids == ids
