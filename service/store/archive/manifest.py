"""What a backup holds: a ZIP file of the graph in N-Quads, the journal and this list of them."""

import hashlib
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import IO

import msgspec

VERSION = 1  # of the file's layout
DATA, JOURNAL, MANIFEST = "data.nq", "journal.sqlite", "manifest.json"
Told = Callable[[int], None]


class Part(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """One file inside: its length in bytes and its SHA-256."""

    bytes: int
    sha256: str


class Manifest(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """The list; `store` is the store's format, `software` the version that wrote it."""

    backup: int
    store: int
    software: str
    quads: int
    parts: dict[str, Part]


@dataclass
class Measured:
    """A stream that is measured as it flows; `told` hears of every line that passed."""

    stream: IO[bytes]
    told: Told = lambda _: None
    length: int = 0
    _digest: "hashlib._Hash" = field(default_factory=hashlib.sha256)

    def write(self, data: bytes) -> int:
        """Pass on what is written."""
        self._pass(data)
        return self.stream.write(data)

    def read(self, size: int = -1) -> bytes:
        """Pass on what is read."""
        data = self.stream.read(size)
        self._pass(data)
        return data

    def flush(self) -> None:
        """Nothing is held back here."""

    def _pass(self, data: bytes) -> None:
        self._digest.update(data)
        self.length += len(data)
        self.told(data.count(b"\n"))

    @property
    def part(self) -> Part:
        """What has passed so far."""
        return Part(self.length, self._digest.hexdigest())
