"""Words as names are made of them."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.reading.names import plain, words_of


def texts(text: str) -> list[str]:
    return [word.text for word in words_of(text)]


def test_dotted_abbreviations_stay_whole() -> None:
    assert texts("The U.S. envoy") == ["The", "U.S.", "envoy"]
    assert texts("a U.S-led force") == ["a", "U.S", "-", "led", "force"]


def test_hyphens_and_possessives_stand_alone() -> None:
    assert texts("Latvia-Malta talks") == ["Latvia", "-", "Malta", "talks"]
    assert texts("Latvia's envoy") == ["Latvia", "'s", "envoy"]
    assert texts("Malta’s envoy") == ["Malta", "’s", "envoy"]


def test_apostrophes_inside_names_stay() -> None:
    assert texts("Mr O'Neill of N'Djamena") == ["Mr", "O'Neill", "of", "N'Djamena"]


def test_a_title_glued_to_its_name_is_split() -> None:
    words = words_of("Mr.Ilmar")
    assert [w.text for w in words] == ["Mr", ".", "Ilmar"]
    assert [w.glued for w in words] == [False, True, True]


def test_invisible_marks_are_no_words() -> None:
    assert texts("Minister\u200e Ilmar\u00ad") == ["Minister", "Ilmar"]


def test_lines_are_counted() -> None:
    assert [w.line for w in words_of("One\ntwo\n\nthree")] == [0, 1, 3]


def test_plain_folds_diacritics_and_keeps_case() -> None:
    assert plain("Šimečka") == "Simecka"
    assert plain("Tallinn") == "Tallinn"


@given(st.text())
def test_words_are_the_text_at_their_offsets(text: str) -> None:
    for word in words_of(text):
        assert text[word.start : word.end] == word.text
