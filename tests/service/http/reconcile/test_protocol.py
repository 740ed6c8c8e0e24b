"""Every address answers as the Reconciliation API 0.2 requires."""

import json
import re
from typing import Any

import pytest
from flask.testing import FlaskClient
from jsonschema import ValidationError

from service.http.reconcile.messages import BATCH, MOST
from service.http.reconcile.properties import PROPERTIES
from tests.service.http.reconcile import schemas
from tests.service.http.reconcile.conftest import BASE, Asking

MILA = "actor/mila-dorn"


def get(names: FlaskClient, address: str) -> Any:  # noqa: ANN401 JSON
    page = "http://127.0.0.1:3333"  # OpenRefine's own
    answered = names.get(address, headers={"Origin": page})
    assert answered.status_code == 200, answered.text
    assert answered.headers["Access-Control-Allow-Origin"] in {"*", page}
    return answered.get_json()


def test_the_manifest(names: FlaskClient) -> None:
    found = get(names, "/reconcile")
    schemas.check(found, schemas.MANIFEST)
    assert found["identifierSpace"] == BASE
    assert found["schemaSpace"] == "https://w3id.org/communique/ns#"
    assert found["batchSize"] == BATCH


def test_the_manifests_addresses_lead_somewhere(names: FlaskClient) -> None:
    found = get(names, "/reconcile")
    own = found["preview"]["url"].replace("{{id}}", "actor%2Fmila-dorn")
    assert names.get(own).status_code == 200
    assert names.get(found["view"]["url"].replace("{{id}}", "actor%2Fmila-dorn")).status_code == 303
    for kind, one in found["suggest"].items():
        assert (
            names.get(f"{one['service_url']}{one['service_path']}?prefix=a").status_code == 200
        ), kind
    proposing = found["extend"]["propose_properties"]
    address = f"{proposing['service_url']}{proposing['service_path']}?type=Person"
    assert names.get(address).status_code == 200
    with names.get(found["logo"]) as logo:
        assert logo.status_code == 200


def test_our_schemas_tell_wrong_answers() -> None:
    with pytest.raises(ValidationError):
        schemas.check({"q0": {"result": [{"id": "a", "name": "A"}]}}, schemas.RESULTS)
    with pytest.raises(ValidationError):
        schemas.check({"versions": ["0.1"]}, schemas.MANIFEST)


@pytest.mark.parametrize("method", ["get", "post"])
def test_a_batch_of_queries(names: FlaskClient, method: str) -> None:
    batch = {
        "a": {"query": "Mila Dorn", "type": "Person", "limit": 2},
        "b": {"query": "nobody of this name", "type": ["Person", "Polity"]},
        "c": {"query": "Dorn", "properties": [{"pid": "office", "v": ["President", 3, True]}]},
        "d": {"properties": [{"pid": "officeOf", "v": {"id": "actor/kosovo", "name": "Kosovo"}}]},
    }
    field = {"queries": json.dumps(batch)}
    answered = (
        names.get("/reconcile", query_string=field)
        if method == "get"
        else names.post("/reconcile", data=field)
    )
    found = answered.get_json()
    schemas.check(found, schemas.RESULTS)
    assert list(found) == list(batch)
    assert [found[key]["result"][0]["id"] for key in "acd"] == [MILA] * 3
    assert found["b"]["result"] == []
    assert found["a"]["result"][0]["type"] == [
        {"id": "Person", "name": "person"},
        {"id": "Actor", "name": "actor"},
    ]


@pytest.mark.parametrize(
    ("queries", "status"),
    [
        ("{", 400),
        ("[]", 400),
        ('{"q": {}}', 400),
        ('{"q": {"query": "  "}}', 400),
        ('{"q": {"query": 3}}', 400),
        ('{"q": {"query": "a", "type_strict": "often"}}', 400),
        ('{"q": {"query": "a", "properties": [{"pid": "office"}]}}', 400),
        ('{"q": {"query": "\\ud800"}}', 400),
        (json.dumps({str(n): {"query": "a"} for n in range(BATCH + 1)}), 413),
    ],
)
def test_batches_that_cant_be_read(names: FlaskClient, queries: str, status: int) -> None:
    answered = names.post("/reconcile", data={"queries": queries})
    assert answered.status_code == status
    assert answered.content_type == "application/problem+json"
    assert names.post("/reconcile", data={"other": "x"}).status_code == 400


@pytest.mark.parametrize(
    "odd",
    ['" OR *', "a" * 5000, "\u202e", "x\x00y", "NEAR(a b)", "𝒜", "ا ب", "%", "\u0301", "-" * 90],
)
def test_whatever_is_typed_is_answered(ask: Asking, odd: str) -> None:
    assert len(ask(query=odd, limit=1e9)) <= MOST


def test_suggestions(names: FlaskClient) -> None:
    entities = get(names, "/reconcile/suggest/entity?prefix=mil")
    schemas.check(entities, schemas.ENTITIES)
    assert {one["id"] for one in entities["result"]} == {MILA, "actor/milan-dornik"}
    assert entities["result"][0]["notable"][0] == {"id": "Person", "name": "person"}
    types = get(names, "/reconcile/suggest/type?prefix=org")
    schemas.check(types, schemas.TYPES)
    assert [one["id"] for one in types["result"]] == ["Organization"]
    mission = get(names, "/reconcile/suggest/type?prefix=Mission")["result"][0]
    assert mission["broader"][0]["broader"][0]["id"] == "Actor"
    properties = get(names, "/reconcile/suggest/property?prefix=off")
    schemas.check(properties, schemas.PROPERTIES)
    assert [one["id"] for one in properties["result"]] == ["office", "officeOf"]
    by_id = get(names, f"/reconcile/suggest/entity?prefix={MILA}")["result"]
    assert [one["name"] for one in by_id] == ["Mila Dorn"]


def test_suggestions_go_on_after_a_cursor(names: FlaskClient) -> None:
    first = get(names, "/reconcile/suggest/entity?prefix=a")["result"]
    more = get(names, f"/reconcile/suggest/entity?prefix=a&cursor={len(first)}")["result"]
    assert first
    assert more
    assert not {one["id"] for one in first} & {one["id"] for one in more}
    assert names.get("/reconcile/suggest/entity?cursor=x").status_code == 400
    assert names.get("/reconcile/suggest/colour").status_code == 404


def test_properties_of_a_type(names: FlaskClient) -> None:
    everything = get(names, "/reconcile/properties")
    persons = get(names, "/reconcile/properties?type=Person&limit=3")
    for found in (everything, persons):
        schemas.check(found, schemas.PROPOSAL)
    assert [one["id"] for one in everything["properties"]] == list(PROPERTIES)
    assert (persons["limit"], len(persons["properties"])) == (3, 3)
    missions = get(names, "/reconcile/properties?type=Mission")["properties"]
    assert {"ledBy", "operatesIn"} <= {one["id"] for one in missions}
    assert "office" not in {one["id"] for one in missions}


def test_columns_for_reconciled_cells(names: FlaskClient) -> None:
    wanted = {
        "ids": [MILA, f"{BASE}actor/kosovo", "actor/nobody"],
        "properties": [{"id": "office"}, {"id": "officeOf"}, {"id": "meetings"}, {"id": "colour"}],
    }
    for answered in (
        names.post("/reconcile", data={"extend": json.dumps(wanted)}),
        names.get("/reconcile", query_string={"extend": json.dumps(wanted)}),
    ):
        found = answered.get_json()
        schemas.check(found, schemas.EXTENSION)
        assert found["meta"][1] == {"id": "officeOf", "name": "office of"}
        mila, kosovo, nobody = (found["rows"][key] for key in wanted["ids"])
        office = {"id": "office/president-of-kosovo", "name": "President of Kosovo"}
        assert mila["office"] == [office]
        assert mila["officeOf"] == [{"id": "actor/kosovo", "name": "Kosovo"}]
        assert kosovo["meetings"] == [{"int": 0}]
        assert mila["colour"] == nobody["office"] == []


def test_a_column_may_have_few_values(names: FlaskClient) -> None:
    def asked(limit: object) -> list[object]:
        column = {"id": "name", "settings": {"limit": limit}}
        wanted = json.dumps({"ids": ["actor/united-nations"], "properties": [column]})
        answered = names.post("/reconcile", data={"extend": wanted})
        rows: dict[str, dict[str, list[object]]] = answered.get_json()["rows"]
        return rows["actor/united-nations"]["name"]

    assert (len(asked(1)), len(asked("1")), len(asked(0))) == (1, 1, 2)
    assert names.post("/reconcile", data={"extend": '{"ids": []}'}).status_code == 400


def test_a_preview_may_be_framed_and_shows_the_words(names: FlaskClient) -> None:
    shown = names.get("/reconcile/preview?id=actor%2Fmila-dorn")
    assert shown.mimetype == "text/html"
    policy = shown.headers["Content-Security-Policy"]
    assert "frame-ancestors *" in policy
    assert "script-src 'self'" in policy
    assert "President of Kosovo" in shown.text
    assert "<mark>Mila Dorn</mark>" in shown.text
    assert "frame-ancestors 'none'" in names.get("/reconcile").headers["Content-Security-Policy"]
    assert names.get("/reconcile/preview?id=actor/nobody").status_code == 404
    assert names.get("/reconcile/preview?id=article/names.txt").status_code == 404


def test_older_clients_are_called_back(names: FlaskClient) -> None:
    called = names.get("/reconcile/suggest/type?prefix=pol&callback=jQuery.found_1")
    assert called.mimetype == "text/javascript"
    match = re.fullmatch(r"/\*\*/jQuery\.found_1\((.*)\);", called.text, re.DOTALL)
    assert match
    schemas.check(json.loads(match[1]), schemas.TYPES)
    for bad in ("alert(1)//", "", "a.b.c.d.e", "a-b", "é"):
        refused = names.get("/reconcile", query_string={"callback": bad})
        assert refused.status_code == 400
