"""Lanes of time: where dots and bars stand."""

from service.http.links import Link
from service.http.pages.tracks import Given, Point, tracks


def point(date: str) -> Point:
    return Point(date, f"#{date}", "words")


def test_dots_stand_in_proportion_to_time() -> None:
    lane = Given(Link("Minister"), (point("2031-01-01"), point("2031-01-11"), point("2031-01-06")))
    made = tracks([lane])
    assert made is not None
    assert [(dot.x, dot.label) for dot in made.lanes[0].dots] == [
        (2.0, "1 January 2031: words"),
        (50.0, "6 January 2031: words"),
        (98.0, "11 January 2031: words"),
    ]
    assert (made.first, made.last) == ("1 January 2031", "11 January 2031")


def test_a_single_day_stands_in_the_middle_and_none_draws_nothing() -> None:
    made = tracks([Given(Link("Minister"), (point("2031-05"), point("")))])
    assert made is not None
    assert [dot.x for dot in made.lanes[0].dots] == [50.0]
    assert tracks([Given(Link("Minister"), (point(""),))]) is None
    assert tracks([]) is None


def test_a_bar_where_beginning_or_end_is_told() -> None:
    told = Given(Link("Minister"), (point("2031-01-01"),), "2031-01-06", "2031-01-11")
    open_ = Given(Link("Envoy"), (), "2031-01-06")
    made = tracks([told, open_])
    assert made is not None
    first, second = (lane.bar for lane in made.lanes)
    assert first is not None
    assert second is not None
    assert (first.x, first.width) == (50.0, 48.0)
    assert first.label == "from 6 January 2031 to 11 January 2031"
    assert (second.x, second.width) == (50.0, 50.0)
    assert second.label == "from 6 January 2031 to ?"
