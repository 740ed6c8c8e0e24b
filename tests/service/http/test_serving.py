"""What the server does with requests whose bodies don't come as they should."""

import asyncio
import json
from collections.abc import AsyncIterator, Callable, Iterable
from typing import Any

import pytest

from service.http.serving import Serving
from service.http.sharing import is_meant
from service.settings import Settings
from tests.service.http.conftest import Making

LIMIT = 1000


class Scope:
    client, server, scheme, method = "127.0.0.1:5", "127.0.0.1:80", "http", "POST"
    path, query_string, authority = "/sparql", "", None

    def __init__(self, **headers: str) -> None:
        self.headers: Any = {"content-type": "application/sparql-query", **headers}


class Exchange:
    """A client that sends parts, each after a pause."""

    def __init__(self, parts: Iterable[bytes], pause: float = 0.0) -> None:
        self.parts, self.pause = parts, pause
        self.answered = asyncio.Event()
        self.sent: tuple[int, list[tuple[str, str]], bytes] | None = None
        self.taken = 0

    async def __aiter__(self) -> AsyncIterator[bytes]:
        for part in self.parts:
            await asyncio.sleep(self.pause)
            self.taken += 1
            yield part

    async def client_disconnect(self) -> None:
        await asyncio.sleep(3600)

    def response_bytes(self, *sent: object) -> None:
        self.sent = sent  # type: ignore[assignment]

    def response_stream(self, status: int, headers: list[tuple[str, str]]) -> object:
        raise AssertionError((status, headers))


@pytest.fixture
def ask(make: Making) -> Callable[..., tuple[int, list[tuple[str, str]], bytes]]:
    app = make(body_limit=LIMIT)

    def asked(exchange: Exchange, sending: float = 5.0, **headers: str) -> object:
        async def run() -> None:
            serving = Serving(app.wsgi_app, lambda: None, Settings(body_limit=LIMIT))  # type: ignore[arg-type]
            serving.sending = sending
            serving.__rsgi_init__(asyncio.get_running_loop())
            await serving.__rsgi__(Scope(**headers), exchange)  # type: ignore[arg-type]

        asyncio.run(run())
        return exchange.sent

    return asked


def test_a_body_that_comes_in_parts_is_put_together(ask: Callable[..., Any]) -> None:
    status, _, body = ask(Exchange([b"ASK", b" {", b"}"]), accept="application/json")
    assert status == 200
    assert json.loads(body)["boolean"] is True


def test_a_body_that_dribbles_is_given_up(ask: Callable[..., Any]) -> None:
    status, headers, body = ask(Exchange([b"A"] * 1000, pause=0.05), sending=0.3)
    assert status == 408
    assert ("Connection", "close") in headers
    assert json.loads(body)["status"] == 408


def test_a_body_without_end_is_read_up_to_its_limit_alone(ask: Callable[..., Any]) -> None:
    exchange = Exchange([b"x" * 400] * 1000)
    status, _, _ = ask(exchange, **{"transfer-encoding": "chunked"})
    assert status == 413
    assert exchange.taken == 3


@pytest.mark.parametrize("host", ["evil.example", "evil.example:80", "127.0.0.1.evil.example"])
def test_a_name_that_was_made_to_lead_here_is_refused(ask: Callable[..., Any], host: str) -> None:
    status, _, body = ask(Exchange([b"ASK {}"]), host=host)
    assert status == 421
    assert b"COMMUNIQUE_HOSTS" in body


@pytest.mark.parametrize("host", ["localhost:8000", "127.0.0.1", "[::1]:81", "localhost"])
def test_names_of_this_machine_are_ours(ask: Callable[..., Any], host: str) -> None:
    assert ask(Exchange([b"ASK {}"]), host=host)[0] == 200


def test_names_that_are_set_are_ours() -> None:
    known = Settings(base="https://facts.example/id/", hosts="a.example b.example:81")
    asked = ("facts.example", "a.example", "a.example:5", "b.example:81", "b.example")
    assert [is_meant(known, host) for host in asked] == [True, True, True, True, False]
    assert is_meant(Settings(host="0.0.0.0"), "anything.example")
