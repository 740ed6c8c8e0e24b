"""A pool's answers, and what keeps a query from one; real processes on a small store."""

import csv
import gc
import io
import os
import signal
import threading
import time
from collections.abc import Callable

import pyoxigraph as ox
import pytest

from service.store.directory import StoreDirectory
from service.store.workers.errors import (
    Busy,
    Gone,
    Lost,
    Malformed,
    NoForm,
    NoGraph,
    QueryFailed,
    QueryTimeout,
    TooLarge,
    TooMuchMemory,
)
from service.store.workers.limits import Limits
from service.store.workers.pool import Pool
from service.store.workers.work import Dump, Kind, Query, Whole
from tests.service.store.workers.conftest import ENDLESS, FLOOD, LIGHT, SIZE, Making, until


def test_rows_a_truth_and_a_graph_come_in_the_forms_that_are_asked(pool: Pool) -> None:
    rows = pool.answer(Query(LIGHT, "text/csv"))
    assert (rows.kind, rows.media, rows.is_complete) == (Kind.SOLUTIONS, "text/csv", True)
    assert rows.body == b"n\r\n7\r\n"
    truth = pool.answer(Query("ASK { e:8 ?p 8 }"))
    assert (truth.kind, truth.body) == (Kind.BOOLEAN, b'{"head":{},"boolean":true}')
    graph = pool.answer(Query("CONSTRUCT WHERE { e:9 ?p ?o }", graph="text/turtle"))
    assert (graph.kind, graph.media) == (Kind.GRAPH, "text/turtle")
    [quad] = ox.parse(graph.body, format=ox.RdfFormat.TURTLE)
    assert quad.object == ox.Literal(9)


def test_a_long_answer_comes_in_chunks_and_all_of_it(pool: Pool) -> None:
    every = "SELECT ?s ?t { ?s e:number ?n . ?t e:number ?m FILTER(?n < 20) }"
    answer = pool.answer(Query(every, "text/csv"))
    assert not answer.is_complete
    chunks = list(answer.chunks)
    assert len(chunks) > 5
    assert len(list(csv.reader(io.StringIO(b"".join(chunks).decode())))) == 20 * SIZE + 1
    assert pool.answer(Query("ASK {}")).is_complete


def test_gathering_waits_for_a_part_or_for_all(pool: Pool) -> None:
    every = "SELECT ?s ?t { ?s e:number ?n . ?t e:number ?m FILTER(?n < 20) }"
    answer = pool.answer(Query(every, "text/csv"))
    assert not answer.gather(1000)
    assert answer.gather(1 << 30)
    assert answer.body.count(b"\n") == 20 * SIZE + 1


def test_a_dataset_replaces_the_querys_own(pool: Pool) -> None:
    nothing = Query("ASK { ?s ?p ?o }", default=("http://e.org/none",), named=())
    assert b"false" in pool.answer(nothing).body
    with pytest.raises(Malformed, match="no IRI"):
        pool.answer(Query("ASK {}", default=("not an IRI",), named=()))


def test_graphs_are_dumped_as_they_are(pool: Pool) -> None:
    whole = pool.answer(Dump(Whole.DEFAULT, "application/n-triples")).body
    assert whole.count(b"<http://e.org/number>") == SIZE
    quads = pool.answer(Dump(Whole.EVERYTHING, "application/n-quads")).body
    assert quads.count(b"\n") > whole.count(b"\n")
    with pytest.raises(NoGraph, match=r"http://e\.org/none"):
        pool.answer(Dump("http://e.org/none", "text/turtle"))


@pytest.mark.parametrize(
    ("query", "failure", "words"),
    [
        (Query("SELECT * { ?s"), Malformed, "error at"),
        (Query("DROP ALL"), Malformed, "can't be read"),
        (Query(LIGHT, None), NoForm, "results"),
        (Query("CONSTRUCT WHERE { ?s ?p ?o }", graph=None), NoForm, "graph"),
    ],
)
def test_what_cant_be_answered_is_said_and_the_worker_stays(
    pool: Pool, query: Query, failure: type[QueryFailed], words: str
) -> None:
    pool.answer(Query("ASK {}"))
    before = pids(pool)
    with pytest.raises(failure, match=words):
        pool.answer(query)
    assert before <= pids(pool)


def pids(pool: Pool) -> set[int]:
    return {worker.process.pid for worker in pool.lanes.everyone()}


def test_a_query_ends_at_its_time_and_the_pool_is_whole_again(make: Making) -> None:
    pool = make(timeout=0.5)
    pool.answer(Query("ASK {}"))
    begun = time.monotonic()
    with pytest.raises(QueryTimeout, match=r"longer than 0\.5 seconds"):
        pool.answer(Query(ENDLESS))
    assert 0.4 < time.monotonic() - begun < 3
    assert pool.answer(Query(LIGHT)).is_complete
    assert until(lambda: len(pool.lanes.idle) == 2)


def test_a_long_answer_ends_at_its_time_too_and_not_as_if_it_were_complete(make: Making) -> None:
    pool = make(timeout=0.8)
    chunks = pool.answer(Query(FLOOD)).chunks
    assert next(chunks)
    with pytest.raises(QueryTimeout):
        sum(map(len, chunks))


def test_a_slow_reader_is_held_to_the_time(make: Making) -> None:
    pool = make(timeout=0.5)
    chunks = pool.answer(Query(FLOOD)).chunks
    next(chunks)
    assert until(lambda: not pool.lanes.busy or pool.lanes.busy[0].verdict is not None)
    with pytest.raises(QueryTimeout):
        list(chunks)


def test_a_dump_has_its_own_time_and_length(make: Making) -> None:
    pool = make(timeout=0.5, dump=60, largest=1000)
    pool.answer(Query("ASK {}"))
    chunks = pool.answer(Dump(Whole.EVERYTHING, "application/n-quads")).chunks
    parts = [next(chunks)]
    slow = time.monotonic() + 0.7
    assert until(lambda: time.monotonic() > slow)  # its reader takes longer than a query may
    assert b"".join([*parts, *chunks]).count(b"<http://e.org/number>") == SIZE


def test_memory_is_bounded(make: Making) -> None:
    pool = make(memory=100 << 20, timeout=60)
    with pytest.raises(TooMuchMemory, match="more memory"):
        pool.answer(Query("SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?a ?f ?d"))
    assert pool.answer(Query(LIGHT)).is_complete


def test_an_answers_length_is_bounded(make: Making) -> None:
    pool = make(largest=100_000)
    with pytest.raises(TooLarge, match="100000 bytes"):
        pool.answer(Query("SELECT ?s ?n { ?s e:number ?n }"))
    assert pool.answer(Query("SELECT ?s ?n { ?s e:number ?n } LIMIT 10")).is_complete


def in_thread(work: Callable[[], object]) -> tuple[threading.Thread, list[object]]:
    """Run it beside, and what came of it."""
    became: list[object] = []

    def run() -> None:
        try:
            became.append(work())
        except QueryFailed as failure:
            became.append(failure)

    thread = threading.Thread(target=run)
    thread.start()
    return thread, became


def test_a_killed_worker_loses_its_query_alone(make: Making) -> None:
    pool = make(timeout=20)
    pool.answer(Query("ASK {}"))
    thread, became = in_thread(lambda: pool.answer(Query(ENDLESS)))
    assert until(lambda: bool(pool.lanes.busy))
    time.sleep(0.1)
    os.kill(pool.lanes.busy[0].process.pid, signal.SIGKILL)
    thread.join(10)
    assert isinstance(became[0], Lost)
    assert pool.answer(Query(LIGHT)).is_complete


def test_workers_killed_while_they_are_idle_are_not_missed(make: Making) -> None:
    pool = make()
    pool.answer(Query("ASK {}"))
    assert until(lambda: len(pool.lanes.idle) == 2)
    for pid in pids(pool):
        os.kill(pid, signal.SIGKILL)
    assert pool.answer(Query(LIGHT)).is_complete


def test_a_query_ends_when_its_client_has_gone(make: Making) -> None:
    pool, gone = make(budget=0.1, timeout=30), threading.Event()
    pool.answer(Query("ASK {}"))
    thread, became = in_thread(lambda: pool.answer(Query(ENDLESS), gone=gone))
    assert until(lambda: bool(pool.lanes.busy))
    gone.set()
    thread.join(5)
    assert isinstance(became[0], Gone)


def test_an_answer_that_is_left_ends_its_query(make: Making) -> None:
    pool = make(timeout=30)
    answer = pool.answer(Query(FLOOD))
    next(answer.chunks)
    answer.close()
    answer.close()
    assert until(lambda: not pool.lanes.busy and not pool.lanes.dying)
    assert pool.answer(Query(LIGHT)).is_complete


def test_who_finds_the_queue_full_is_told_to_come_again(make: Making) -> None:
    pool = make(fast=1, fast_queue=1, budget=60, timeout=3)
    pool.answer(Query("ASK {}"))
    running, _ = in_thread(lambda: pool.answer(Query(ENDLESS)))
    assert until(lambda: bool(pool.lanes.busy))
    waiting, became = in_thread(lambda: pool.answer(Query(LIGHT)))
    assert until(lambda: pool.lanes.waiting > 0)
    with pytest.raises(Busy, match="too many") as refused:
        pool.answer(Query(LIGHT))
    assert (refused.value.status, refused.value.retry_after) == (503, 1)
    running.join(10)
    waiting.join(10)
    assert became


def test_select_is_for_rows(pool: Pool, filled: StoreDirectory) -> None:
    [row] = pool.select(LIGHT, filled.current())
    assert row["n"] == ox.Literal(7)
    with pytest.raises(TypeError, match="no SELECT"):
        pool.select("ASK {}")


def test_a_closed_pool_answers_nothing_and_leaves_no_process(make: Making) -> None:
    pool = make()
    pool.answer(Query("ASK {}"))
    processes = [worker.process for worker in pool.lanes.everyone()]
    pool.close()
    assert all(process.poll() is not None for process in processes)
    with pytest.raises(Busy):
        pool.answer(Query("ASK {}"))


def test_a_pool_that_nobody_holds_ends_its_workers(filled: StoreDirectory) -> None:
    pool = Pool(filled, Limits(fast=1, slow=1))
    assert pool.answer(Query("ASK {}")).body
    processes = [worker.process for worker in pool.lanes.everyone()]
    assert processes
    del pool
    gc.collect()
    assert until(lambda: all(each.poll() is not None for each in processes))
