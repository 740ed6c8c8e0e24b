"""Exports over the wire: N3.js and Cytoscape.js read them, pandas and DuckDB by their address; a
client that goes away leaves no worker at work."""

import json
import re
import socket
import time
import urllib.request
from collections.abc import Callable
from urllib.parse import urlsplit

import pyoxigraph as ox
import pytest

from tests.service.exports.conftest import client as wanted

FORMS = {
    "nquads": "application/n-quads",
    "trig": "application/trig",
    "turtle": "text/turtle",
    "ntriples": "application/n-triples",
    "rdf12": "text/turtle",
}
DATASETS = {"nquads", "trig"}
RELEASED = 30  # seconds that a busy machine may take to see that a client has gone


def fetch(address: str) -> bytes:
    with urllib.request.urlopen(address, timeout=60) as response:
        data: bytes = response.read()
    return data


@pytest.fixture(scope="module")
def quads(site: str) -> list[ox.Quad]:
    return list(ox.parse(fetch(f"{site}/export/nquads"), format=ox.RdfFormat.N_QUADS))


@pytest.mark.parametrize("form", FORMS)
def test_n3_reads_what_pyoxigraph_reads(
    site: str, quads: list[ox.Quad], node: Callable[..., str], form: str
) -> None:
    found = json.loads(node("parse.js", FORMS[form], f"{site}/export/{form}"))
    accepted = sum(isinstance(quad.graph_name, ox.DefaultGraph) for quad in quads)
    claimed = len(quads) - accepted
    expected = {
        "quads": len(quads) if form in {*DATASETS, "rdf12"} else accepted,
        "quoting": claimed if form == "rdf12" else 0,
        "graphs": len({quad.graph_name for quad in quads}) if form in DATASETS else 1,
    }
    assert found == expected


def test_cytoscape_measures_who_met_whom(site: str, node: Callable[..., str]) -> None:
    found = json.loads(node("draw.js", f"{site}/export/cytoscape"))
    asked = wanted("pandas").read_csv(f"{site}/queries/who-met-whom?format=csv")
    assert found["edges"] == len(asked)
    assert found["weight"] == asked["meetings"].sum()
    degrees = asked["name_a"].value_counts().add(asked["name_b"].value_counts(), fill_value=0)
    assert dict(found["degrees"]) == {name: int(count) for name, count in degrees.items()}


def test_pandas_reads_tables_by_their_address(site: str) -> None:
    pandas = wanted("pandas")
    meetings = pandas.read_csv(f"{site}/export/csv?table=meetings")
    parts = pandas.read_parquet(f"{site}/export/parquet?table=participants")
    assert len(meetings) > 20
    assert set(parts["meeting"]) <= set(meetings["meeting"])


def busy(site: str) -> int:
    told = fetch(f"{site}/metrics").decode()
    found = re.findall(r'communique_workers\{[^}]*state="busy"[^}]*\} (\d+)', told)
    assert found
    return sum(int(count) for count in found)


def test_a_client_that_goes_away_leaves_no_worker_at_work(site: str) -> None:
    where = urlsplit(site)
    for form in ("nquads", "trig", "jsonld", "csv", "neo4j"):
        with socket.create_connection((where.hostname or "", where.port or 80)) as client:
            request = f"GET /export/{form} HTTP/1.1\r\nHost: {where.netloc}\r\n\r\n"
            client.sendall(request.encode())
            assert client.recv(100).startswith(b"HTTP/1.1 200")
    deadline = time.monotonic() + RELEASED
    while busy(site):
        assert time.monotonic() < deadline, "a worker is still at an export that nobody reads"
        time.sleep(0.05)
    assert fetch(f"{site}/export/plover").startswith(b"event_id,")
