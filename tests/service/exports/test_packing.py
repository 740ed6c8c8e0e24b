"""A ZIP that is made while it is sent."""

import io
import itertools
import zipfile
from collections.abc import Iterator
from datetime import UTC, datetime

from service.exports.packing import File, Sink, packed
from service.exports.source import batched


def test_it_is_a_zip_of_the_files() -> None:
    data = b"".join(packed([File("a.csv", iter([b"x", b"y"])), File("b.csv", iter([]))]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert archive.testzip() is None
        assert archive.namelist() == ["a.csv", "b.csv"]
        assert archive.read("a.csv") == b"xy"
        assert archive.read("b.csv") == b""
        [mode] = {entry.external_attr >> 16 for entry in archive.infolist()}
    assert mode == 0o644


def test_no_clock_is_in_it() -> None:
    data = b"".join(packed([File("a", iter([b"x"]))]))
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert datetime(*archive.infolist()[0].date_time, tzinfo=UTC).year == 1980


def test_files_are_read_only_as_far_as_somebody_takes() -> None:
    read = []

    def endless() -> Iterator[bytes]:
        for number in itertools.count():
            read.append(number)
            yield bytes(str(number), "ascii") * 20_000

    parts = packed([File("endless", endless())])
    assert next(parts)
    assert len(read) < 100


def test_a_sink_gives_what_was_written_once() -> None:
    sink = Sink()
    assert sink.write(b"abc") == 3
    assert (sink.tell(), sink.take(), sink.take(), sink.tell()) == (3, b"abc", b"", 3)
    assert (sink.readable(), sink.writable(), sink.seekable()) == (False, True, False)


def test_batches_leave_nothing_out() -> None:
    assert list(batched(range(5), 2)) == [[0, 1], [2, 3], [4]]
    assert list(batched([], 2)) == []
