"""Whatever is sent, the answer is never a server's error, and errors are problems."""

import pytest
from flask.testing import FlaskClient
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.service.http.writing import AUTH, serving

MEDIA = st.sampled_from(
    [
        "application/sparql-query",
        "application/sparql-update",
        "application/x-www-form-urlencoded",
        "multipart/form-data",
        "multipart/form-data; boundary=b",
        "text/turtle",
        "application/n-quads",
        "application/trig",
        "application/rdf+xml",
        "application/ld+json",
        "application/sparql-query; charset=nonsense",
        "text/turtle; charset=utf-16",
        "nonsense",
        "",
    ]
)
PARAMETERS = st.sampled_from(
    ["", "default", "graph=x", "graph=http://e.org/g", "graph", "query=ASK{}", "query", "update=x",
     "using-graph-uri=x", "default-graph-uri=%00", "named-graph-uri=http://e.org/%ff", "format=x"]
)  # fmt: skip
ADDRESSES = st.sampled_from(["/sparql", "/update", "/graphs", "/graphs/x", "/graphs/%00%ff/../x"])
METHODS = st.sampled_from(["GET", "HEAD", "POST", "PUT", "DELETE", "PATCH", "OPTIONS"])
TEXTS = st.sampled_from(
    [b"ASK {}", b"query=ASK{}", b"update=CLEAR ALL", b"<a> <b> <c> .", b"INSERT DATA {", b"\x00",
     b"--b\r\nContent-Disposition: form-data; name=f; filename=f\r\n\r\nx\r\n--b--", b"{", b"<x"]
)  # fmt: skip


@pytest.fixture(scope="module")
def client(tmp_path_factory: pytest.TempPathFactory) -> object:
    with serving(tmp_path_factory.mktemp("hostile") / "s", query_timeout=5.0) as client:
        yield client


@settings(
    max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(
    method=METHODS,
    address=ADDRESSES,
    parameters=st.lists(PARAMETERS, max_size=3),
    media=MEDIA,
    body=st.one_of(TEXTS, st.binary(max_size=200)),
    accept=st.sampled_from(["", "*/*", "text/turtle", "application/json;q=x", "é", "text/html"]),
)
def test_no_request_breaks_the_service(
    client: FlaskClient,
    method: str,
    address: str,
    parameters: list[str],
    media: str,
    body: bytes,
    accept: str,
) -> None:
    response = client.open(
        f"{address}?{'&'.join(parameters)}",
        method=method,
        data=body,
        headers={**AUTH, "Content-Type": media, "Accept": accept},
    )
    assert response.status_code < 500, response.text
    if response.status_code >= 400 and method != "HEAD" and "html" not in accept:
        assert response.content_type == "application/problem+json"
        assert response.get_json(force=True)["status"] == response.status_code
