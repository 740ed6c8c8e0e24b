"""An article's page shows what to beware of, and where."""

import re
from dataclasses import replace
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from loaders.facts import Warned
from service.app import create_app
from service.articles import replace_articles
from service.settings import Settings
from service.store.directory import StoreDirectory
from tests.service.http.story import BASE, HARBOR, at, harbor

WORDS = "Port Ellin"
SPAN = at(HARBOR, WORDS)
HTML = {"Accept": "text/html"}


@pytest.fixture
def store(tmp_path: Path) -> Path:
    warnings = (
        Warned("speech-unread", "speech was not read", SPAN),
        Warned("undated", "no date is given"),
    )
    facts = replace(harbor(), warnings=warnings)
    with StoreDirectory.create(tmp_path / "store").writing() as writer:
        replace_articles(writer.graph, BASE, [facts], {facts.key: "mark"})
    return tmp_path / "store"


def client(store: Path, publish_text: str) -> FlaskClient:
    settings = Settings(store=str(store), base=BASE, publish_text=publish_text)
    return create_app(settings).test_client()


def shown(store: Path, publish_text: str) -> str:
    asked = client(store, publish_text)
    listing = asked.get("/articles", headers=HTML).text
    address = re.search(r'href="([^"]*/page/article/[^"#]*)', listing)
    assert address is not None
    html: str = asked.get(address.group(1), headers=HTML).text
    return html


def test_a_warning_leads_to_its_words(store: Path) -> None:
    html = shown(store, "full")
    section = html.split('id="warnings"')[1].split("</section>")[0]
    assert f'href="#c={SPAN.start}-{SPAN.end}"' in section
    assert f"<q>{WORDS}</q>" in section
    assert f'id="c={SPAN.start}-{SPAN.end}"' in html
    assert "k-warning" in html


def test_warnings_about_the_whole_come_first(store: Path) -> None:
    html = shown(store, "full")
    assert html.index("no date is given") < html.index("speech was not read, ")


@pytest.mark.parametrize("publish_text", ["quotes", "none"])
def test_words_that_may_not_be_shown_are_not(store: Path, publish_text: str) -> None:
    section = shown(store, publish_text).split('id="warnings"')[1].split("</section>")[0]
    assert f"speech was not read, characters {SPAN.start} to {SPAN.end}" in section
    assert WORDS not in section
    assert "href" not in section


def test_the_graph_has_the_words_of_a_warning(store: Path) -> None:
    asked = client(store, "full").get("/sparql", query_string={"query": WARNED})
    rows = asked.get_json()["results"]["bindings"]
    assert [(row["code"]["value"], row["words"]["value"]) for row in rows] == [
        ("speech-unread", WORDS)
    ]


WARNED = """
PREFIX cmq: <https://w3id.org/communique/ns#>
PREFIX nif: <http://persistence.uni-leipzig.org/nlp2rdf/ontologies/nif-core#>
SELECT ?code ?words { ?w a cmq:Warning ; cmq:code ?code ; cmq:denotedBy/nif:anchorOf ?words }
"""
