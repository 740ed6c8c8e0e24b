"""Dates that only limit: "before the end of May" says not later, and no more."""

from collections.abc import Callable

import pytest

from loaders.facts import Date

Find = Callable[..., tuple[Date, ...]]
PUBLISHED = "2022-04-08"


@pytest.mark.parametrize(
    ("sentence", "words"),
    [
        ("They agreed to meet in Oslo before the end of May.", "end of May"),
        ("The bridge opens by the end of 2023.", "end of 2023"),
        ("The list must be sent before 3 May 2022 to both sides.", "3 May 2022"),
        ("The list must be sent no later than 3 May 2022.", "3 May 2022"),
        ("They will meet prior to the start of June 2022 in Bergen.", "start of June 2022"),
        ("They hope to meet again before Monday.", "Monday"),
    ],
)
def test_a_limit_names_no_date_but_keeps_its_words(find: Find, sentence: str, words: str) -> None:
    dates = find(sentence, PUBLISHED, True)
    assert [(d.words, d.edtf, d.offset) for d in dates] == [(words, None, None)]


@pytest.mark.parametrize(
    ("sentence", "edtf"),
    [
        ("They spoke before the 3 May 2022 talks.", "2022-05-03"),
        ("They spoke before 3 May 2022’s long talks.", "2022-05-03"),
        ("They met at the end of May 2022.", "2022-05"),
        ("They came before and met on 3 May 2022.", "2022-05-03"),
        ("They met after 3 May 2022.", "2022-05-03"),
    ],
)
def test_other_dates_stay_what_they_are(find: Find, sentence: str, edtf: str) -> None:
    assert [d.edtf for d in find(sentence, PUBLISHED)] == [edtf]
