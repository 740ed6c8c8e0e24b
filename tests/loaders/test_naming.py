"""Names folded for comparison and spelt in IRIs."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from loaders.naming import digest, fold, slug, token


@pytest.mark.parametrize("spelling", ["Vukčević", "Vukcevic", "VUKČEVIĆ", " Vukčević "])
def test_spellings_of_one_name_fold_alike(spelling: str) -> None:
    assert fold(spelling) == "vukcevic"


def test_a_leading_article_is_no_part_of_a_name() -> None:
    assert fold("The Council of Europe") == fold("Council of Europe") == "council of europe"
    assert fold("The") == "the"


def test_a_slug_is_readable() -> None:
    assert slug("Côte d'Ivoire") == "cote-divoire"
    assert slug("!!!") == digest("!!!")


def test_long_names_stay_apart() -> None:
    long = "word " * 40
    assert slug(long + "a") != slug(long + "b")
    assert len(slug(long + "a")) <= 131


def test_a_plain_key_is_its_own_token() -> None:
    assert token("2026-05_release.txt") == "2026-05_release.txt"


def test_keys_that_read_alike_have_different_tokens() -> None:
    keys = ["a b.txt", "a-b.txt", "a/b.txt", "A/b.txt", "a//b.txt", "https://a.org/b.txt"]
    assert len({token(key) for key in keys}) == len(keys)


@given(st.text(min_size=1), st.text(min_size=1))
def test_tokens_are_segments_and_tell_keys_apart(one: str, other: str) -> None:
    assert all(c.isascii() and (c.isalnum() or c in "._-") for c in token(one))
    assert (token(one) == token(other)) == (one == other)
