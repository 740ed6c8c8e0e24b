"""Several loaders read one stream: no line is lost, cut or read twice."""

import io

import pyoxigraph as ox
import pytest

from service.store.archive.lines import load_lines
from service.store.archive.manifest import Measured


def stored(data: bytes, block: int) -> ox.Store:
    store = ox.Store()
    load_lines(store, Measured(io.BytesIO(data)), block)
    return store


def line(number: int) -> bytes:
    words = "long " * (number % 50)
    return f'<http://e.org/{number}> <http://e.org/p> "{words}é" <http://e.org/g> .\n'.encode()


@pytest.mark.parametrize("block", [1, 7, 100, 4096, 1 << 20])
def test_every_line_is_read_once_wherever_blocks_end(block: int) -> None:
    data = b"".join(line(number) for number in range(300))
    one = ox.Store()
    one.bulk_load(data, format=ox.RdfFormat.N_QUADS)
    many = stored(data, block)
    assert len(many) == 300
    assert set(many) == set(one)


def test_a_blank_node_stays_one() -> None:
    data = b"".join(
        line(number) + f'_:b{number % 3} <http://e.org/q> "{number}" .\n'.encode()
        for number in range(60)
    )
    store = stored(data, 100)
    told = ox.NamedNode("http://e.org/q")
    nodes = {quad.subject for quad in store.quads_for_pattern(None, told, None)}
    assert (len(store), len(nodes)) == (120, 3)


@pytest.mark.parametrize("data", [b"", b"\n\n", line(3)[:-1]])
def test_a_last_line_needs_no_end(data: bytes) -> None:
    assert len(stored(data, 10)) == (1 if data.strip() else 0)


def test_a_bad_line_is_told() -> None:
    with pytest.raises(SyntaxError):
        stored(line(1) * 50 + b"<broken\n" + line(2), 64)
