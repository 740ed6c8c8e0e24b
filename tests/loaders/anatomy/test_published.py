"""Publication dates, datelines and bylines."""

from collections.abc import Callable
from typing import Any

import pytest

from loaders.article import Metadata
from loaders.facts import Derivation, Evidence, Span, Stated

Look = Callable[..., Any]

BODY = "The two ministers met in the capital and spoke about the new railway."


@pytest.mark.parametrize(
    ("line", "day", "place"),
    [
        ("September 21st, 2021, New York", "2021-09-21", "New York"),
        ("New York, 21 September 2021", "2021-09-21", "New York"),
        ("Friday, May 3, 2019", "2019-05-03", None),
        ("Published: 2022-05-03 10:15 GMT", "2022-05-03", None),
        ("Published on 03.05.2022 at 10:15", "2022-05-03", None),
        ("Date: 3 May 2022", "2022-05-03", None),
        ("3 May 2022 | 10:15 | Oslo", "2022-05-03", "Oslo"),
        ("OSLO, NORWAY, MAY 3, 2022", "2022-05-03", "Oslo"),
        ("Posted May 3, 2022 · 4 min read", "2022-05-03", None),
        ("(3 May 2022)", "2022-05-03", None),
        ("May 2022", "2022-05", None),
        ("03 May. 2022 -", "2022-05-03", None),
        ("May 3, 2022 10:15 AM GMT+2 Updated 2 hours ago", "2022-05-03", None),
        ("3 May 2022 Rails and Bridges", "2022-05-03", None),
        ("Tuesday 3 May 2022 | News", "2022-05-03", None),
        ("Ann Ode | 03.05.2022 - Update: 04.05.2022", "2022-05-03", None),
        ("Published3 May 2022", "2022-05-03", None),
        ("Oslo, 03/05/2022 - 18:21, UNIQUE ID: 220503_12", None, "Oslo"),
        ("Camp Lower Field, Oslo – 3 May 2022", "2022-05-03", "Oslo"),
        ("Jornal do Norte – Bergen, 3 May 2022", "2022-05-03", "Bergen"),
        ("Rail-Bote, 03.05.2022, 19:12 Uhr", "2022-05-03", None),
        ("Rail-Bote, 03.05.2022, 19:12 Uhr | Translated by the editors", "2022-05-03", None),
        ("Published 3 May 2022 | Ministry of Railways, Norway", "2022-05-03", None),
        ("Ministry of Railways, Norway, 3 May 2022", "2022-05-03", None),
        ("Ministry of Railways, Oslo, 3 May 2022", "2022-05-03", "Oslo"),
    ],
)
def test_a_line_with_a_date_is_the_date(
    look: Look, line: str, day: str | None, place: str | None
) -> None:
    seen = look(f"Ministers agree on railway\n\n{line}\n\n{BODY}\n")
    assert (seen.published, seen.place) == (day, place)
    assert day is None or seen.anatomy.published.derivation is Derivation.DATELINE
    assert seen.skipped == [("headline", "Ministers agree on railway"), ("date", line)]


def test_an_office_beside_the_date_is_the_publisher_with_its_country_but_not_its_city(
    look: Look,
) -> None:
    for line, name in [
        ("Published 3 May 2022 | Ministry of Railways, Norway", "Ministry of Railways, Norway"),
        ("Ministry of Railways, Oslo, 3 May 2022", "Ministry of Railways"),
    ]:
        seen = look(f"Ministers agree on railway\n{line}\n\n{BODY}\n")
        publisher = seen.anatomy.publisher
        assert (publisher.value, seen.words(publisher.evidence.spans[0])) == (name, name)


@pytest.mark.parametrize(
    "line",
    [
        "The ministers agree in Oslo – 3 May 2022",  # a sentence
        "Ann Ode and Bo Ulm in Oslo, May 2, 2022",  # a caption
        "Long Talks Between Many Ministers On The Railway – 3 May 2022",
    ],
)
def test_words_of_a_sentence_before_the_date_make_a_sub_headline(look: Look, line: str) -> None:
    seen = look(f"Ministers agree on railway\n{line}\n\n{BODY}\n")
    assert seen.published is None
    assert seen.skipped[1] == ("sub-headline", line)


def test_names_before_the_date_in_the_very_first_line_are_the_headline(look: Look) -> None:
    seen = look(f"Oslo Railway Agreement – 3 May 2022\n\n{BODY}\n{BODY}\n")
    assert (seen.headline, seen.published) == ("Oslo Railway Agreement – 3 May 2022", None)


@pytest.mark.parametrize(
    ("head", "day", "place", "publisher"),
    [
        ("Oslo - ", None, "Oslo", None),
        ("OSLO - ", None, "Oslo", None),
        ("NEW YORK (Reuters) - ", None, "New York", "Reuters"),
        ("BRUSSELS, Nov. 20, 2023 (AP) — ", "2023-11-20", "Brussels", "AP"),
        ("PORT OF SPAIN, May 3 – ", None, "Port of Spain", None),
        ("Oslo, 3 May 2022 – ", "2022-05-03", "Oslo", None),
        ("SKOPJE, North Macedonia (AP) -- ", None, "Skopje", "AP"),
        ("MOSCOW, May 3. /TASS/. ", None, "Moscow", "TASS"),
        ("BEIJING, May 3 (Xinhua) -- ", None, "Beijing", "Xinhua"),
        ("KABUL, Afghanistan (May 3, 2011) — ", "2011-05-03", "Kabul", None),
    ],
)
def test_a_dateline_before_the_first_paragraph(
    look: Look, head: str, day: str | None, place: str | None, publisher: str | None
) -> None:
    seen = look(f"Ministers agree on railway\n\n{head}{BODY}\n")
    assert (seen.published, seen.place) == (day, place)
    assert seen.skipped[-1][0] == "dateline"
    assert seen.skipped[-1][1].strip() == head.strip()
    found = seen.anatomy.publisher
    assert (found.value if found else None) == publisher


@pytest.mark.parametrize(
    "body",
    [
        "BREAKING - The two ministers agreed on the new railway in Oslo today.",
        "I — and many others — have waited for the new railway for years.",
        "The railway – long awaited – was agreed between the two ministers in Oslo.",
        "Ann Ode - the minister of transport - met the two ambassadors in Oslo.",
        "In 2022 — a hard year — the two ministers met in Oslo again and again.",
        "Oslo and the railway - this was what the ministers spoke about there.",
        "Oslo – Bergen – Voss is the line of which the two ministers spoke again.",
        "Norway – The railway is what both of its ministers spoke about in May.",
        "Oslo – Bergen was the line that both of the ministers spoke about in May.",
        "Oslo – as always – was where the two ministers met about the railway.",
    ],
)
def test_a_dash_alone_makes_no_dateline(look: Look, body: str) -> None:
    seen = look(f"Ministers agree on railway\n\n{body}\n")
    assert (seen.published, seen.place) == (None, None)
    assert seen.skipped == [("headline", "Ministers agree on railway")]


@pytest.mark.parametrize(
    ("line", "author", "place", "day"),
    [
        ("By Ann Ode", "Ann Ode", None, None),
        ("By Ann Ode in Oslo May 3, 2022", "Ann Ode", "Oslo", "2022-05-03"),
        ("BY ANN ODE | MAY 3, 2022", "Ann Ode", None, "2022-05-03"),
        ("By Ann Ode and Bo Ulm", "Ann Ode", None, None),
        ("By Ann van der Ode, Daily Rail", "Ann van der Ode", None, None),
        ("Author: Ann Ode", "Ann Ode", None, None),
        ("Written by Ann Ode on 3 May 2022", "Ann Ode", None, "2022-05-03"),
        ("By Ann Ode, Daily Rail. Oslo, 3 May 2022", "Ann Ode", "Oslo", "2022-05-03"),
        ("By Ann Ode, Daily Rail, 3 May 2022", "Ann Ode", None, "2022-05-03"),
    ],
)
def test_bylines(
    look: Look, line: str, author: str | None, place: str | None, day: str | None
) -> None:
    seen = look(f"Ministers agree on railway\n{line}\n\n{BODY}\n")
    assert (seen.author, seen.place, seen.published) == (author, place, day)
    assert seen.skipped == [("headline", "Ministers agree on railway"), ("byline", line)]


def test_a_sentence_that_begins_with_by_is_no_byline(look: Look) -> None:
    seen = look(f"By Monday the two ministers had agreed on the railway again.\n{BODY}\n")
    assert (seen.author, seen.skipped) == (None, [])


@pytest.mark.parametrize(
    ("body", "day"),
    [
        ("The ministers met today (07 July 2022) and spoke about the railway.", "2022-07-07"),
        ("The ministers met today, 7 July 2022, and spoke about the railway.", "2022-07-07"),
        ("Today, on July 7, 2022, the ministers met about the new railway.", "2022-07-07"),
        ("The ministers met on July 7, 2022 and spoke about it again today.", None),
        ("The ministers met today and will meet again on 9 July 2022.", None),
        ("The ministers met today (7 July) and spoke about the new railway.", None),
    ],
)
def test_a_day_beside_today_dates_the_article(look: Look, body: str, day: str | None) -> None:
    seen = look(f"Ministers agree on railway\n\n{body}\n")
    assert seen.published == day
    assert seen.skipped == [("headline", "Ministers agree on railway")]
    if day:
        assert seen.anatomy.published.derivation is Derivation.STATED


def test_a_date_that_runs_into_the_body(look: Look) -> None:
    seen = look(f"Ministers agree on railway\n\nTuesday, May 3, 2022 {BODY}\n")
    assert seen.published == "2022-05-03"
    assert seen.skipped[-1] == ("dateline", "Tuesday, May 3, 2022")


def test_a_date_in_the_prose_dates_nothing(look: Look) -> None:
    seen = look(f"Ministers agree on railway\n\nOn May 3, 2022 the talks began.\n\n{BODY}\n")
    assert seen.published is None


def test_a_date_at_the_very_end_counts(look: Look) -> None:
    assert look(f"Ministers agree on railway\n\n{BODY}\n\nOslo, 3 May 2022\n").published == (
        "2022-05-03"
    )


def test_publication_goes_before_update(look: Look) -> None:
    text = "Ministers agree on railway\nUpdated 5 May 2022\nPublished 3 May 2022\n" + BODY
    assert look(text).published == "2022-05-03"
    assert look(text.replace("Published 3 May 2022\n", "")).published == "2022-05-05"


def test_what_the_user_knows_goes_before_the_text(look: Look) -> None:
    seen = look(f"Railway agreed\n\n3 May 2022\n\n{BODY}\n", Metadata(published="2022-05-04"))
    published = seen.anatomy.published
    assert (published.edtf, published.derivation) == ("2022-05-04", Derivation.METADATA)
    assert (published.words, published.span) == ("2022-05-04", None)
    assert seen.skipped[-1] == ("date", "3 May 2022")


def test_a_city_with_its_country_on_a_line_is_the_place(look: Look) -> None:
    seen = look(
        f"Remarks on the railway\n\nMay 3, 2022\n\nOslo, Norway\n\n10:15 A.M. CET\n\n{BODY}"
    )
    assert seen.place == "Oslo"
    assert seen.skipped[2:] == [("place", "Oslo, Norway"), ("time", "10:15 A.M. CET")]


def test_a_region_beside_the_date_vouches_for_a_small_town(look: Look) -> None:
    small = "Little Harbour, Delaware"
    assert look(f"Remarks\n\nMay 3, 2022\n\n{small}\n\n{BODY}\n").place == "Little Harbour"
    assert look(f"Remarks\n\nQuay\n\n{small}\n\n9:15 A.M. EST\n\n{BODY}\n").place == (
        "Little Harbour"
    )
    assert look(f"Remarks\n\n{small}\n\n{BODY}\n").place is None
    assert look(f"Remarks\n\nMay 3, 2022\n\nEn Route {small}\n\n{BODY}\n").place is None


def test_the_place_above_the_date_at_the_very_end(look: Look) -> None:
    seen = look(f"Ministers agree on railway\n\n{BODY}\n\nOslo\nMay 3, 2022\n")
    assert (seen.place, seen.published) == ("Oslo", "2022-05-03")
    assert look(f"Ministers agree on railway\n\n{BODY}\n\nOslo\n").place is None


@pytest.mark.parametrize(
    ("credit", "author"),
    [
        ("(Reporting by Ann Ode; editing by Bo Ulm)", "Ann Ode"),
        ("Reporting and writing by Ann Ode in Oslo", "Ann Ode"),
        ("(Editing by Bo Ulm)", None),
        ("(Additional reporting by Ann Ode in Bergen)", None),
        ("(Reporting by the desk)", None),
    ],
)
def test_the_credit_at_the_end_names_the_author(
    look: Look, credit: str, author: str | None
) -> None:
    seen = look(f"Ministers agree on railway\n\n{BODY}\n\n{credit}\n")
    assert seen.author == author
    assert seen.skipped[-1] == ("source", credit)
    assert look(f"Ministers agree\nBy Bo Ulm\n\n{BODY}\n\n{credit}\n").author == "Bo Ulm"


def test_the_place_has_its_words_as_evidence(look: Look) -> None:
    seen = look(f"Railway agreed\n\nOSLO - {BODY}\n")
    evidence = Evidence((Span(16, 20),), "anatomy.dateline")
    assert seen.anatomy.dateline_place == Stated("Oslo", evidence)


def test_a_date_at_the_end_of_a_line_of_words_is_a_caption(look: Look) -> None:
    seen = look(
        f"Ministers agree on railway\n\nAnn Ode and Bo Ulm in Oslo, May 2, 2022\n\n{BODY}\n"
    )
    assert seen.published is None
    assert seen.skipped[1] == ("sub-headline", "Ann Ode and Bo Ulm in Oslo, May 2, 2022")


def test_a_month_before_words_belongs_to_the_headline(look: Look) -> None:
    seen = look(f"May 2022 Railway Figures\n\n{BODY}\n")
    assert (seen.headline, seen.published) == ("May 2022 Railway Figures", None)


def test_a_date_before_a_colon_belongs_to_the_headline(look: Look) -> None:
    seen = look(f"May 3, 2022: Ministers agree on railway\n\n{BODY}\n")
    assert (seen.headline, seen.published) == ("May 3, 2022: Ministers agree on railway", None)


def test_a_reporter_beside_the_date_needs_no_by(look: Look) -> None:
    seen = look(f"Railway agreed\nAnn Ode in Oslo\nTue 3 May 2022 10.15 BST\n\n{BODY}\n")
    assert (seen.author, seen.place, seen.published) == ("Ann Ode", "Oslo", "2022-05-03")
    assert look(f"Railway agreed\nAnn Ode in Oslo\n\n{BODY}\n").author is None


def test_a_place_beside_the_date_or_in_capitals(look: Look) -> None:
    assert look(f"Railway agreed\n3 May 2022\nOslo\n\n{BODY}\n").place == "Oslo"
    assert look(f"Railway agreed\n\nISTANBUL\n\n{BODY}\n").place == "Istanbul"
    assert look(f"Railway agreed\nOslo\n\n{BODY}\n").place is None
