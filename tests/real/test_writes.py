"""Writes to a real server: read at once, beside other writers, ended in time, all or nothing."""

import http.client
import json
import signal
import threading
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from urllib.parse import quote, urlsplit

import pytest

from service.store.directory import StoreDirectory
from tests.real.conftest import STOPPING, serving

TOKEN = "the-token-of-real-writes"
AUTH = {"Authorization": f"Bearer {TOKEN}"}
UPDATE = {**AUTH, "Content-Type": "application/sparql-update"}
TIMEOUT = 3.0
LARGEST = 21_000  # bytes of a body: as many lines of 21 bytes as make a thousand
NUMBERS = " ".join(f"<a:{n}> <a:n> {n} ." for n in range(600))
PRODUCT = " ".join(f"?s{v} <a:n> ?{v} ." for v in "abcd")
ENDLESS = f"DELETE {{ ?sa ?p ?o }} WHERE {{ {PRODUCT} FILTER(?a + ?b + ?c > ?d + 99999) }}"


def send(
    site: str, method: str, path: str, body: str = "", headers: dict[str, str] | None = None
) -> tuple[int, bytes]:
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=40)
    try:
        connection.request(method, path, body.encode() or None, headers or {})
        response = connection.getresponse()
        return response.status, response.read()
    finally:
        connection.close()


def update(site: str, text: str) -> int:
    return send(site, "POST", "/update", text, UPDATE)[0]


def asks(site: str, pattern: str) -> bool:
    _, body = send(site, "GET", f"/sparql?query={quote(f'ASK {{ {pattern} }}')}")
    return bool(json.loads(body)["boolean"])


@pytest.fixture(scope="module")
def written(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    store = tmp_path_factory.mktemp("writes") / "store"
    settings = {
        "COMMUNIQUE_TOKEN": TOKEN,
        "COMMUNIQUE_QUERY_TIMEOUT": str(TIMEOUT),
        "COMMUNIQUE_BODY_LIMIT": str(LARGEST),
    }
    with serving(store, **settings) as (site, _):
        yield site, store


def test_what_is_written_is_read_by_the_next_request(written: tuple[str, Path]) -> None:
    site, _ = written
    for number in range(10):
        assert update(site, f"INSERT DATA {{ <a:next> <a:is> {number} }}") == 204
        assert asks(site, f"<a:next> <a:is> {number}")


@pytest.mark.parametrize("is_chunked", [False, True])
def test_a_body_beyond_the_limit_is_refused_however_it_is_sent(
    written: tuple[str, Path], is_chunked: bool
) -> None:
    """Cut at the limit, these lines would be a graph still."""
    site, _ = written
    lines = b"<a:s> <a:p> <a:oo> .\n" * (LARGEST // 21 + 1)
    connection = http.client.HTTPConnection(urlsplit(site).netloc, timeout=40)
    body = iter([lines[:LARGEST], lines[LARGEST:]]) if is_chunked else lines
    headers = {**AUTH, "Content-Type": "application/n-triples"}
    connection.request("PUT", "/graphs?default", body, headers, encode_chunked=is_chunked)
    response = connection.getresponse()
    response.read()
    connection.close()
    assert (response.status, response.headers["Content-Type"]) == (413, "application/problem+json")


def test_writers_at_once_lose_nothing(written: tuple[str, Path]) -> None:
    site, _ = written
    with ThreadPoolExecutor(12) as pool:
        texts = [f"INSERT DATA {{ <a:many> <a:has> {n} }}" for n in range(48)]
        assert set(pool.map(lambda text: update(site, text), texts)) == {204}
    query = "SELECT (COUNT(*) AS ?n) { <a:many> <a:has> ?x }"
    _, body = send(site, "GET", f"/sparql?query={quote(query)}")
    assert json.loads(body)["results"]["bindings"][0]["n"]["value"] == "48"


def test_another_process_writes_beside_the_server(written: tuple[str, Path]) -> None:
    site, store = written
    done = threading.Event()

    def keep_writing() -> None:
        while not done.is_set():
            assert update(site, "INSERT DATA { <a:beside> <a:is> 1 }") == 204

    thread = threading.Thread(target=keep_writing)
    thread.start()
    try:
        with StoreDirectory(store, lock_timeout=20.0).writing("beside") as writer:
            writer.graph.update("INSERT DATA { <a:other> <a:process> 1 }")
    finally:
        done.set()
        thread.join()
    assert asks(site, "<a:other> <a:process> 1")


def test_a_runaway_is_ended_in_time_and_others_read_meanwhile(written: tuple[str, Path]) -> None:
    site, _ = written
    assert update(site, f"INSERT DATA {{ {NUMBERS} }}") == 204
    with ThreadPoolExecutor(1) as pool:
        started = time.monotonic()
        runaway = pool.submit(update, site, ENDLESS)
        while not runaway.done():
            assert asks(site, "<a:7> <a:n> 7")
        assert runaway.result() == 504
    assert TIMEOUT <= time.monotonic() - started < TIMEOUT + 5
    assert update(site, "INSERT DATA { <a:after> <a:is> 1 }") == 204


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGKILL])
def test_a_server_that_ends_during_an_update_leaves_the_old_state(
    tmp_path: Path, number: signal.Signals
) -> None:
    store = tmp_path / "store"
    with serving(store, COMMUNIQUE_TOKEN=TOKEN) as (site, server):
        assert update(site, f"DROP ALL; INSERT DATA {{ {NUMBERS} }}") == 204
        request = threading.Thread(target=_broken_update, args=(site,))
        request.start()
        time.sleep(1.0)
        started = time.monotonic()
        server.send_signal(number)
        server.wait(STOPPING)
        request.join()
        assert time.monotonic() - started < STOPPING
    with StoreDirectory(store, lock_timeout=5.0).writing("after", vocabulary=False) as writer:
        assert len(writer.graph) == 600


def _broken_update(site: str) -> None:
    try:
        assert update(site, f"INSERT DATA {{ <a:x> <a:y> 1 }}; {ENDLESS}") >= 500
    except (http.client.HTTPException, OSError):
        return
