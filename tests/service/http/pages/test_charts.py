"""Columns over time: which periods, how high, what isn't drawn."""

import pyoxigraph as ox

from service.http.pages.charts import HEIGHT, Chart, chart
from service.http.pages.chronicle import Day


def day(date: str, status: str = "held", count: int = 1) -> Day:
    return Day(date, status, count, ox.Literal(date))


def drawn(*days: Day, by_status: bool = True) -> Chart:
    return chart(days, lambda span: f"?{span.since}..{span.until}", by_status=by_status)


def test_months_with_gaps_each_leading_to_its_days() -> None:
    made = drawn(day("2031-05-02", count=3), day("2031-05-20", "planned"), day("2031-07"))
    assert [(c.name, c.words, c.href) for c in made.columns] == [
        ("May 2031", "3 held, 1 planned", "?2031-05-01..2031-05-31"),
        ("June 2031", "", ""),
        ("July 2031", "1 held", "?2031-07-01..2031-07-31"),
    ]
    assert made.most == 4
    assert made.series == ("held", "planned")


def test_parts_stand_on_each_other_and_the_highest_column_fills_the_height() -> None:
    made = drawn(day("2031-05-02", count=3), day("2031-05-20", "planned"), day("2031-06", "denied"))
    may, june = made.columns
    assert [(p.series, p.y, p.height) for p in may.parts] == [
        ("held", HEIGHT * 0.25, HEIGHT * 0.75),
        ("planned", 0.0, HEIGHT * 0.25),
    ]
    assert [(p.series, p.height) for p in june.parts] == [("other", HEIGHT * 0.25)]
    assert june.x == may.x + may.width


def test_one_month_is_drawn_by_days_and_many_months_by_years() -> None:
    days = drawn(day("2031-05-02"), day("2031-05-04"), day("2031-05"))
    assert [c.since for c in days.columns] == ["2031-05-02", "2031-05-03", "2031-05-04"]
    assert days.inexact == 1
    years = drawn(day("2031-05-02"), day("2040"))
    assert [c.since for c in years.columns][::9] == ["2031", "2040"]
    assert years.inexact == 0


def test_what_has_no_month_isnt_drawn_among_months() -> None:
    made = drawn(day("2031-05-02"), day("2031-06-02"), day("2031", count=5))
    assert [c.total for c in made.columns] == [1, 1]
    assert made.inexact == 5


def test_only_the_last_sixty_years_are_drawn() -> None:
    made = drawn(day("1850", count=2), day("2031"))
    assert len(made.columns) == 60
    assert made.columns[0].since == "1972"
    assert made.before == 2


def test_nothing_dated_draws_nothing() -> None:
    assert drawn().columns == ()
    assert drawn(day("some day")).columns == ()


def test_what_has_no_status_is_one_series() -> None:
    assert drawn(day("2031-05-02", ""), by_status=False).series == ("said",)
