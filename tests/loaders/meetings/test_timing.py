"""When a meeting takes place: the day of its own clause."""

from collections.abc import Callable

import pytest

from loaders.facts import Derivation, Meeting

Told = Callable[..., list[str]]
Find = Callable[..., tuple[Meeting, ...]]
WHO = {"Ada Lund": "ada", "Lund": "ada", "Boris Kern": "boris", "Carla Voss": "carla"}


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("Ada Lund met today with Boris Kern.", "2024-05-14"),
        ("Ada Lund met with Boris Kern yesterday.", "2024-05-13"),
        ("Ada Lund met with Boris Kern on Friday.", "2024-05-10"),
        ("On May 2, Ada Lund met with Boris Kern.", "2024-05-02"),
        ("Ada Lund met May 2 with Boris Kern.", "2024-05-02"),
        ("The talks between Ada Lund and Boris Kern in late April failed.", "2024-04"),
        ("Papers leaked the May 2 call between Ada Lund and Boris Kern.", "2024-05-02"),
        ("Ada Lund flew to Oslo on May 2.", "2024-05-02"),
        ("Ada Lund held talks with Boris Kern on Monday.", "2024-05-13"),
        ("Ada Lund will meet Boris Kern on June 3.", "2024-06-03"),
    ],
)
def test_the_day_of_the_clause(find: Find, text: str, day: str) -> None:
    date = find(text, WHO)[0].date
    assert date is not None
    assert date.edtf == day


@pytest.mark.parametrize(
    "text",
    [
        "Carla Voss said Tuesday that Ada Lund met Boris Kern.",
        "Ada Lund met with Boris Kern, Carla Voss said on Monday.",
        "Ada Lund met with Boris Kern to discuss the May 2 attack.",
        "Ada Lund met with Boris Kern.",
    ],
)
def test_the_day_of_another_verb_is_not_the_meetings(find: Find, text: str) -> None:
    assert find(text, WHO)[0].date is None


def test_without_a_date_of_the_article_a_day_is_an_offset(find: Find) -> None:
    date = find("Ada Lund will meet Boris Kern tomorrow.", WHO, published=None)[0].date
    assert date is not None
    assert (date.edtf, date.offset) == (None, "P1D")


def test_later_in_the_day_is_the_day_told_before(find: Find) -> None:
    text = "Ada Lund met Boris Kern on May 2. Later in the day, Lund visited Oslo."
    second = find(text, WHO)[1].date
    assert second is not None
    assert (second.edtf, second.derivation) == ("2024-05-02", Derivation.INFERRED)


def test_talks_on_a_trip_share_its_day_and_place(find: Find) -> None:
    text = "Ada Lund travelled to Oslo on May 2. Lund met with Boris Kern."
    trip, talks = find(text, WHO)
    assert talks.part_of == trip.id
    assert talks.place is not None
    assert talks.place.value == "Oslo"
    assert talks.date is not None
    assert (talks.date.edtf, talks.date.derivation) == ("2024-05-02", Derivation.INFERRED)


def test_talks_with_a_day_of_their_own_are_not_of_the_trip(find: Find) -> None:
    text = "Ada Lund travelled to Oslo on May 2. Lund met with Boris Kern on April 3."
    talks = find(text, WHO)[1]
    assert talks.part_of is None
    assert talks.date is not None
    assert talks.date.edtf == "2024-04-03"


def test_a_journey_gives_its_stops_their_days(told: Told) -> None:
    text = "Ada Lund will visit Oslo and Helsinki during a trip on June 3-4."
    assert told(text, WHO) == [
        "planned visit: ada on 2024-06-03/2024-06-04 in Oslo",
        "planned visit: ada on 2024-06-03/2024-06-04 in Helsinki",
    ]


def test_where_the_traveller_spoke_dates_the_visit(told: Told) -> None:
    text = "Ada Lund said on May 2 in Oslo that prices fell. Lund arrived in Oslo from Helsinki."
    assert told(text, WHO) == ["held visit: ada on 2024-05-02 in Oslo"]


def test_somebody_elses_words_date_nothing(told: Told) -> None:
    text = "Carla Voss said on May 2 in Oslo that prices fell. Ada Lund arrived in Oslo."
    assert told(text, WHO) == ["held visit: ada in Oslo"]


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("Ada Lund met with Boris Kern in Geneva.", "Geneva"),
        ("In Geneva, Ada Lund met with Boris Kern.", "Geneva"),
        ("Ada Lund met with Boris Kern in Geneva, Switzerland.", "Geneva"),
        (
            "Ada Lund met with Boris Kern at NATO Headquarters in Brussels.",
            "NATO Headquarters, Brussels",
        ),
        ("Ada Lund met with Boris Kern on the margins of the summit in Geneva.", "Geneva"),
        ("Talks will be held between Ada Lund and Boris Kern in Geneva.", "Geneva"),
        ("Prices rose in Geneva, where Ada Lund met with Boris Kern.", "Geneva"),
    ],
)
def test_where(find: Find, text: str, place: str) -> None:
    found = find(text, WHO)[0].place
    assert found is not None
    assert found.value == place


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund met with Boris Kern to discuss the war in Chad.",
        "Ada Lund held talks with Boris Kern on the situation in Chad.",
        "Ada Lund met with Boris Kern, Carla Voss said in Geneva.",
    ],
)
def test_the_place_of_a_topic_is_not_the_meetings(find: Find, text: str) -> None:
    assert find(text, WHO)[0].place is None


def test_a_release_of_the_day_gives_the_town_of_its_dateline(find: Find) -> None:
    place = find("Ada Lund met today with Boris Kern.", WHO, dateline="New York")[0].place
    assert place is not None
    assert (place.value, place.evidence.rule) == ("New York", "meeting.place.dateline")


@pytest.mark.parametrize(
    "text",
    [
        "Ada Lund spoke today with Boris Kern.",
        "Ada Lund met on May 2 with Boris Kern.",
    ],
)
def test_a_call_or_another_day_has_no_place_by_the_dateline(find: Find, text: str) -> None:
    assert find(text, WHO, dateline="New York")[0].place is None
