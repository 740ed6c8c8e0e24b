"""Words by their sound, names by their words, and names that everybody knows."""

import pytest

from service.http.reconcile.known import others
from service.http.reconcile.similarity import acronyms, alike, bare, is_acronym, likeness
from service.http.reconcile.sounds import bones, sound


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("vuchich", "vucic"),
        ("zelenskyy", "zelenski"),
        ("khrushchev", "hruscev"),
        ("tolmatschow", "tolmachov"),
        ("dzhon", "jon"),
        ("hrytsak", "hrycak"),
    ],
)
def test_transliterations_sound_alike(one: str, other: str) -> None:
    assert sound(one) == sound(other)
    assert alike(one, other) > 0.9


@pytest.mark.parametrize(("one", "other"), [("hussein", "husain"), ("mohammed", "muhammad")])
def test_vowels_tell_little(one: str, other: str) -> None:
    assert bones(one) == bones(other)
    assert 0.7 < alike(one, other) < 0.96


def test_words_that_have_nothing_in_common() -> None:
    assert alike("dorn", "raske") == 0
    assert alike("d", "raske") == 0
    assert alike("r", "raske") == 0.8
    assert likeness("", "mila dorn") == likeness("mila dorn", "") == 0


def test_the_order_of_words_and_where_they_end_matter_little() -> None:
    assert likeness("dorn mila", "mila dorn") > 0.95
    assert likeness("worldbank", "world bank") > 0.95
    assert likeness("mila dorn", "mila") < 0.8


def test_titles_are_no_part_of_a_name() -> None:
    assert bare("H.E. Foreign Minister Mila Dorn") in {"mila dorn", "h e mila dorn"}
    assert bare("The President") == "president"


def test_first_letters() -> None:
    assert list(acronyms("league of arab states")) == ["las", "loas"]
    assert is_acronym("las", "league of arab states")
    assert not is_acronym("l", "league of arab states")
    assert list(acronyms("nato")) == []


def test_other_names_that_are_known() -> None:
    names, share = others("OTAN")
    assert "nato" in names
    assert share == 1
    misspelt, near = others("North Atlantic Treaty Organistion")
    assert misspelt == names
    assert 0.88 <= near < 1
    assert others("Mila Dorn") == (frozenset(), 0.0)
