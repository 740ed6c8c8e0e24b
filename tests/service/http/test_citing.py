"""How a page is cited, and what link previews read of it."""

import json
import re
from collections.abc import Callable
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from tests.service.http.conftest import HTML
from tests.service.http.story import BASE

Page = Callable[..., str]
MILA = "/page/actor/mila-dorn"


def cited(html: str, name: str) -> str:
    found = re.search(rf'data-copy="{name}">(?:<code>)?(.*?)<', html, re.DOTALL)
    assert found is not None
    return unescape(found[1])


def metas(html: str) -> dict[str, str]:
    found = re.findall(r'<meta (?:name|property)="([^"]+)" content="([^"]*)">', html)
    return {name: unescape(content) for name, content in found}


def test_a_thing_is_cited_by_its_iri_with_the_state_that_is_shown(page: Page, filled: Path) -> None:
    published = datetime.fromtimestamp((filled / "current").stat().st_mtime, UTC)
    day = f"{published.day} {published:%B %Y}"
    number = int((filled / "current").read_text())
    assert cited(page(MILA), "the citation") == (
        f"“Mila Dorn.” Communiqué, state {number} of {day}. {BASE}actor/mila-dorn"
    )


def test_a_list_is_cited_by_its_address_on_the_datas_own_host(page: Page) -> None:
    text = cited(page("/meetings?status=held"), "the citation")
    assert text.endswith(". http://example.org/meetings?status=held")


def test_csl_and_bibtex_say_the_same(page: Page, filled: Path) -> None:
    html = page(MILA)
    [entry] = json.loads(cited(html, "CSL-JSON"))
    published = datetime.fromtimestamp((filled / "current").stat().st_mtime, UTC)
    assert entry["issued"] == {"date-parts": [[published.year, published.month, published.day]]}
    assert (entry["title"], entry["URL"]) == ("Mila Dorn", f"{BASE}actor/mila-dorn")
    bibtex = cited(html, "BibTeX")
    assert bibtex.startswith(f"@misc{{{entry['id']},\n  title = {{{{Mila Dorn}}}},\n")
    assert f"  url = {{{entry['URL']}}},\n}}" in bibtex


def test_the_evidence_of_a_thing_is_linked_from_its_citation(
    page: Page, client: FlaskClient
) -> None:
    assert 'href="/data/actor/mila-dorn.trig">TriG</a>' in page(MILA)
    assert client.get("/data/actor/mila-dorn.trig").status_code == 200


def test_a_hostile_title_stays_text_and_is_escaped_for_bibtex(client: FlaskClient) -> None:
    html = client.get("/page/article/hostile.txt", headers=HTML).text
    assert "<script>alert" not in html
    assert r"\& " in cited(html, "BibTeX") or "title = {{hostile.txt}}" in cited(html, "BibTeX")


def test_an_error_is_nothing_to_cite(page: Page) -> None:
    assert "Cite this page" not in page("/page/actor/nobody", 404)


@pytest.mark.parametrize(
    ("address", "title", "kind", "words"),
    [
        ("/", "What the articles say", "website", "exact words"),
        (MILA, "Mila Dorn", "website", "Mila Dorn"),
        ("/page/mission/sentinel", "SENTINEL", "website", "led by Lakes Union"),
        ("/page/article/courier.txt", "courier.txt", "article", "facts"),
        ("/queries/meetings", "Meetings", "website", "Who met"),
        ("/nowhere", "Not Found", "website", "Nothing is at /nowhere"),
    ],
)
def test_link_previews_tell_what_a_page_is(
    client: FlaskClient, address: str, title: str, kind: str, words: str
) -> None:
    found = metas(client.get(address, headers=HTML).text)
    assert found["og:title"] == title
    assert found["og:type"] == kind
    assert found["og:description"] == found["description"]
    assert words in found["description"]
    assert found["og:url"].startswith("http://example.org/")
