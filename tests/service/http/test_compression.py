"""Answers in the coding that the client takes, whole ones and streams; tags name the coding."""

import gzip
import zlib

import brotli
import pytest
from flask.testing import FlaskClient

from tests.service.http.conftest import HTML

ALL = "/sparql?query=CONSTRUCT+WHERE+{?s+?p+?o}"
UNPACK = {
    "gzip": gzip.decompress,
    "br": brotli.decompress,
    "deflate": zlib.decompress,
}


@pytest.mark.parametrize("coding", UNPACK)
@pytest.mark.parametrize("address", [ALL, "/graphs", "/queries", "/articles?format=html"])
def test_the_same_bytes_come_out(client: FlaskClient, coding: str, address: str) -> None:
    plain = client.get(address)
    packed = client.get(address, headers={"Accept-Encoding": coding})
    assert "Content-Encoding" not in plain.headers
    assert packed.headers["Content-Encoding"] == coding
    assert len(packed.data) < len(plain.data)
    assert sorted(UNPACK[coding](packed.data)) == sorted(plain.data)
    for response in (plain, packed):
        assert {"accept", "accept-encoding"} <= {v.lower() for v in response.vary}


@pytest.mark.parametrize(
    ("accepted", "coding"),
    [
        ("gzip, br, zstd", "zstd"),
        ("gzip;q=1, br;q=0.5", "gzip"),
        ("identity, gzip;q=0.5", None),
        ("gzip;q=0", None),
        ("lzma", None),
        ("*", "zstd"),
    ],
)
def test_the_client_chooses(client: FlaskClient, accepted: str, coding: str | None) -> None:
    answer = client.get("/ns", headers={"Accept-Encoding": accepted})
    assert answer.headers.get("Content-Encoding") == coding


def test_little_is_sent_as_it_is(client: FlaskClient) -> None:
    answer = client.get("/sparql?query=ASK{}", headers={"Accept-Encoding": "gzip"})
    assert "Content-Encoding" not in answer.headers


def test_a_packed_answer_is_not_sent_again(client: FlaskClient) -> None:
    asking = {**HTML, "Accept-Encoding": "gzip"}
    tag = client.get("/actors", headers=asking).headers["ETag"]
    assert tag.endswith(':gzip"')
    again = client.get("/actors", headers={**asking, "If-None-Match": tag})
    assert (again.status_code, again.data, again.headers["ETag"]) == (304, b"", tag)
