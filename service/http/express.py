"""Plain look-ups that the event loop itself gives to an idle worker: no thread waits for them.

Threads pass Python's lock to and fro, which costs more than a look-up. What isn't answered in a
few ticks, or otherwise than by one short part, goes to a thread as it stands.
"""

import asyncio
import threading
import time
from typing import Any

from service.http.asking import BEGUN, OUTCOME, remembered
from service.http.lean import Lean, Reply, query_of
from service.store.workers.call import Again
from service.store.workers.errors import Busy, QueryFailed
from service.store.workers.pool import Begun, NotLight
from service.store.workers.process import Worker
from service.store.workers.work import Query

Environ = dict[str, Any]


_PATIENCE = 4  # ticks that a worker has; what takes longer needs a thread, and somebody's watch


class Patience:
    """How long a call has been with a worker, in ticks of whoever serves."""

    def __init__(self) -> None:
        self.there: asyncio.Future[bool] | None = None
        self._ticks = 0

    def tick(self) -> None:
        """Another tick."""
        if self.there:
            self._ticks += 1
            if self._ticks == _PATIENCE:
                _settle(self.there, False)


class Express:
    """Belongs to one event loop, and is called in it alone."""

    def __init__(self, app: Lean, loop: asyncio.AbstractEventLoop) -> None:
        self._app = app
        self._pool = app.pool
        self._loop = loop
        self._thread = threading.get_ident()

    async def answer(
        self, environ: Environ, gone: threading.Event, patience: Patience
    ) -> Reply | None:
        """The answer, or None: then the environ holds what a thread goes on with."""
        query = query_of(environ) if self._app.is_used and OUTCOME not in environ else None
        if query is None:
            return None
        since = time.perf_counter()
        try:
            worker = await self._worker(query, gone)
            begun = self._pool.begin(worker, query)
        except Busy as error:
            environ[OUTCOME] = query, error
            return None
        except (NotLight, Again):
            return None
        if not await self._is_there(begun, patience):
            environ[BEGUN] = begun
            return None
        return self._read(environ, query, begun, since)

    async def _worker(self, query: Query, gone: threading.Event) -> Worker:
        waiting: asyncio.Future[Worker | None] = self._loop.create_future()

        def given(worker: Worker | None) -> None:
            if not waiting.done():
                waiting.set_result(worker)
            elif worker:  # the request was given up meanwhile
                self._pool.lanes.give_back(worker)

        def take(worker: Worker | None) -> None:
            if threading.get_ident() == self._thread:
                given(worker)
            else:
                self._loop.call_soon_threadsafe(given, worker)

        worker = self._pool.ask_for(query, gone, take) or await waiting
        if worker is None:
            raise Busy("no worker came free in time: try again later")
        return worker

    async def _is_there(self, begun: Begun, patience: Patience) -> bool:
        """Whether the first part is there before patience ends."""
        number = begun.call.fileno()
        there: asyncio.Future[bool] = self._loop.create_future()
        self._loop.add_reader(number, _settle, there, True)
        patience.there = there
        try:
            return await there
        except asyncio.CancelledError:
            begun.call.leave()
            raise
        finally:
            self._loop.remove_reader(number)

    def _read(self, environ: Environ, query: Query, begun: Begun, since: float) -> Reply | None:
        try:
            answer = begun.answer()
        except QueryFailed as failure:
            environ[OUTCOME] = query, failure
            return None
        except Again:
            return None
        if not answer.is_complete:
            environ[BEGUN] = answer
            return None
        found = remembered(self._app.known, query, answer)
        reply = self._app.reply(environ, found, since)
        if reply is None:
            environ[OUTCOME] = query, found
        return reply


def _settle(future: "asyncio.Future[Any]", value: object) -> None:
    if not future.done():
        future.set_result(value)
