"""What search engines read in a page: valid JSON, true, and never markup."""

import json
import re
from collections.abc import Callable
from typing import Any

import pytest
from flask.testing import FlaskClient

from loaders.naming import token
from tests.service.http.conftest import HTML, Making
from tests.service.http.story import BASE

Page = Callable[..., str]
BLOCK = re.compile(r'<script type="application/ld\+json">(.*?)</script>', re.DOTALL)


def block(html: str) -> dict[str, Any]:
    [found] = BLOCK.findall(html)
    made: dict[str, Any] = json.loads(found)
    return made


def meeting(client: FlaskClient) -> str:
    found = client.get("/queries/meetings?status=held").get_json()["results"]["bindings"]
    return str(found[0]["meeting"]["value"]).removeprefix(BASE)


def test_a_person(page: Page) -> None:
    found = block(page("/page/actor/mila-dorn"))
    assert (found["@context"], found["@type"]) == ("https://schema.org", "Person")
    assert (found["@id"], found["name"]) == (f"{BASE}actor/mila-dorn", "Mila Dorn")
    assert found["url"] == "http://localhost/page/actor/mila-dorn"
    assert "Dorn" in found["alternateName"]
    assert "jobTitle" not in found


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("actor/lakes-union", "Organization"),
        ("mission/sentinel", "Organization"),
        ("actor/veldania", "Place"),
        ("article/courier.txt", "NewsArticle"),
        ("place/port-ellin", "Place"),
    ],
)
def test_other_kinds(page: Page, name: str, kind: str) -> None:
    assert block(page(f"/page/{name}"))["@type"] == kind


def test_a_meeting_is_an_event(page: Page, client: FlaskClient) -> None:
    found = block(page(f"/page/{meeting(client)}"))
    assert (found["@type"], found["startDate"]) == ("Event", "2031-05-01")
    assert found["eventStatus"] == "https://schema.org/EventScheduled"
    assert {one["name"] for one in found["attendee"]} == {"Mila Dorn", "Otto Raske"}
    assert {one["@type"] for one in found["attendee"]} == {"Person"}
    assert found["location"][0]["name"] == "Port Ellin"
    assert {one["@type"] for one in found["subjectOf"]} == {"NewsArticle"}


def test_what_is_denied_or_has_no_word_there_is_not_told(page: Page) -> None:
    for name in ("meeting/courier.txt/m-denied", "claim/courier.txt/meeting-m-denied"):
        assert BLOCK.findall(page(f"/page/{name}")) == []


def test_a_statement_is_a_quotation_whose_words_are_kept_back_where_they_must(
    make: Making, client: FlaskClient
) -> None:
    rows = client.get("/queries/statements?speaker=Mila%20Dorn").get_json()["results"]["bindings"]
    address = "/page/" + str(rows[0]["statement"]["value"]).removeprefix(BASE)
    found = block(client.get(address, headers=HTML).text)
    assert found["@type"] == "Quotation"
    assert found["text"] == "Nobody may close the river,"
    assert found["creator"][0]["name"] == "Mila Dorn"
    hidden = block(make(publish_text="none").test_client().get(address, headers=HTML).text)
    assert "text" not in hidden


def test_an_article(page: Page) -> None:
    found = block(page(f"/page/article/{token('wire/harbor.txt')}"))
    assert found["datePublished"] == "2031-05-02"
    assert found["publisher"] == {"@type": "Organization", "name": "Harbor Wire"}
    assert "nif" not in json.dumps(found)


def test_hostile_names_stay_text(page: Page, client: FlaskClient) -> None:
    rows = client.get("/queries/actors?text=img").get_json()["results"]["bindings"]
    name = str(rows[0]["actor"]["value"]).removeprefix(BASE)
    html = page(f"/page/{name}")
    assert block(html)["name"] == "<img src=x onerror=alert(1)>"
    assert "<img" not in html
    article = page("/page/article/hostile.txt")
    assert block(article)["publisher"]["name"] == "<i>Odd</i>"
    assert "<i>" not in article


def test_the_head_leads_to_data_and_the_thing(page: Page, client: FlaskClient) -> None:
    html = page("/page/actor/mila-dorn?from=elsewhere")
    assert '<link rel="canonical" href="/page/actor/mila-dorn">' in html
    assert f'<link rel="cite-as" href="{BASE}actor/mila-dorn">' in html
    found = re.findall(r'<link rel="alternate" type="([^"]+)" href="([^"]+)">', html)
    assert len(found) == 6
    for media, href in found:
        assert client.get(href).mimetype == media
    assert 'rel="cite-as"' not in page("/actors")
