"""The ready-made questions over HTTP."""

import csv
import io
import re
import shlex
from html import unescape

import pytest
from flask.testing import FlaskClient

from queries.catalogue import catalogue
from tests.service.http.conftest import HTML
from tests.service.http.story import COURIER


def test_the_catalogue_lists_every_question(client: FlaskClient) -> None:
    listed = client.get("/queries").get_json()["queries"]
    assert [one["name"] for one in listed] == list(catalogue())
    meetings = next(one for one in listed if one["name"] == "meetings")
    assert {"name", "title", "summary", "params", "columns", "tags"} <= set(meetings)
    assert "actor" in {param["name"] for param in meetings["params"]}
    html = client.get("/queries", headers=HTML).text
    assert all(f'href="/queries/{name}"' in html for name in catalogue())


def test_an_answer_in_json_has_every_column_in_its_head(client: FlaskClient) -> None:
    response = client.get("/queries/meetings?actor=Otto+Raske&status=held")
    assert response.content_type == "application/sparql-results+json"
    found = response.get_json(force=True)
    assert found["head"]["vars"] == [c.name for c in catalogue()["meetings"].columns]
    assert len(found["results"]["bindings"]) >= 1
    for row in found["results"]["bindings"]:
        assert "Otto Raske" in row["participants"]["value"]


@pytest.mark.parametrize(("asked", "delimiter"), [("format=csv", ","), ("format=tsv", "\t")])
def test_an_answer_as_a_table_of_text(client: FlaskClient, asked: str, delimiter: str) -> None:
    response = client.get(f"/queries/actors?{asked}", headers={"Accept": "text/html"})
    rows = list(csv.reader(io.StringIO(response.text), delimiter=delimiter))
    assert rows[0][0].lstrip("?") == "actor"
    assert any("Mila Dorn" in cell for row in rows[1:] for cell in row)


def test_an_answer_as_a_page_with_form_and_links(client: FlaskClient) -> None:
    html = client.get("/queries/actors?type=Person", headers=HTML).text
    assert '<a href="/page/actor/mila-dorn">Mila Dorn</a>' in html
    assert re.search(r'<input id="p-type" name="type" value="Person"', html)
    assert 'href="/queries/actors?type=Person&amp;format=csv"' in html


def test_without_a_required_parameter_people_get_the_form_and_programs_a_problem(
    client: FlaskClient,
) -> None:
    name = next(q.name for q in catalogue().values() if any(p.required for p in q.params))
    html = client.get(f"/queries/{name}", headers=HTML)
    assert html.status_code == 200
    assert " required" in html.text
    assert "<table>" not in html.text
    problem = client.get(f"/queries/{name}")
    assert problem.status_code == 400
    assert "needs one" in problem.get_json(force=True)["detail"]


@pytest.mark.parametrize(
    ("address", "status", "words"),
    [
        ("/queries/meeting", 404, "did you mean 'meetings'"),
        ("/queries/meetings?who=x", 400, "no parameter 'who'"),
        ("/queries/meetings?since=yesterday", 400, "day of the calendar"),
        ("/queries/meetings?format=turtle", 400, "format 'turtle'"),
    ],
)
def test_what_is_wrong_is_said(client: FlaskClient, address: str, status: int, words: str) -> None:
    response = client.get(address)
    assert response.status_code == status
    assert response.content_type == "application/problem+json"
    assert words in response.get_json(force=True)["detail"]


def test_every_question_answers_its_own_example_in_html_and_json(client: FlaskClient) -> None:
    for query in catalogue().values():
        given = {p.name: p.example for p in query.params if p.required}
        for headers in (HTML, {"Accept": "application/json"}):
            response = client.get(f"/queries/{query.name}", query_string=given, headers=headers)
            assert response.status_code == 200, (query.name, response.text[:300])


def test_an_answer_comes_in_parts_that_link_to_each_other(client: FlaskClient) -> None:
    whole = client.get("/queries/actors?sort=name").get_json(force=True)["results"]["bindings"]
    first = client.get("/queries/actors?sort=name&limit=2")
    assert first.get_json(force=True)["results"]["bindings"] == whole[:2]
    links = first.headers.getlist("Link")
    assert any('rel="next"' in link for link in links)
    assert not any('rel="prev"' in link for link in links)
    address = next(link for link in links if 'rel="next"' in link)[1:].partition(">")[0]
    second = client.get(address)
    assert second.get_json(force=True)["results"]["bindings"] == whole[2:4]
    assert any('rel="prev"' in link for link in second.headers.getlist("Link"))
    assert client.get("/queries/actors").headers.getlist("Link") == []


def test_a_page_has_columns_to_sort_by_and_ways_on(client: FlaskClient) -> None:
    html = client.get("/queries/actors?limit=2&sort=name", headers=HTML).text
    assert "Rows 1 to 2" in html
    assert 'aria-sort="ascending"><a href="/queries/actors?limit=2&amp;sort=-name"' in html
    assert 'rel="next" href="/queries/actors?limit=2&amp;sort=name&amp;offset=2"' in html
    assert 'rel="prev"' not in html
    later = client.get("/queries/actors?limit=2&sort=-name&offset=2", headers=HTML).text
    assert "Rows 3 to 4" in later
    assert 'rel="prev" href="/queries/actors?limit=2&amp;sort=-name"' in later
    past = client.get("/queries/actors?offset=1000", headers=HTML).text
    assert "The answer ends before this row." in past


@pytest.mark.parametrize(
    ("asked", "message"),
    [
        ("actor=Otto+Raske&actor=Mila+Dorn", "more than once"),
        ("limit=0", "from 1"),
        ("offset=-1", "whole number"),
        ("sort=nothing", "column of meetings"),
        ("actors=Mila+Dorn", "did you mean 'actor'"),
    ],
)
def test_what_is_no_parameter_is_refused(client: FlaskClient, asked: str, message: str) -> None:
    problem = client.get(f"/queries/meetings?{asked}")
    assert problem.status_code == 400
    assert problem.content_type == "application/problem+json"
    assert message in problem.get_json(force=True)["detail"]


def copied(html: str, name: str) -> str:
    found = re.search(rf'data-copy="{name}"[^>]*><code>(.*?)</code>', html, re.DOTALL)
    assert found is not None
    return unescape(found[1])


def test_an_answer_is_taken_along_in_four_forms(client: FlaskClient) -> None:
    given = {"actor": "Otto Raske", "status": "held", "sort": "-date"}
    html = client.get("/queries/meetings", query_string=given, headers=HTML).text
    link = copied(html, "CSV link")
    assert link.startswith("http://example.org/queries/meetings?actor=Otto+Raske&status=held")
    csv_of_link = client.get(link.removeprefix("http://example.org")).text
    sparql = {"query": copied(html, "SPARQL"), "format": "csv"}
    assert client.get("/sparql", query_string=sparql).text == csv_of_link
    assert "--data-urlencode 'actor=Otto Raske'" in copied(html, "curl")
    compile(copied(html, "Python"), "copied", "exec")
    assert repr(link) in copied(html, "Python")


def test_what_is_taken_along_cannot_break_out_of_a_shell(client: FlaskClient) -> None:
    given = {"actor": "x'; rm -rf / #"}
    html = client.get("/queries/meetings", query_string=given, headers=HTML).text
    [option] = [w for w in shlex.split(copied(html, "curl")) if w.startswith("actor=")]
    assert option == "actor=x'; rm -rf / #"


def test_a_form_without_an_answer_offers_nothing_to_take(client: FlaskClient) -> None:
    assert "data-copy=" not in client.get("/queries/article", headers=HTML).text.split("cite")[0]


def test_a_parameter_of_closed_values_offers_them(client: FlaskClient) -> None:
    html = client.get("/queries/meetings", headers=HTML).text
    assert 'list="l-status"' in html
    assert '<option value="postponed">' in html


def test_rows_with_words_open_at_their_place_in_the_article(client: FlaskClient) -> None:
    html = client.get("/queries/mission-figures?mission=SENTINEL", headers=HTML).text
    [(address, start, end)] = re.findall(
        r'<a href="(/page/article/courier.txt)#c=(\d+)-(\d+)">more than 1,500 soldiers</a>', html
    )
    assert COURIER[int(start) : int(end)] == "more than 1,500 soldiers"
    assert f'<a href="{address}">courier.txt</a>' in html
    assert client.get(address, headers=HTML).status_code == 200
    assert f'id="c={start}-{end}"' in client.get(address, headers=HTML).text
