"""A mission's figures as dots: where each stands and what it says."""

from dataclasses import replace

from service.http.excerpts import Excerpt
from service.http.links import Link
from service.http.pages.figures import Figure
from service.http.pages.levels import HEIGHT, plots
from service.http.tellings import Article, Quote, Telling

ARTICLE = Article("urn:a", "a.txt", "Harbor talks", "2031-05-20", "Harbor Wire", "/page/article/a")
QUOTE = Quote("/page/article/a#c=1-5", Excerpt(1, 5, "", "1,200", ""), 1, 5)
TOLD = Telling(
    Link("claim"), "c", "urn:f", ARTICLE, (), (QUOTE,), "asserted", True, "0.9", "rule", None, ()
)


def figure(value: str, as_of: str = "2031-05-02", **more: object) -> Figure:
    own = Figure("urn:f" + value, "troops", "level", "exactly", value, "", as_of, (), (), (TOLD,))
    return replace(own, **more)  # type: ignore[arg-type]


def test_the_greatest_stands_highest_and_the_latest_last() -> None:
    [plot] = plots([figure("1,500", "2031-05-12"), figure("750", "2031-05-02")])
    early, late = plot.dots
    assert (plot.top, plot.first, plot.last) == ("1,500", "2 May 2031", "12 May 2031")
    assert early.x < late.x
    assert round(early.y - late.y, 1) == HEIGHT / 2
    assert (early.name, late.name) == ("750", "1,500")
    assert late.anchor == "end"  # its words stand to the left, inside the drawing


def test_a_dot_leads_to_its_sentence_and_says_all() -> None:
    [plot] = plots([figure("1,200", bound="more than", said_by=(Link("Otto Raske"),))])
    [dot] = plot.dots
    assert dot.href == QUOTE.href
    assert dot.label == "more than 1,200 troops, level, on 2 May 2031, by Otto Raske"
    assert dot.told
    assert plot.last == ""


def test_a_figure_without_a_day_stands_at_the_day_of_the_report_and_says_so() -> None:
    [plot] = plots([figure("1,200", "")])
    [dot] = plot.dots
    assert not dot.told
    assert dot.label == "1,200 troops, level, reported 20 May 2031, by Harbor talks"


def test_what_has_no_day_at_all_or_no_one_number_is_counted_and_not_drawn() -> None:
    undated = replace(TOLD, article=replace(ARTICLE, published=""))
    [plot] = plots(
        [figure("5"), figure("6", "", tellings=(undated,)), figure("7; 8"), figure("9", "..")]
    )
    assert [dot.name for dot in plot.dots] == ["5"]
    assert plot.undrawn == 3
    assert plots([figure("6", "", tellings=(undated,))]) == []


def test_measures_are_drawn_apart_and_differing_numbers_marked() -> None:
    found = plots([figure("5", measure="wounded"), figure("6", differs=True)])
    assert [plot.measure for plot in found] == ["troops", "wounded"]
    assert [dot.differs for plot in found for dot in plot.dots] == [True, False]


def test_a_day_that_the_calendar_has_not_is_no_day() -> None:
    undated = replace(TOLD, article=replace(ARTICLE, published="2031-02-30"))
    assert plots([figure("5", "", tellings=(undated,))]) == []
