"""Look-ups that the event loop gives to workers itself: every way that one can end."""

import asyncio
import os
import signal
import threading
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest
from werkzeug.test import EnvironBuilder

from service.app import create_app
from service.http.asking import BEGUN, OUTCOME
from service.http.express import Express, Patience
from service.http.lean import Lean, Reply
from service.settings import Settings
from service.store.workers.answers import Answer
from service.store.workers.errors import Busy, Malformed
from service.store.workers.limits import Limits
from service.store.workers.pool import Begun
from tests.service.store.workers.conftest import ENDLESS, FLOOD, LIGHT, fill, until

Environ = dict[str, Any]


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return fill(tmp_path_factory.mktemp("express") / "store").path


@pytest.fixture
def lean(store: Path) -> Iterator[Lean]:
    app = create_app(Settings(store=str(store), query_timeout=5.0))
    made = app.wsgi_app
    assert isinstance(made, Lean)
    made.pool.start()
    assert until(lambda: bool(made.pool.lanes.idle))
    yield made
    made.pool.close()


def environ(query: str) -> Environ:
    made = EnvironBuilder(
        path="/sparql",
        query_string=f"query={quote(query)}",
        headers={"Accept": "application/sparql-results+json"},
    )
    return made.get_environ()


def asked(
    lean: Lean, *given: Environ, ticks: bool = True, gone: threading.Event | None = None
) -> list[Reply | None]:
    """Ask all at once on a loop that ticks as the server's does."""

    async def run() -> list[Reply | None]:
        express = Express(lean, asyncio.get_running_loop())
        patience = [Patience() for _ in given]
        event = gone or threading.Event()
        calls = [
            asyncio.ensure_future(express.answer(each, event, one))
            for each, one in zip(given, patience, strict=True)
        ]
        while not all(call.done() for call in calls):
            await asyncio.sleep(0.01)
            for one in patience if ticks else ():
                one.tick()
        return [call.result() for call in calls]

    return asyncio.run(run())


def test_a_look_up_is_answered_and_remembered(lean: Lean) -> None:
    given = environ(LIGHT)
    [reply] = asked(lean, given)
    assert reply is not None
    assert reply.status == 200
    assert b'"7"' in reply.body
    assert lean.remembered(environ(LIGHT)) is not None
    assert OUTCOME not in given
    assert not lean.pool.lanes.busy


def test_more_than_there_are_workers_wait_their_turn(lean: Lean) -> None:
    many = [environ(f"SELECT ?n {{ <http://e.org/{n}> ?p ?n }}") for n in range(40)]
    replies = asked(lean, *many, ticks=False)
    assert [f'"{n}"'.encode() in reply.body for n, reply in enumerate(replies) if reply] == (
        [True] * 40
    )
    assert not lean.pool.lanes.busy
    assert lean.pool.lanes.waiting == 0


def test_what_takes_longer_goes_to_a_thread_as_it_stands(lean: Lean) -> None:
    given = environ(ENDLESS)
    assert asked(lean, given) == [None]
    begun = given[BEGUN]
    assert isinstance(begun, Begun)
    assert len(lean.pool.lanes.busy) == 1
    begun.call.leave()
    assert not lean.pool.lanes.busy


def test_a_long_answer_goes_to_a_thread_with_its_first_part(lean: Lean) -> None:
    given = environ(FLOOD.replace("?g ?h ?i", "?g ?h 1"))
    assert asked(lean, given, ticks=False) == [None]
    answer = given[BEGUN]
    assert isinstance(answer, Answer)
    assert next(answer.chunks).startswith(b'{"head"')
    answer.close()


def test_the_thread_goes_on_with_it_and_asks_nothing_twice(lean: Lean) -> None:
    number = "<http://e.org/number>"
    slow = environ(
        f"SELECT (COUNT(*) AS ?n) {{ ?a {number} ?c . ?d {number} ?f FILTER(?c < 500) }}"
    )
    [reply] = asked(lean, slow)
    assert reply is None
    busy = list(lean.pool.lanes.busy)
    assert len(busy) == 1
    statuses: list[str] = []
    body = b"".join(lean(slow, lambda status, _: statuses.append(status)))
    assert statuses == ["200 OK"]
    assert b'"1500000"' in body
    assert BEGUN not in slow


def test_a_failure_is_told_by_the_long_way(lean: Lean) -> None:
    given = environ("SELECT ?n { nonsense }")
    assert asked(lean, given) == [None]
    assert isinstance(given[OUTCOME][1], Malformed)
    statuses: list[str] = []
    body = b"".join(lean(given, lambda status, *_: statuses.append(status)))
    assert statuses == ["400 BAD REQUEST"]
    assert b"can't be read" in body


def test_known_as_slow_it_is_left_to_a_thread(lean: Lean) -> None:
    lean.pool._slow.note(LIGHT.replace("<http://e.org/7>", "_"), is_slow=True)
    given = environ(LIGHT)
    assert asked(lean, given) == [None]
    assert given.keys() & {OUTCOME, BEGUN} == set()


def test_a_client_that_has_gone_waits_no_more(lean: Lean) -> None:
    _occupy(lean)
    gone, given = threading.Event(), environ(LIGHT)
    threading.Timer(0.2, gone.set).start()
    started = time.monotonic()
    assert asked(lean, given, gone=gone) == [None]
    assert isinstance(given[OUTCOME][1], Busy)
    assert time.monotonic() - started < 2
    assert lean.pool.lanes.waiting == 0


def test_too_many_are_told_to_come_again(lean: Lean) -> None:
    lean.pool.lanes.limits = Limits(fast=2, fast_queue=3)
    _occupy(lean)
    given = [environ(f"SELECT ?n {{ <http://e.org/{n}> ?p ?n }}") for n in range(5)]
    gone = threading.Event()
    threading.Timer(0.3, gone.set).start()
    asked(lean, *given, gone=gone)
    assert sum("too many" in str(each[OUTCOME][1]) for each in given) == 2


def test_a_request_that_is_cancelled_gives_its_worker_back(lean: Lean) -> None:
    async def run() -> None:
        express = Express(lean, asyncio.get_running_loop())
        call = asyncio.ensure_future(
            express.answer(environ(ENDLESS), threading.Event(), Patience())
        )
        await asyncio.sleep(0.05)
        call.cancel()
        with pytest.raises(asyncio.CancelledError):
            await call

    asyncio.run(run())
    assert not lean.pool.lanes.busy


@pytest.mark.parametrize("wait", [0.0, 0.5])
def test_workers_that_were_killed_are_not_missed(lean: Lean, wait: float) -> None:
    for worker in list(lean.pool.lanes.idle):
        os.kill(worker.process.pid, signal.SIGKILL)
    time.sleep(wait)
    given = environ(LIGHT)
    [reply] = asked(lean, given)
    if reply is None:  # a thread asks anew
        statuses: list[str] = []
        body = b"".join(lean(given, lambda status, *_: statuses.append(status)))
        assert statuses == ["200 OK"]
    else:
        body = reply.body
    assert b'"7"' in body


def test_the_closing_pool_sends_away_who_waits(lean: Lean) -> None:
    _occupy(lean)
    given = environ(LIGHT)
    threading.Timer(0.2, lean.pool.close).start()
    assert asked(lean, given) == [None]
    assert isinstance(given[OUTCOME][1], Busy)


def _occupy(lean: Lean) -> None:
    """No worker is idle, and none becomes so."""
    lanes = lean.pool.lanes
    assert until(lambda: not lanes.starting and bool(lanes.idle))
    with lanes.lock:
        lanes.starting.extend(lanes.idle)  # as if they opened a snapshot that takes long
        lanes.idle.clear()
