"""Reads a backup into a store, checked in full before it replaces anything."""

import shutil
import traceback
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import IO, cast

import msgspec
import pyoxigraph as ox

from service.errors import StoreError, UsageError, WrongFormat
from service.store.archive.lines import load_lines
from service.store.archive.manifest import (
    DATA,
    JOURNAL,
    MANIFEST,
    VERSION,
    Manifest,
    Measured,
    Told,
)
from service.store.directory import FORMAT, StoreDirectory
from service.store.swap import READY, RESTORING, finish

_LONGEST = 100_000  # bytes of a manifest


def restore(directory: StoreDirectory, source: Path, told: Told = lambda _: None) -> Manifest:
    """Replace all that the store holds by a backup; `told` hears of quads read.

    Servers that are running switch to it. Raises UsageError where the file is no sound backup,
    WrongFormat where it is of another version, StoreError where it can't be written; the
    store is then as it was.
    """
    with _opened(source) as archive:
        backup = _Backup(source, archive, _manifest(source, archive))
        with directory.lending("restore") as turn:
            number, snapshot = turn.next()
            folder = directory.path / RESTORING
            shutil.rmtree(folder, ignore_errors=True)  # left by one that was killed
            with _undone(folder):
                try:
                    folder.mkdir()
                    backup.unpack(folder, snapshot, told)
                    (folder / READY).write_text(str(number), encoding="ascii")
                    finish(directory.path)
                except OSError as error:
                    raise StoreError(f"{directory.path}: can't be restored: {error}") from error
            directory.settled()
            directory.follow()
    return backup.manifest


@contextmanager
def _undone(folder: Path) -> Iterator[None]:
    """Nothing of a restore that failed stays; one that is ready is gone on with."""
    try:
        yield
    except BaseException as error:
        # A traceback keeps the new graph open, and RocksDB's threads write files until it closes.
        each: BaseException | None = error
        while each:
            traceback.clear_frames(each.__traceback__)
            each = each.__cause__
        if not (folder / READY).exists():
            shutil.rmtree(folder, ignore_errors=True)
        raise


class _Backup:
    def __init__(self, source: Path, archive: zipfile.ZipFile, manifest: Manifest) -> None:
        self.source, self.archive, self.manifest = source, archive, manifest

    def unpack(self, folder: Path, snapshot: Path, told: Told) -> None:
        """Write its parts into the folder and publishable data into `snapshot`, all checked."""
        if JOURNAL in self.manifest.parts:
            with (folder / JOURNAL).open("wb") as copy, self._reading(JOURNAL) as measured:
                shutil.copyfileobj(cast(IO[bytes], measured), copy)
        graph = ox.Store(str(folder / "data"))
        with self._reading(DATA, told) as measured:
            load_lines(graph, measured)
        if len(graph) != self.manifest.quads:
            raise self._unsound(f"{self.manifest.quads} quads were written, it has {len(graph)}")
        graph.flush()
        graph.backup(str(snapshot))

    @contextmanager
    def _reading(self, name: str, told: Told = lambda _: None) -> Iterator[Measured]:
        """A part's bytes, no more than the manifest says; all must have passed at the end."""
        expected = self.manifest.parts[name]
        try:
            if self.archive.getinfo(name).file_size != expected.bytes:
                raise self._unsound(f"{name} is not as long as it was")
            with self.archive.open(name) as member:
                measured = Measured(member, told)
                yield measured
        except (KeyError, zipfile.BadZipFile, zlib.error, EOFError, SyntaxError) as error:
            raise self._unsound(str(error)) from error
        if measured.part != expected:
            raise self._unsound(f"{name} has changed")

    def _unsound(self, why: str) -> UsageError:
        return UsageError(f"{self.source}: this backup is damaged ({why}); nothing was changed")


@contextmanager
def _opened(source: Path) -> Iterator[zipfile.ZipFile]:
    try:
        with zipfile.ZipFile(source) as archive:
            yield archive
    except zipfile.BadZipFile as error:
        raise UsageError(f"{source}: no backup, or a damaged one: {error}") from error
    except FileNotFoundError as error:
        raise UsageError(f"{source}: there is no such file") from error


def _manifest(source: Path, archive: zipfile.ZipFile) -> Manifest:
    """The manifest. Raises UsageError where there is none, WrongFormat where it is newer."""
    try:
        with archive.open(MANIFEST) as member:
            found = msgspec.json.decode(member.read(_LONGEST), type=Manifest)
    except (KeyError, msgspec.DecodeError, zlib.error) as error:
        raise UsageError(f"{source}: this is no backup of a store: {error}") from error
    if (found.backup, found.store) != (VERSION, FORMAT):
        raise WrongFormat(
            f"{source}: the backup has format {found.backup}.{found.store}, this version reads "
            f"{VERSION}.{FORMAT}: restore it with communique {found.software}"
        )
    if DATA not in found.parts or not set(found.parts) <= {DATA, JOURNAL}:
        raise UsageError(f"{source}: this is no backup of a store: it names {sorted(found.parts)}")
    return found
