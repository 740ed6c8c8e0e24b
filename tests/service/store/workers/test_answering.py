"""What a worker does with its work, without a process: answers, refusals, messages, chunks."""

import gc
from collections.abc import Iterator
from multiprocessing import Pipe
from multiprocessing.connection import Connection

import pyoxigraph as ox
import pytest

from service.store.workers import messages
from service.store.workers.answering import Refusal, answer
from service.store.workers.messages import Failure, Part
from service.store.workers.output import CHUNK, Output
from service.store.workers.work import Dump, Fault, Kind, Query, Whole, Work

NODE, GRAPH = ox.NamedNode("http://e.org/n"), ox.NamedNode("http://e.org/g")


@pytest.fixture(autouse=True)
def collected() -> Iterator[None]:
    """An answer that an error's traceback holds can only be dropped by its own thread."""
    yield
    gc.collect()


@pytest.fixture
def store() -> ox.Store:
    made = ox.Store()
    made.add(ox.Quad(NODE, NODE, ox.Literal("a")))
    made.add(ox.Quad(NODE, NODE, ox.Literal("b"), GRAPH))
    return made


class Sink:
    def __init__(self) -> None:
        self.kind = Kind.SOLUTIONS
        self.written = b""

    def write(self, data: bytes) -> int:
        self.written += data
        return len(data)

    def flush(self) -> None:
        """Nothing is held back."""


def done(store: ox.Store, work: Work) -> tuple[Kind, bytes]:
    sink = Sink()
    answer(store, work, {"e": "http://e.org/"}, sink)
    return sink.kind, sink.written


def test_each_kind_of_work(store: ox.Store) -> None:
    assert done(store, Query("SELECT ?o { e:n ?p ?o }", "text/csv")) == (
        Kind.SOLUTIONS,
        b"o\r\na\r\n",
    )
    assert done(store, Query("ASK { e:n ?p 'b' }"))[1] == b'{"head":{},"boolean":false}'
    line = b'<http://e.org/n> <http://e.org/n> "b" .\n'
    assert done(store, Dump(GRAPH.value, "application/n-triples")) == (Kind.GRAPH, line)
    everything = done(store, Dump(Whole.EVERYTHING, "application/n-quads"))[1]
    assert everything.count(b"\n") == 2
    graph = Query("CONSTRUCT { ?s ?p ?o } { GRAPH ?g { ?s ?p ?o } }", graph="application/n-triples")
    assert done(store, graph) == (Kind.GRAPH, line)


@pytest.mark.parametrize(
    ("work", "fault"),
    [
        (Query("SELECT"), Fault.MALFORMED),
        (Query("ASK {}", default=("no iri",)), Fault.MALFORMED),
        (Query("ASK {}", None), Fault.NO_FORM),
        (Query("ASK {}", "image/png"), Fault.NO_FORM),
        (Query("CONSTRUCT WHERE { ?s ?p ?o }", graph=None), Fault.NO_FORM),
        (Dump("http://e.org/none", "text/turtle"), Fault.NO_GRAPH),
        (Dump(Whole.DEFAULT, "text/csv"), Fault.NO_FORM),
    ],
)
def test_what_is_refused(store: ox.Store, work: Work, fault: Fault) -> None:
    with pytest.raises(Refusal) as refused:
        done(store, work)
    assert refused.value.fault is fault


@pytest.fixture
def ends() -> tuple["Connection[bytes, bytes]", "Connection[bytes, bytes]"]:
    return Pipe()


def test_short_output_is_one_message(
    ends: tuple["Connection[bytes, bytes]", "Connection[bytes, bytes]"],
) -> None:
    output = Output(ends[0], 0)
    output.kind = Kind.GRAPH
    output.write(b"one ")
    output.write(b"two")
    assert not ends[1].poll()
    output.finish()
    assert messages.read(ends[1].recv_bytes()) == Part(Kind.GRAPH, b"one two", is_last=True)


def test_long_output_is_sent_in_chunks_and_ends_beyond_the_largest(
    ends: tuple["Connection[bytes, bytes]", "Connection[bytes, bytes]"],
) -> None:
    output = Output(ends[0], CHUNK + 10)
    output.write(b"x" * CHUNK)
    part = messages.read(ends[1].recv_bytes())
    assert part == Part(Kind.SOLUTIONS, b"x" * CHUNK, is_last=False)
    with pytest.raises(Refusal, match="longer than"):
        output.write(b"x" * 11)
    output.flush()
    assert not ends[1].poll()


def test_a_failure_keeps_its_words() -> None:
    sent = messages.failure(Fault.MALFORMED, "line 1:\nunexpected é")
    assert messages.read(sent) == Failure(Fault.MALFORMED, "line 1:\nunexpected é")
