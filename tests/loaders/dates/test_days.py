"""Days by number and month, alone and as ranges."""

from collections.abc import Callable

import pytest

from loaders.dates import find_dates
from loaders.facts import Date, Derivation, Span

Find = Callable[..., tuple[Date, ...]]


@pytest.mark.parametrize(
    ("text", "words", "edtf"),
    [
        ("Signed on September 21st, 2021, in Oslo.", "September 21st, 2021", "2021-09-21"),
        ("Signed on 21 September 2021.", "21 September 2021", "2021-09-21"),
        ("Signed today (07 July 2022).", "07 July 2022", "2022-07-07"),
        ("OSLO, JAN. 20, 2015 -", "JAN. 20, 2015", "2015-01-20"),
        ("Updated 2021-09-21", "2021-09-21", "2021-09-21"),
        ("Updated 2021-09-21T10:15:00Z", "2021-09-21T10:15:00Z", "2021-09-21"),
        ("Updated 20.11.2023.", "20.11.2023", "2023-11-20"),
        ("Updated 11/20/2023", "11/20/2023", "2023-11-20"),
        ("Friday, May 3, 2019", "Friday, May 3, 2019", "2019-05-03"),
        ("on the 4th of July 1976", "4th of July 1976", "1976-07-04"),
        ("around 5 May 2022", "around 5 May 2022", "2022-05-05~"),
        ("from 3 to 5 May 2022", "3 to 5 May 2022", "2022-05-03/2022-05-05"),
        ("between 3 and 6 May 2022", "3 and 6 May 2022", "2022-05-03/2022-05-06"),
        ("on 3 and 4 May 2022", "3 and 4 May 2022", "2022-05-03/2022-05-04"),
        ("on 3 and 6 May 2022", "3 and 6 May 2022", "{2022-05-03,2022-05-06}"),
        ("May 3–5, 2022", "May 3–5, 2022", "2022-05-03/2022-05-05"),
        (
            "30 April - 2 May 2022",
            "30 April - 2 May 2022",
            "2022-04-30/2022-05-02",
        ),
        (
            "December 30 to January 2, 2022",
            "December 30 to January 2, 2022",
            "2021-12-30/2022-01-02",
        ),
    ],
)
def test_days_with_a_year_need_no_publication_date(
    find: Find, text: str, words: str, edtf: str | None
) -> None:
    start = text.index(words)
    span = Span(start, start + len(words))
    stated = Date(edtf, None, Derivation.STATED, words, span)
    assert stated in find(text)


@pytest.mark.parametrize(
    ("text", "words", "edtf", "published"),
    [
        ("They meet on November 21-22.", "November 21-22", "2023-11-21/2023-11-22", "2023-11-20"),
        ("On December 30 they met.", "December 30", "2021-12-30", "2022-01-04"),
        ("On 2 January they meet.", "2 January", "2023-01-02", "2022-12-20"),
        ("On Monday, May 2 they met.", "Monday, May 2", "2022-05-02", "2022-10-30"),
        (
            "On 30 December-2 January",
            "30 December-2 January",
            "2021-12-30/2022-01-02",
            "2022-01-05",
        ),
        ("March 4 and 5 soldiers", "March 4", "2022-03-04", "2022-03-06"),
    ],
)
def test_a_missing_year_is_the_one_nearest_to_publication(
    find: Find, text: str, words: str, edtf: str | None, published: str | None
) -> None:
    (date,) = find(text, published)
    assert (date.words, date.edtf, date.derivation) == (words, edtf, Derivation.INFERRED)
    (undated,) = find(text)
    assert (undated.words, undated.edtf, undated.offset) == (words, None, None)


def test_tense_decides_between_two_distant_years(find: Find) -> None:
    assert find("on 10 May", "2022-10-30", True)[0].edtf == "2023-05-10"
    assert find("on 10 May", "2022-10-30", False)[0].edtf == "2022-05-10"
    assert find("on 2 November", "2022-10-30", False)[0].edtf == "2022-11-02"


def test_a_publication_year_alone_places_no_day(find: Find) -> None:
    assert find("on 10 May", "2022")[0].edtf is None
    assert find("on 10 May", "2022-04")[0].edtf == "2022-05-10"


@pytest.mark.parametrize("text", ["03/04/2021", "February 30, 2021", "from 5 to 3 May 2022"])
def test_what_cannot_be_read_with_certainty_has_no_value(find: Find, text: str) -> None:
    assert [(date.edtf, date.offset) for date in find(text)] == [(None, None)]


@pytest.mark.parametrize(
    "text",
    [
        "They may 3 times march on.",
        "A ratio of 3.10.2 in version 1.2.2021.4",
        "Resolution 2249 and Regulation 12/2021",
        "3,700 soldiers",
        "1234-56-78",
        "They saw 24 Mayflies",
    ],
)
def test_other_numbers_are_no_dates(find: Find, text: str) -> None:
    assert find(text) == ()


def test_only_dates_within_the_span_are_found() -> None:
    text = "On 3 May 2022 she came. On 5 May 2022 she left."
    (date,) = find_dates(text, Span(24, len(text)), None)
    assert (date.edtf, date.span) == ("2022-05-05", Span(27, 37))
