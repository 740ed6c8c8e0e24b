"""Runs the Flask application under granian's RSGI, for what its WSGI doesn't give: word that the
client has gone, and an answer that breaks off so that the client sees it.

A thread answers a request and hands the answer over itself; the event loop only reads requests,
passes on long answers and watches the clients of slow ones.
"""

import asyncio
import logging
import threading
from collections import deque
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextvars import Context, copy_context
from dataclasses import dataclass, field
from functools import lru_cache, partial
from typing import Any, Protocol

from service.http.asking import GONE
from service.http.connection import break_off
from service.http.environ import Scope, environ_of
from service.http.express import Express, Patience
from service.http.lean import Lean
from service.http.sharing import is_meant
from service.settings import Settings

Headers = list[tuple[str, str]]
THREADS = 160  # most of them wait for the pool, whose queues are shorter
SENDING = 60.0  # seconds in which a client sends its request's body
_TICK = 0.005  # seconds between looks at what has been answered
_SLOW = 4  # ticks after which a client is watched
_LOG = logging.getLogger(__name__)
_END = object()
_CLOSING = [("Content-Type", "application/problem+json"), ("Connection", "close")]
_TOO_SLOW = (
    b'{"type": "about:blank", "title": "Request Timeout", "status": 408, '
    b'"detail": "the body was not sent in time"}'
)
_MISDIRECTED = (
    b'{"type": "about:blank", "title": "Misdirected Request", "status": 421, '
    b'"detail": "this host is not served here: name it in COMMUNIQUE_HOSTS"}'
)


class Transport(Protocol):
    """Where granian takes the parts of a long answer."""

    async def send_bytes(self, data: bytes, /) -> None:
        """Pass on; returns when there is room for more."""


class Exchange(Protocol):
    """One request and its answer, as granian gives them."""

    def __aiter__(self) -> Any:  # noqa: ANN401 granian ships no type
        """The body, in parts."""

    async def client_disconnect(self) -> None:
        """Returns when the client has gone."""

    def response_bytes(self, status: int, headers: Headers, body: bytes, /) -> None:
        """Answer."""

    def response_stream(self, status: int, headers: Headers, /) -> Transport:
        """Begin a long answer."""


@dataclass
class Stream:
    """An answer whose length isn't known."""

    status: int
    headers: Headers
    parts: Iterator[bytes]
    close: Callable[[], None]
    context: Context = field(default_factory=copy_context)

    def next(self) -> object:
        """The next part, `_END` after the last, in the request's own context on any thread."""
        return self.context.run(next, self.parts, _END)


@dataclass(eq=False)
class Call:
    """A request under way."""

    exchange: Exchange
    answered: "asyncio.Future[Stream | None]"
    gone: threading.Event = field(default_factory=threading.Event)
    ticks: int = 0
    patience: Patience = field(default_factory=Patience)
    watch: "asyncio.Task[None] | None" = None


class Serving:
    """The application as granian calls it."""

    def __init__(self, app: Lean, close: Callable[[], None], settings: Settings) -> None:
        self._app = app
        self._is_meant = lru_cache(64)(partial(is_meant, settings))
        self._quick = app.remembered
        self._close = close
        self._body_limit = settings.body_limit
        self._threads = ThreadPoolExecutor(THREADS, "request")
        self._calls: set[Call] = set()
        self._done: deque[Call] = deque()
        self._is_ticking = False
        self.sending = SENDING

    def __rsgi_init__(self, loop: asyncio.AbstractEventLoop) -> None:
        self._loop = loop
        self._express = Express(self._app, loop)

    def __rsgi_del__(self, _: asyncio.AbstractEventLoop) -> None:
        self._close()
        self._threads.shutdown(wait=False, cancel_futures=True)

    async def __rsgi__(self, scope: Scope, exchange: Exchange) -> None:
        try:
            async with asyncio.timeout(self.sending):
                body = await self._body(scope, exchange)
        except TimeoutError:
            exchange.response_bytes(408, _CLOSING, _TOO_SLOW)
            return
        environ = environ_of(scope, body)
        if not self._is_meant(environ.get("HTTP_HOST", "")):
            exchange.response_bytes(421, _CLOSING, _MISDIRECTED)
            return
        if reply := self._quick(environ):
            exchange.response_bytes(*reply)
            return
        call = Call(exchange, self._loop.create_future())
        environ[GONE] = call.gone
        self._calls.add(call)
        if not self._is_ticking:
            self._is_ticking = True
            self._loop.call_later(_TICK, self._tick)
        try:
            if reply := await self._express.answer(environ, call.gone, call.patience):
                self._calls.discard(call)
                exchange.response_bytes(*reply)
                return
            self._threads.submit(self._answer, call, environ)
            stream = await call.answered
            if stream:
                await self._pass_on(call, stream, scope.client)
        finally:
            call.gone.set()
            if call.watch:
                call.watch.cancel()

    async def _body(self, scope: Scope, exchange: Exchange) -> bytes:
        """What was sent; one that is too long is read only so far that it shows."""
        if scope.method in {"GET", "HEAD", "OPTIONS"}:
            return b""
        if int(scope.headers.get("content-length", "0") or 0) > self._body_limit:
            return b""
        parts, size = [], 0
        async for part in exchange:
            parts.append(bytes(part))
            size += len(part)
            if size > self._body_limit:
                break
        return b"".join(parts)

    def _tick(self) -> None:
        while self._done:
            call = self._done.popleft()
            self._settle(call, None)
        for call in self._calls:
            call.ticks += 1
            call.patience.tick()
            if call.ticks == _SLOW:
                call.watch = self._loop.create_task(_watch(call))
        self._is_ticking = bool(self._calls)
        if self._is_ticking:
            self._loop.call_later(_TICK, self._tick)

    def _settle(self, call: Call, stream: Stream | None) -> None:
        self._calls.discard(call)
        if not call.answered.done():
            call.answered.set_result(stream)

    def _answer(self, call: Call, environ: dict[str, Any]) -> None:
        """In a thread: run the application, and send what it answers if that is all there."""
        try:
            stream = self._run(call, environ)
        except Exception:  # noqa: BLE001 nobody else would hear of it: the last of all handlers
            _LOG.exception("%s", environ["PATH_INFO"])
            call.exchange.response_bytes(500, [], b"")
            stream = None
        if stream:
            self._loop.call_soon_threadsafe(self._settle, call, stream)
        else:
            self._done.append(call)

    def _run(self, call: Call, environ: dict[str, Any]) -> Stream | None:
        begun: list[tuple[int, Headers]] = []

        def start(status: str, headers: Headers, _: object = None) -> None:
            begun[:] = [(int(status[:3]), headers)]

        parts = self._app(environ, start)
        close = getattr(parts, "close", _nothing)
        status, headers = begun[0]
        if not _has_length(headers) and status not in {204, 304}:
            return Stream(status, headers, iter(parts), close)
        try:
            body = b"".join(parts)
        finally:
            close()
        call.exchange.response_bytes(status, headers, body)
        return None

    async def _pass_on(self, call: Call, stream: Stream, client: str) -> None:
        """A long answer; where it fails it breaks off, so that it never looks complete."""
        if call.watch is None:
            call.watch = self._loop.create_task(_watch(call))
        transport = call.exchange.response_stream(stream.status, stream.headers)
        is_complete = False
        try:
            while isinstance(
                part := await self._loop.run_in_executor(self._threads, stream.next), bytes
            ):
                await transport.send_bytes(part)
            is_complete = True
        except Exception as error:  # noqa: BLE001 whatever it is, the client must see it
            _LOG.warning("an answer breaks off: %s", error)
        finally:
            if not is_complete:
                break_off(client)
            stream.context.run(stream.close)


async def _watch(call: Call) -> None:
    await call.exchange.client_disconnect()
    call.gone.set()


def _nothing() -> None:
    return


def _has_length(headers: Headers) -> bool:
    return any(name.lower() == "content-length" for name, _ in headers)
