"""Meetings and statements over time, positions, the network, contradictions: what they show."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings
from service.store.directory import StoreDirectory
from tests.service.http.conftest import HTML
from tests.service.http.story import BASE
from tests.service.http.test_pages import text

Page = Callable[..., str]
PAGES = ("/meetings", "/statements", "/positions?topic=x", "/network", "/contradictions")
DORN, RASKE = f"{BASE}actor/mila-dorn", f"{BASE}actor/otto-raske"


def links(html: str) -> dict[str, str]:
    """Where the drawings lead, by what they are called to those who can't see them."""
    found = re.findall(r'<a href="([^"]*)"[^>]*><title>([^<]*)</title>', html)
    return {unescape(label): unescape(href) for href, label in found}


@pytest.mark.parametrize("address", PAGES)
def test_each_page_gives_the_same_as_data(client: FlaskClient, address: str) -> None:
    html = client.get(address, headers=HTML).text
    for form, media in (("ttl", "text/turtle"), ("jsonld", "application/ld+json")):
        assert f"format={form}" in html
        answer = client.get(f"{address}{'&' if '?' in address else '?'}format={form}")
        assert answer.status_code == 200
        assert answer.mimetype == media
    assert client.get(address, headers={"Accept": "text/turtle"}).mimetype == "text/turtle"
    assert client.get("/network?format=pdf").status_code == 400


def test_the_data_of_a_list_are_the_things_that_it_shows(client: FlaskClient) -> None:
    turtle = client.get("/meetings?format=ttl").text
    assert "cmq:Meeting" in turtle
    assert "Port Ellin" in turtle
    assert "cmq:Statement" not in turtle


@pytest.mark.parametrize("address", PAGES)
def test_pages_of_an_empty_store_say_so_kindly(tmp_path: Path, address: str) -> None:
    StoreDirectory.create(tmp_path / "new")
    app = create_app(Settings(store=str(tmp_path / "new")))
    response = app.test_client().get(address, headers=HTML)
    assert response.status_code == 200
    assert 'class="empty"' in response.text


def test_a_column_tells_what_it_counts_and_leads_to_it(page: Page) -> None:
    drawn = links(page("/meetings"))
    assert drawn["1 May 2031: 1 held"] == "/meetings?since=2031-05-01&until=2031-05-01"
    assert "Mila Dorn, Otto Raske" in text(page(drawn["1 May 2031: 1 held"]))


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ("actor=Mila+Dorn", True),
        ("actor=mila+dorn&with=Otto+Raske&status=held", True),
        (f"actor={DORN}", True),
        ("place=Port+Ellin&since=2031-05", True),
        ("actor=Nobody", False),
        ("since=2031-05-02", False),
        ("status=planned", False),
        ("topic=fishing", False),
    ],
)
def test_meetings_are_narrowed_as_the_question_narrows_them(
    page: Page, asked: str, found: bool
) -> None:
    assert ("Mila Dorn, Otto Raske" in text(page(f"/meetings?{asked}"))) is found


def test_what_a_list_is_narrowed_to_can_be_taken_away(page: Page) -> None:
    html = page("/meetings?actor=Mila+Dorn&since=2031-05-01")
    assert 'href="/meetings?since=2031-05-01"' in html
    assert 'href="/meetings?actor=Mila+Dorn"' in html


def test_bad_narrowing_is_refused_with_what_to_give(page: Page) -> None:
    assert "give a day, a month or a year" in text(page("/meetings?since=soon", 400))
    assert "one of" in text(page("/meetings?status=lost", 400))
    page("/meetings?page=7", 404)
    page("/statements?form=sung", 400)


def test_statements_narrowed_by_speaker_and_form(page: Page) -> None:
    assert "Nobody may close the river" in text(page("/statements?speaker=Mila+Dorn&form=direct"))
    assert "No article quotes anyone like that." in text(page("/statements?speaker=Otto+Raske"))
    drawn = links(page("/statements"))
    assert drawn["2 May 2031: 1 said"] == "/statements?since=2031-05-02&until=2031-05-02"


def test_the_network_draws_each_pair_with_its_meetings_behind_it(page: Page) -> None:
    html = page("/network")
    drawn = links(html)
    met = drawn["Mila Dorn and Otto Raske: 1 meeting"]
    assert "Mila Dorn, Otto Raske" in text(page(met))
    assert '<a href="/page/actor/mila-dorn"><title>Mila Dorn, person</title>' in html
    assert "Jana Pell" not in text(html)  # the meeting was denied
    assert "1 pair, all of them" in text(html)
    assert "No article tells of a meeting" in text(page("/network?since=2031-05-02"))


def test_the_network_is_the_one_of_the_question(client: FlaskClient) -> None:
    rows = client.get("/queries/who-met-whom").get_json()["results"]["bindings"]
    asked = {(r["actor_a"]["value"], r["actor_b"]["value"], r["meetings"]["value"]) for r in rows}
    assert asked == {(DORN, RASKE, "1")}


def test_contradictions_show_both_sides_with_their_words(page: Page) -> None:
    shown = text(page("/contradictions"))
    assert "SENTINEL : two numbers for one day" in shown.replace("SENTINEL:", "SENTINEL :")
    assert "had 1,200 soldiers on 2 May" in shown
    assert "had more than 1,500 soldiers on 2 May" in shown


def test_what_several_articles_tell_names_who_tells_it_alone(page: Page) -> None:
    shown = text(page("/contradictions"))
    assert "Meetings that several articles tell of" in shown
    assert "Port Ellin told only by Harbor Wire" in shown
    assert "held told by Harbor Wire 2 May 2031, courier.txt" in shown


def test_a_meetings_page_seats_everybody_once_with_their_offices(page: Page) -> None:
    html = page(links(page("/network"))["Mila Dorn and Otto Raske: 1 meeting"])
    address = re.search(r'entry-title"><a href="(/page/meeting/[^"]*)"', html)
    assert address is not None
    shown = text(page(address[1]))
    who = shown[shown.index("Who Side") : shown.index("2 articles compared")]
    assert who.count("Mila Dorn") == 1
    assert "Mila Dorn President of Veldania" in who
    assert "Side B Otto Raske" in who


def test_an_actor_is_named_met_and_heard_with_numbers_that_lead_on(page: Page) -> None:
    html = page("/page/actor/mila-dorn")
    shown = text(html)
    assert "Otto Raske 1 meeting" in shown
    assert "How articles name it" in shown
    assert re.search(r'href="/page/article/[^"]*#c=\d+-\d+">in its article', html)
    assert "2 May 2031: told by wire/harbor.txt" in links(html)
    assert "Only denied or thought of" in shown


def test_the_overview_tells_what_was_not_read_and_in_which_articles(page: Page) -> None:
    html = page("/")
    assert "a date was not read 1 in 1 article" in text(html)
    warned = re.search(r'href="(/articles\?warning=[^"]*)"', html)
    assert warned is not None
    assert "wire/harbor.txt" in text(page(warned[1]))
    assert "courier.txt" not in text(page(warned[1]))
    page("/articles?warning=<b>", 400)


def test_positions_of_a_topic_that_nobody_speaks_on(page: Page) -> None:
    html = page("/positions?topic=<script>alert(1)</script>")
    assert "<script>alert(1)" not in html
    assert "Nobody is quoted on this." in text(html)
    page("/positions?topic=x&speaker=no+iri")
