"""Two lanes: what is slow leaves the fast one, and what is light doesn't wait for it."""

import os
import statistics
import threading
import time
from contextlib import suppress

import pytest

from service.store.workers.answers import Answer
from service.store.workers.errors import Busy, QueryFailed, QueryTimeout
from service.store.workers.pool import Pool
from service.store.workers.shapes import shape_of
from service.store.workers.work import Query
from tests.service.store.workers.conftest import ENDLESS, FLOOD, LIGHT, Making, until

SECONDS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f FILTER(?c < 1500) FILTER(?c + ?f > 10) }"


def asking(pool: Pool, sparql: str) -> threading.Thread:
    def ask() -> None:
        try:
            pool.answer(Query(sparql)).close()
        except QueryFailed:
            return

    thread = threading.Thread(target=ask)
    thread.start()
    return thread


def test_a_query_beyond_its_budget_goes_on_in_the_slow_lane(make: Making) -> None:
    pool = make(budget=0.2, timeout=3)
    pool.answer(Query("ASK {}"))
    thread = asking(pool, ENDLESS)
    assert until(lambda: any(worker.is_slow for worker in pool.lanes.busy))
    [slow] = pool.lanes.busy
    assert os.getpriority(os.PRIO_PROCESS, slow.process.pid) == 10
    assert until(lambda: len(pool.lanes.idle) == 2), "another takes its place"
    thread.join()
    assert until(lambda: len(pool.lanes.idle) == 2)


def test_what_was_slow_starts_in_the_slow_lane(make: Making) -> None:
    pool = make(budget=0.2, timeout=2)
    pool.answer(Query("ASK {}"))
    with pytest.raises(QueryTimeout):
        pool.answer(Query(ENDLESS + " LIMIT 3"))
    thread = asking(pool, ENDLESS + " LIMIT 17")
    assert until(lambda: bool(pool.lanes.busy))
    assert pool.lanes.busy[0].is_slow
    pool.close()
    thread.join()


def test_where_the_slow_lane_is_full_it_begins_again_when_there_is_room(make: Making) -> None:
    pool = make(budget=0.15, timeout=2, slow=1)
    pool.answer(Query("ASK {}"))
    first = asking(pool, ENDLESS)
    assert until(lambda: pool.lanes.slow_running() == 1)
    begun = time.monotonic()
    with pytest.raises(QueryFailed) as failed:
        pool.answer(Query(FLOOD.replace("SELECT *", "SELECT (MAX(?c) AS ?m)")))
    assert failed.value.status in {503, 504}
    assert time.monotonic() - begun < 5
    assert pool.lanes.slow_running() <= 1
    pool.close()
    first.join()


def test_light_questions_are_answered_beside_slow_ones(make: Making) -> None:
    pool = make(budget=0.2, timeout=8)
    pool.answer(Query("ASK {}"))
    slow = [asking(pool, SECONDS) for _ in range(8)]
    time.sleep(1)
    times = []
    for _ in range(100):
        begun = time.monotonic()
        pool.answer(Query(LIGHT)).close()
        times.append(time.monotonic() - begun)
    assert statistics.median(times) < 0.1
    pool.close()
    for thread in slow:
        thread.join()


def test_an_answer_half_sent_goes_on_though_the_slow_lane_is_full(make: Making) -> None:
    pool = make(budget=0.15, timeout=5, slow=1)
    pool.answer(Query("ASK {}"))
    first = asking(pool, ENDLESS)
    assert until(lambda: pool.lanes.slow_running() == 1)
    chunks = pool.answer(Query(FLOOD)).chunks
    next(chunks)
    assert until(lambda: sum(worker.is_slow for worker in pool.lanes.busy) == 2)
    assert next(chunks)
    chunks.close()  # type: ignore[attr-defined]
    pool.close()
    first.join()


def test_twenty_who_read_slowly_keep_neither_lane(make: Making) -> None:
    pool = make(budget=0.1, timeout=60, overflow=3)
    light = Query(LIGHT)
    pool.answer(light).close()
    held: list[Answer] = []
    for _ in range(20):
        with suppress(Busy):
            held.append(pool.answer(Query(FLOOD)))
    assert until(lambda: sum(w.is_streaming and not w.verdict for w in pool.lanes.busy) == 3)
    pool.answer(light).close()
    assert pool.answer(Query(SECONDS)).body
    for answer in held:
        answer.close()


@pytest.mark.parametrize(
    ("one", "other", "are_alike"),
    [
        ("SELECT * { <http://e/1> ?p 1 }", "SELECT * { <http://e/2> ?p 22 }", True),
        ("ASK { ?s ?p 'a' }", 'ASK { ?s ?p "it\'s" }', True),
        ("ASK { ?s ?p ?o }", "ASK { ?s ?p 1 }", False),
        ("ASK { ?s a e:A }", "ASK { ?s a e:B }", False),
    ],
)
def test_questions_of_a_shape_differ_in_constants_alone(
    one: str, other: str, are_alike: bool
) -> None:
    assert (shape_of(Query(one)) == shape_of(Query(other))) is are_alike
