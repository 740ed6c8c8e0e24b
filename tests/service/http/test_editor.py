"""The page of the SPARQL editor: what it begins with, and what it says when a query fails."""

import json
import re
from collections.abc import Callable
from html import unescape

import pytest
from flask.testing import FlaskClient

from ontology.terms import CMQ, PREFIXES
from queries.catalogue import catalogue
from service.http.examples import EXAMPLES
from tests.service.http.conftest import HTML

Page = Callable[..., str]


def query(html: str) -> str:
    found = re.search(r"<textarea[^>]*>(.*?)</textarea>", html, re.DOTALL)
    assert found is not None
    return unescape(found[1])


def test_it_begins_with_the_first_example(page: Page) -> None:
    assert query(page("/sparql")) == EXAMPLES[0].query


@pytest.mark.parametrize("name", sorted(catalogue()))
def test_each_ready_made_question_can_be_opened_and_asked(client: FlaskClient, name: str) -> None:
    assert f'href="/sparql?question={name}"' in client.get("/sparql", headers=HTML).text
    sparql = query(client.get(f"/sparql?question={name}", headers=HTML).text)
    assert "#+" not in sparql
    answer = client.get("/sparql", query_string={"query": sparql})
    assert answer.status_code == 200
    columns = [column.name for column in catalogue()[name].columns]
    assert answer.get_json(force=True)["head"]["vars"] == columns


def test_a_question_that_there_is_not_is_told(client: FlaskClient) -> None:
    assert client.get("/sparql?question=meeting", headers=HTML).status_code == 404


def test_it_knows_the_prefixes_and_the_ontologys_words(page: Page) -> None:
    html = page("/sparql")
    found = re.search(r'<script type="application/json" id="words">(.*?)</script>', html)
    assert found is not None
    words = json.loads(found[1])
    assert words["prefixes"] == PREFIXES
    assert str(CMQ.Mission) in words["class"]
    assert {str(CMQ.speaker), str(CMQ.value)} <= set(words["property"])
    assert not set(words["class"]) & set(words["property"])


def test_a_query_that_cannot_be_read_stays_in_the_box(client: FlaskClient) -> None:
    response = client.get(
        "/sparql", query_string={"query": "SELECT </textarea>", "format": "html"}, headers=HTML
    )
    assert response.status_code == 400
    assert query(response.text) == "SELECT </textarea>"
    assert 'role="alert"' in response.text


def test_programs_get_a_problem_all_the_same(client: FlaskClient) -> None:
    response = client.get("/sparql", query_string={"query": "SELECT"})
    assert response.status_code == 400
    assert response.content_type == "application/problem+json"


def test_cells_lead_to_pages_and_the_table_can_be_sorted(client: FlaskClient) -> None:
    asked = {"query": "SELECT ?m WHERE { ?m a cmq:Mission }", "format": "html"}
    html = client.get("/sparql", query_string=asked, headers=HTML).text
    assert '<a href="/page/mission/sentinel">SENTINEL</a>' in html
    assert "<table data-whole>" in html
