"""Queries against a real server: bounded, honest half-way, ended with their client or server."""

import http.client
import json
import os
import signal
import subprocess
import time
import urllib.parse
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.real.conftest import serving
from tests.service.store.workers.conftest import ENDLESS, FLOOD, LIGHT, fill, until

TIMEOUT = 2.0
CSV = {"Accept": "text/csv"}
Get = Callable[..., http.client.HTTPResponse]


@pytest.fixture(scope="module")
def numbers(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("numbers") / "store").path


@pytest.fixture(scope="module")
def server(numbers: Path) -> Iterator[tuple[str, "subprocess.Popen[str]"]]:
    with serving(numbers, COMMUNIQUE_QUERY_TIMEOUT=str(TIMEOUT)) as found:
        yield found


@pytest.fixture
def get(server: tuple[str, object]) -> Iterator[Get]:
    connections = []

    def asked(query: str, **headers: str) -> http.client.HTTPResponse:
        connection = http.client.HTTPConnection(server[0].removeprefix("http://"), timeout=30)
        connections.append(connection)
        connection.request(
            "GET", f"/sparql?{urllib.parse.urlencode({'query': query})}", None, headers
        )
        return connection.getresponse()

    yield asked
    for connection in connections:
        connection.close()


def workers(pid: int) -> dict[int, str]:
    """The processes below a server that answer queries, and their states."""
    found = {}
    for child in descendants(pid):
        try:
            command = Path(f"/proc/{child}/cmdline").read_text()
            state = Path(f"/proc/{child}/stat").read_text().rpartition(")")[2].split()[0]
        except OSError:
            continue
        if "workers.worker" in command:
            found[child] = state
    return found


def descendants(pid: int) -> Iterator[int]:
    for task in Path(f"/proc/{pid}/task").glob("*/children"):
        for child in map(int, task.read_text().split()):
            yield child
            yield from descendants(child)


def test_a_query_beyond_its_time_is_a_problem_with_its_status(get: Get) -> None:
    begun = time.monotonic()
    response = get(ENDLESS)
    assert response.status == 504
    assert response.headers["Content-Type"] == "application/problem+json"
    assert "longer than 2 seconds" in json.loads(response.read())["detail"]
    assert time.monotonic() - begun < TIMEOUT + 2


def test_an_answer_that_fails_half_way_is_broken_off(get: Get) -> None:
    response = get(FLOOD)
    assert response.status == 200
    with pytest.raises((http.client.IncompleteRead, ConnectionError)):
        response.read()


def test_curl_sees_that_the_answer_is_not_whole(server: tuple[str, object]) -> None:
    query = urllib.parse.urlencode({"query": FLOOD})
    command = ["curl", "-sS", "-o", os.devnull, f"{server[0]}/sparql?{query}"]
    done = subprocess.run(command, check=False, capture_output=True, timeout=30)
    assert done.returncode == 18, done.stderr


def test_a_connection_serves_again_after_a_refusal(server: tuple[str, object]) -> None:
    connection = http.client.HTTPConnection(server[0].removeprefix("http://"), timeout=30)
    for query, status in (("SELECT", 400), (LIGHT, 200), (ENDLESS, 504), (LIGHT, 200)):
        connection.request("GET", f"/sparql?{urllib.parse.urlencode({'query': query})}")
        response = connection.getresponse()
        response.read()
        assert response.status == status
    connection.close()


def test_a_long_answer_streams_and_is_whole(get: Get) -> None:
    query = "SELECT ?s ?t ?m { ?s e:number ?n . ?t e:number ?m FILTER(?n < 60) }".replace(
        "e:number", "<http://e.org/number>"
    )
    response = get(query, **CSV)
    assert response.headers["Transfer-Encoding"] == "chunked"
    assert response.read().count(b"\r\n") == 60 * 3000 + 1


@pytest.mark.parametrize("query", [ENDLESS, FLOOD])
def test_a_query_ends_with_its_client(
    server: tuple[str, "subprocess.Popen[str]"], query: str
) -> None:
    address, process = server
    connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=30)
    assert until(lambda: not running(process.pid))
    connection.request("GET", f"/sparql?{urllib.parse.urlencode({'query': query + ' #c'})}")
    assert until(lambda: bool(running(process.pid)))
    busy = running(process.pid)
    connection.close()
    assert until(lambda: not busy & running(process.pid), TIMEOUT - 0.7)


def running(pid: int) -> set[int]:
    return {worker for worker, state in workers(pid).items() if state == "R"}


def test_a_server_that_is_killed_leaves_no_process(numbers: Path) -> None:
    with serving(numbers, start_new_session=True) as (_, process):
        below = list(descendants(process.pid))
        assert len(workers(process.pid)) >= 2
        process.send_signal(signal.SIGKILL)
        process.wait()
        assert until(lambda: not any(map(is_running, below)))


@pytest.mark.parametrize("is_group", [False, True])
def test_sigterm_ends_all_while_queries_run(numbers: Path, *, is_group: bool) -> None:
    with serving(numbers, start_new_session=True) as (address, process):
        connection = http.client.HTTPConnection(address.removeprefix("http://"), timeout=30)
        connection.request("GET", f"/sparql?{urllib.parse.urlencode({'query': ENDLESS})}")
        assert until(lambda: bool(running(process.pid)))
        below = list(descendants(process.pid))
        begun = time.monotonic()
        if is_group:
            os.killpg(process.pid, signal.SIGTERM)
        else:
            process.terminate()
        process.wait(10)
        assert until(lambda: not any(map(is_running, below)), 10 - (time.monotonic() - begun))
        connection.close()


def is_running(pid: int) -> bool:
    try:
        state = Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0]
    except OSError:
        return False
    return state != "Z"
