"""The description of the addresses for programs is valid, whole and true."""

import re

import pytest
from flask.testing import FlaskClient
from openapi_spec_validator import validate
from werkzeug.routing import Rule

from queries.catalogue import Query, catalogue
from queries.paging import RESERVED
from service.http.openapi.document import document
from tests.service.http.conftest import HTML

PAGES = {
    *("/", "/actors", "/meetings", "/statements", "/missions", "/articles", "/docs"),
    *("/corrections/new", "/corrections/session", "/corrections/session/end"),
    *("/network", "/positions", "/contradictions"),
}
OF_THEIR_OWN = {"/static/<path:filename>", "/page/<path:name>", "/openapi.json"}
ONE = "/graphs/<path:name>"  # /graphs?graph= does the same


def test_it_is_valid_openapi(client: FlaskClient) -> None:
    answered = client.get("/openapi.json")
    assert answered.content_type == "application/json"
    assert answered.get_json() == document()
    validate(document())


def test_every_address_for_programs_is_described(client: FlaskClient) -> None:
    rules: list[Rule] = list(client.application.url_map.iter_rules())
    described = {
        (re.sub(r"\{(\w+)\}", r"<path:\1>", path), method.upper())
        for path, item in document()["paths"].items()
        for method in item
        if method != "parameters"
    }
    for rule in rules:
        if rule.rule in PAGES | OF_THEIR_OWN | {ONE, "/queries/<name>"}:
            continue
        for method in (rule.methods or set()) - {"HEAD", "OPTIONS"}:
            assert (rule.rule, method) in described
    assert {f"/queries/{name}" for name in catalogue()} <= set(document()["paths"])


@pytest.mark.parametrize("query", catalogue().values(), ids=list(catalogue()))
def test_a_question_is_described_by_its_header(query: Query) -> None:
    asked = document()["paths"][f"/queries/{query.name}"]["get"]
    given = {parameter["name"]: parameter for parameter in asked["parameters"]}
    assert set(given) == {p.name for p in query.params} | RESERVED | {"format"}
    for parameter in query.params:
        assert given[parameter.name]["required"] == parameter.required
        assert parameter.help in given[parameter.name]["description"]
    row = asked["responses"]["200"]["content"]["application/json"]["schema"]["properties"]
    columns = row["results"]["properties"]["bindings"]["items"]
    assert list(columns["properties"]) == [c.name for c in query.columns]
    assert columns["required"] == [c.name for c in query.columns if c.always]


def test_people_read_it_as_a_page(client: FlaskClient) -> None:
    html = client.get("/docs", headers=HTML).text
    for path in document()["paths"]:
        assert path in html
    assert 'href="/openapi.json"' in html
    assert html.count("Needs <code>Authorization") == 6
