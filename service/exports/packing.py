"""Exports of several files, and how they travel as one: a ZIP that is made as it is sent."""

import zipfile
from collections.abc import Iterable, Iterator
from typing import IO, NamedTuple, cast

_BEGINNING = (1980, 1, 1, 0, 0, 0)  # of ZIP's time: the same content makes the same bytes
_LEVEL = 6


class File(NamedTuple):
    """A file's name and its content, to be read once, before the next file's."""

    name: str
    chunks: Iterator[bytes]


class Sink:
    """A file to write to whose bytes are taken out again as they come."""

    closed = False

    def __init__(self) -> None:
        self._held: list[bytes] = []
        self._written = 0

    def write(self, data: bytes) -> int:
        """Take bytes."""
        held = bytes(data)
        self._held.append(held)
        self._written += len(held)
        return len(held)

    def tell(self) -> int:
        """How many bytes were written."""
        return self._written

    def flush(self) -> None:
        """Writers flush; whoever takes the bytes has them all."""

    def close(self) -> None:
        """Writers close; what they wrote can still be taken."""

    def readable(self) -> bool:
        """It can't be read."""
        return False

    def writable(self) -> bool:
        """It can be written."""
        return True

    def seekable(self) -> bool:
        """It only runs on."""
        return False

    def take(self) -> bytes:
        """What was written since the last time."""
        taken = b"".join(self._held)
        self._held.clear()
        return taken


def packed(files: Iterable[File]) -> Iterator[bytes]:
    """The files as a ZIP, in parts."""
    sink = Sink()
    with zipfile.ZipFile(cast(IO[bytes], sink), "w") as archive:
        for file in files:
            entry = zipfile.ZipInfo(file.name, _BEGINNING)
            entry.compress_type, entry.external_attr = zipfile.ZIP_DEFLATED, 0o644 << 16
            entry._compresslevel = _LEVEL  # type: ignore[attr-defined]  # noqa: SLF001 no other way
            with archive.open(entry, "w", force_zip64=True) as member:
                for chunk in file.chunks:
                    member.write(chunk)
                    if taken := sink.take():
                        yield taken
    yield sink.take()
