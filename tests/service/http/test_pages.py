"""What the pages show, and that nothing of an article's markup gets through."""

import re
from collections.abc import Callable
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings
from service.store.directory import StoreDirectory
from tests.service.http.conftest import HTML, Making
from tests.service.http.story import BASE, HARBOR, HOSTILE

Page = Callable[..., str]
LISTS = ("/actors", "/meetings", "/statements", "/missions", "/articles")
CHOICES = 3  # made at once: all there are of more are the same ones in other company


def text(html: str) -> str:
    """A page as a reader sees it: no tags, single spaces."""
    html = re.sub(r"</?(?:d[dlt]|div|h\d|li|p|t[dhr]|section|title|nav)\b[^>]*>", " ", html)
    return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())


def find(client: FlaskClient, address: str, words: str) -> str:
    """Where a link with these words leads."""
    html = client.get(address, headers=HTML).text
    for href, label in re.findall(r'<a [^>]*?href="([^"]*)"[^>]*>(.*?)</a>', html, re.DOTALL):
        if words in text(label):
            return unescape(href)
    raise AssertionError(f"{address} has no link {words!r}")


def test_the_overview_counts_and_leads_on(page: Page) -> None:
    html = page("/")
    shown = text(html)
    for words in (
        "3 articles",
        "3 people",
        "1 state or territory",
        "2 statements",
        "1 mission",
    ):
        assert words in shown
    assert '<a href="/actors?type=Person"><strong>3</strong> people</a>' in html
    assert "SENTINEL 1,200 soldiers" in shown
    assert "2 May 2031" in shown
    assert "SENTINEL more than 1,500 soldiers / 1,200 soldiers" in shown


@pytest.mark.parametrize("address", ["/", *LISTS, "/queries", "/sparql", "/ns"])
def test_each_page_has_one_heading_a_title_and_a_language(page: Page, address: str) -> None:
    html = page(address)
    assert len(re.findall(r"<h1\b", html)) == 1
    assert re.search(r"<title>[^<]{3,} · Communiqué</title>", html)
    assert '<html lang="en">' in html
    assert "style=" not in html
    assert "<script>" not in html


@pytest.mark.parametrize("address", ["/", *LISTS])
def test_an_empty_store_says_so_kindly(tmp_path: Path, address: str) -> None:
    StoreDirectory.create(tmp_path / "new")
    app = create_app(Settings(store=str(tmp_path / "new")))
    response = app.test_client().get(address, headers=HTML)
    assert response.status_code == 200
    assert 'class="empty"' in response.text


def test_an_actor_with_names_offices_meetings_and_statements(page: Page) -> None:
    shown = text(page("/page/actor/mila-dorn"))
    assert "person Mila Dorn" in shown
    assert "“Dorn”" in shown or "Dorn" in shown
    assert "President of Veldania as told on 2 May 2031" in shown
    assert "Nobody may close the river," in shown
    assert "Mila Dorn, Otto Raske" in shown


def test_a_state_shows_who_was_seen_in_its_offices(page: Page) -> None:
    assert "Mila Dorn, President of Veldania" in text(page("/page/actor/veldania"))


def test_a_meeting_by_sides_with_each_articles_words(page: Page, client: FlaskClient) -> None:
    shown = text(page(find(client, "/meetings", "Mila Dorn, Otto Raske")))
    assert "Status held" in shown
    assert "1 May 2031 from “on 1 May”, stated" in shown
    assert "Place Port Ellin" in shown
    assert "Side A Mila Dorn" in shown
    assert "Side B Otto Raske" in shown
    assert "Harbor Wire, 2 May 2031" in shown
    assert "Dorn and Raske met on 1 May." in shown


def test_a_denied_meeting_is_only_a_claim(page: Page, client: FlaskClient) -> None:
    assert "Pell" not in text(page("/meetings"))
    shown = text(page("/page/meeting/courier.txt/m-denied"))
    assert "it is only denied" in shown
    assert "not taken as a fact" in shown
    assert "Jana Pell" in shown


def test_a_missions_figures_side_by_side_where_they_differ(page: Page) -> None:
    html = page("/page/mission/sentinel")
    shown = text(html)
    assert "Led by Lakes Union" in shown
    assert "1,200 soldiers" in shown
    assert "more than 1,500 soldiers" in shown
    assert html.count('class="differs"') == 2
    assert "level 2 May 2031 Otto Raske" in shown
    assert "attributed by Otto Raske" in shown


def test_an_article_with_its_facts_marked_in_place(page: Page, client: FlaskClient) -> None:
    html = page(find(client, "/articles", "wire/harbor.txt"))
    whole = re.search(r'<div class="text"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert whole is not None
    assert unescape(re.sub(r"<[^>]*>", "", whole.group(1))) == HARBOR
    start = HARBOR.index("Nobody")
    assert f'id="c={start}-{start + 27}"' in html
    assert "not read: teaser" in html
    assert "a date was not read" in text(html)


def test_every_mark_leads_to_a_fact_and_every_quote_to_a_mark(client: FlaskClient) -> None:
    for words in ("wire/harbor.txt", "courier.txt", "hostile.txt"):
        html = client.get(find(client, "/articles", words), headers=HTML).text
        ids = re.findall(r'\bid="([^"]*)"', html)
        assert len(ids) == len(set(ids))
        for target in re.findall(r'href="#([^"]*)"', html):
            assert unescape(target) in ids


def test_every_link_of_every_page_answers(client: FlaskClient) -> None:
    seen, waiting = set(), ["/"]
    while waiting:
        address = waiting.pop()
        response = client.get(address, headers=HTML)
        response.close()
        assert response.status_code == 200, address
        if response.mimetype != "text/html":
            continue
        assert "<img src=x" not in response.text, address
        found = {unescape(a) for a in re.findall(r'(?:href|src)="(/[^"#]*)', response.text)}
        found = {a for a in found if a.count("=") <= CHOICES}
        waiting += sorted(found - seen)
        seen |= found
    assert len(seen) > 1500


def test_hostile_articles_stay_text(page: Page, client: FlaskClient) -> None:
    html = page(find(client, "/articles", "hostile.txt"))
    whole = re.search(r'<div class="text"[^>]*>(.*?)</div>', html, re.DOTALL)
    assert whole is not None
    assert unescape(re.sub(r"<[^>]*>", "", whole.group(1))) == HOSTILE
    for bad in ("<script>alert", "<b>no</b>", "<i>Odd", "<img"):
        assert bad not in html


@pytest.mark.parametrize(
    ("setting", "text_shown", "quote_shown"),
    [("full", True, True), ("quotes", False, True), ("none", False, False)],
)
def test_as_much_text_as_the_settings_allow(
    make: Making, setting: str, text_shown: bool, quote_shown: bool
) -> None:
    client = make(publish_text=setting).test_client()
    address = find(client, "/articles", "wire/harbor.txt")
    html = client.get(address, headers=HTML).text
    assert ("Read also: ten boats" in text(html)) is text_shown
    assert ("Nobody may close the river" in text(html)) is quote_shown
    for path in ("/page/mission/sentinel", "/page/actor/mila-dorn", "/statements"):
        shown = text(client.get(path, headers=HTML).text)
        assert ("1,200 soldiers on 2 May" in shown or "Nobody may close" in shown) is quote_shown
    data = address.replace("/page/", "/data/") + ".nt"
    assert ("Read also" in client.get(data).text) is text_shown
    statement = find(client, "/statements", "statement").replace("/page/", "/data/") + ".nt"
    words = client.get(statement).text
    assert ("river" in words or "stanbul" in words) is quote_shown
    start = HARBOR.index("Nobody")
    assert (f'id="c={start}-{start + 27}"') in html


@pytest.mark.parametrize(
    ("host", "whole"), [("127.0.0.1", True), ("::1", True), ("localhost", True), ("0.0.0.0", False)]
)
def test_whole_texts_are_shown_on_loopback_only(make: Making, host: str, whole: bool) -> None:
    client = make(host=host).test_client()
    html = client.get(find(client, "/articles", "wire/harbor.txt"), headers=HTML).text
    assert ("Read also: ten boats" in text(html)) is whole


def test_lists_filter_and_refuse_what_there_isnt(page: Page) -> None:
    people = text(page("/actors?type=Person"))
    assert "Mila Dorn" in people
    assert "Veldania" not in people
    assert "No article tells of a planned meeting." in text(page("/meetings?status=planned"))
    assert "give one of" in text(page("/actors?type=Ship", 400))
    for number in ("0", "2", "-1", "x", "1e3", "9" * 30):
        assert "there is no page" in text(page(f"/actors?page={number}", 404))


def test_a_missing_page_helps_to_find_it(page: Page) -> None:
    html = page("/page/actor/nobody", 404)
    assert f"{BASE}actor/nobody" in text(html)
    assert 'action="/queries/actors"' in html
    page("/nowhere", 404)
