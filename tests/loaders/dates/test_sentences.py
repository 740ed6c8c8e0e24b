"""Several dates in one sentence, in order, each with its own words."""

from collections.abc import Callable
from dataclasses import dataclass

import pytest

from loaders.facts import Date

Find = Callable[..., tuple[Date, ...]]
FRIDAY = "2022-05-06"


@dataclass(frozen=True)
class Case:
    """A sentence published on that Friday, and the words and meanings of its dates."""

    sentence: str
    dates: tuple[tuple[str, str | None], ...]
    future: bool | None = None


CASES = [
    Case(
        "On Monday, May 2, Ode left Oslo, where she had arrived on Sunday.",
        (("Monday, May 2", "2022-05-02"), ("Sunday", "2022-05-01")),
    ),
    Case(
        "Ulm, in office since 2013, met Ode today (6 May 2022) for the first time in three days.",
        (("2013", "2013"), ("today", "2022-05-06"), ("6 May 2022", "2022-05-06")),
    ),
    Case(
        "They will travel to Bergen on May 9-10 and to Narvik next week.",
        (("May 9-10", "2022-05-09/2022-05-10"), ("next week", None)),
        future=True,
    ),
    Case(
        "The talks of 3 and 4 March led to the June 2021 treaty.",
        (("3 and 4 March", "2022-03-03/2022-03-04"), ("June 2021", "2021-06")),
    ),
    Case(
        "In July last year they met, and last month they spoke on the phone.",
        (("July last year", "2021-07"), ("last month", "2022-04")),
    ),
    Case(
        "The bridge of 1998, closed in 2019-2021, opens in December.",
        (("1998", "1998"), ("2019-2021", "2019/2021"), ("December", "2022-12")),
        future=True,
    ),
    Case(
        "From 28 April to 2 May she was in Tromsø, on Thursday in Bodø.",
        (("28 April to 2 May", "2022-04-28/2022-05-02"), ("Thursday", "2022-05-05")),
    ),
    Case(
        "Two years ago, in early 2020, the line was shut; this summer it opens.",
        (("Two years ago", "2020~"), ("early 2020", "2020"), ("this summer", "2022-22")),
    ),
    Case(
        "Yesterday Ode said the meeting planned for tomorrow would be held on Tuesday.",
        (
            ("Yesterday", "2022-05-05"),
            ("tomorrow", "2022-05-07"),
            ("Tuesday", "2022-05-10"),
        ),
        future=True,
    ),
    Case(
        "The next day, 4,000 people and 24 soldiers marched 3 to 5 miles at 10:30.",
        (("The next day", None),),
    ),
    Case("Under Resolution 2249 the mission of 1,244 troops stays.", ()),
    Case("Ms. May and Mr. March may march with April in Augusta.", ()),
]


@pytest.mark.parametrize("case", CASES, ids=[case.sentence[:30] for case in CASES])
def test_sentences(find: Find, case: Case) -> None:
    found = find(case.sentence, FRIDAY, case.future)
    assert tuple((date.words, date.edtf) for date in found) == case.dates


@pytest.mark.parametrize("case", CASES, ids=[case.sentence[:30] for case in CASES])
def test_the_same_words_are_found_without_a_publication_date(find: Find, case: Case) -> None:
    found = find(case.sentence, None, case.future)
    assert tuple(date.words for date in found) == tuple(words for words, _ in case.dates)
    for date in found:
        stated = any(
            part.isdigit() and len(part) == 4 for part in date.words.replace("-", " ").split()
        )
        assert bool(date.edtf) == stated
