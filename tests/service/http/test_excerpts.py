"""Evidence is shown within its sentence."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from service.http.excerpts import WINDOW, excerpt

TEXT = "One came. Dorn met Raske in Port Ellin on 1 May. “Who?” he asked.\nA new line."


@pytest.mark.parametrize(
    ("words", "before", "after"),
    [
        ("met", "Dorn ", " Raske in Port Ellin on 1 May."),
        ("Dorn met Raske in Port Ellin on 1 May.", "", ""),
        ("One", "", " came."),
        ("asked", "he ", "."),
        ("A new line.", "", ""),
    ],
)
def test_the_sentence_around_the_words(words: str, before: str, after: str) -> None:
    start = TEXT.index(words)
    found = excerpt(TEXT, start, start + len(words))
    assert (found.before, found.words, found.after) == (before, words, after)


def test_a_long_sentence_is_cut_at_words() -> None:
    text = "word " * 200 + "here " + "more " * 200
    start = text.index("here")
    found = excerpt(text, start, start + 4)
    assert found.before.startswith("… word ")
    assert found.after.endswith(" more …")
    assert len(found.before) <= WINDOW + 2


@given(st.text(alphabet="ab .!\n”é😀", max_size=60), st.data())
def test_words_are_exact_and_what_surrounds_them_is_the_articles(
    text: str, data: st.DataObject
) -> None:
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    found = excerpt(text, start, end)
    assert found.words == text[start:end]
    assert text[:start].endswith(found.before)
    assert text[end:].startswith(found.after)
