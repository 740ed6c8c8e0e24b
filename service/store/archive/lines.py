"""Reads one stream of lines with several loaders at once: Oxigraph parses a file with one core."""

import os
import tempfile
import threading
from concurrent.futures import ThreadPoolExecutor
from itertools import repeat
from typing import IO, cast

import pyoxigraph as ox

from service.store.archive.manifest import Measured

BLOCK = 1 << 20  # bytes that a loader takes at a time
_BLANK = b"_:"
_SPOOLED = 64 << 20  # bytes kept in memory
_MOST = 4  # loaders; each holds some hundred MB


def load_lines(store: ox.Store, stream: Measured, block: int = BLOCK) -> None:
    """Add a stream of N-Quads. Raises SyntaxError or OSError; part of it is then in the store."""
    with tempfile.SpooledTemporaryFile(_SPOOLED) as blank:
        lines = _Lines(stream, block, cast(IO[bytes], blank))
        shares = [_Share(lines) for _ in range(min(_MOST, len(os.sched_getaffinity(0))))]
        with ThreadPoolExecutor(len(shares), "load") as threads:
            # No closure: a traceback's frames keep theirs, even cleared, and so the store open.
            list(threads.map(_load, repeat(store), shares))
        blank.seek(0)
        _load(store, cast(IO[bytes], blank))


def _load(store: ox.Store, source: "_Share | IO[bytes]") -> None:
    store.bulk_load(cast(IO[bytes], source), format=ox.RdfFormat.N_QUADS)


class _Lines:
    """Lines with blank nodes go to `blank`: a label means another node for each loader."""

    def __init__(self, stream: Measured, block: int, blank: IO[bytes]) -> None:
        self._stream, self._block, self._blank = stream, block, blank
        self._rest = b""  # of a line whose end is in the next block
        self._lock = threading.Lock()

    def take(self) -> bytes:
        """The next whole lines; nothing at the end."""
        with self._lock:
            while data := self._stream.read(self._block):
                lines, end, rest = data.rpartition(b"\n")
                if not end:
                    self._rest += data
                    continue
                taken, self._rest = self._rest + lines + end, rest
                if named := self._sorted(taken):
                    return named
            taken, self._rest = self._rest, b""
            return self._sorted(taken)

    def _sorted(self, lines: bytes) -> bytes:
        if _BLANK not in lines:
            return lines
        each = lines.splitlines(keepends=True)
        self._blank.writelines(line for line in each if _BLANK in line)
        return b"".join(line for line in each if _BLANK not in line)


class _Share:
    """What one loader reads."""

    def __init__(self, lines: _Lines) -> None:
        self._lines = lines
        self._held = memoryview(b"")

    def read(self, size: int) -> bytes:
        """At most so many bytes; none at the end."""
        if not self._held:
            self._held = memoryview(self._lines.take())
        part, self._held = self._held[:size], self._held[size:]
        return bytes(part)
