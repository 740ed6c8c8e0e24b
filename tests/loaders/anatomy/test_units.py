"""Lines and paragraphs, in the offsets of the text."""

from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.anatomy.units import joined, units_of
from loaders.facts import Span

WRAPPED = """Ministers agree on railway

The two ministers met in the capital and
spoke about the new railway. They agreed
to speak again before the winter begins,
said Ode.

It was cold.
"""


def test_lines_are_units_without_their_blanks() -> None:
    first, second, third = units_of("\ufeffOne \r\n Two.\r\n\r\nThree")
    assert (first.text, first.span, first.apart, first.ended) == ("One", Span(1, 4), True, False)
    assert (second.text, second.span, second.apart, second.ended) == (
        "Two.",
        Span(8, 12),
        False,
        True,
    )
    assert (third.text, third.span, third.apart) == ("Three", Span(16, 21), True)


def test_a_text_wrapped_at_a_column_has_paragraphs_for_units() -> None:
    assert [unit.text for unit in units_of(WRAPPED)] == [
        "Ministers agree on railway",
        WRAPPED[28:-15],
        "It was cold.",
    ]


def test_capitals_and_ends_of_sentences() -> None:
    (unit,) = units_of("WHAT HAPPENED?")
    assert (unit.shouted, unit.ended, unit.words) == (True, True, 2)
    assert [u.ended for u in units_of("So.”\nSo.[3]\nSo!)\nSo,\nSo”")] == [
        True,
        True,
        True,
        False,
        False,
    ]
    assert [u.shouted for u in units_of("123\nA\nNATO met Ode")] == [False, False, False]


def test_breaks_inside_a_sentence_are_joined_at_the_same_length() -> None:
    assert joined("Asked\r\nwhether it was cold\n, he smiled.\nand left\n\nso on") == (
        "Asked  whether it was cold , he smiled.\nand left\n\nso on"
    )
    assert joined(WRAPPED) == WRAPPED[:28] + WRAPPED[28:-15].replace("\n", " ") + WRAPPED[-15:]
    assert joined("Ann Ode\nBo Ulm\n") == "Ann Ode\nBo Ulm\n"


@settings(deadline=None)
@given(st.text())
def test_joining_changes_nothing_but_line_breaks(text: str) -> None:
    assert len(joined(text)) == len(text)
    assert joined(text).split() == text.split()


@settings(deadline=None)
@given(st.text())
def test_units_stand_in_the_text_in_order(text: str) -> None:
    end = 0
    for unit in units_of(text):
        assert text[unit.span.start : unit.span.end] == unit.text
        assert unit.text == unit.text.strip()
        assert end <= unit.span.start < unit.span.end
        end = unit.span.end
