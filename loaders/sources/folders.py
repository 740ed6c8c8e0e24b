"""Walks folders in one order everywhere, into each of them once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from loaders.sources.found import Failure, shown
from loaders.sources.manifests import Manifest, read_manifest
from loaders.sources.readers import MANIFEST, SIDECAR, reader_of, stem_of


@dataclass(frozen=True)
class _Entry:
    path: Path
    folder: bool


@dataclass(frozen=True)
class Place:
    """An article's file, and the manifests above it, the nearest first."""

    file: Path
    manifests: tuple[Manifest, ...] = field(default=())


def walk(folder: Path) -> Iterator[Place | Failure]:
    """Every article's file below `folder`, sorted by name; symbolic links can't lead astray."""
    yield from _walk(folder, (), set())


def _walk(
    folder: Path, above: tuple[Manifest, ...], entered: set[tuple[int, int]]
) -> Iterator[Place | Failure]:
    try:
        status = folder.stat()
        entries = [_Entry(path, path.is_dir()) for path in _listed(folder)]
        files = [entry.path for entry in entries if not entry.folder]
        own = [read_manifest(file) for file in files if file.name == MANIFEST]
    except OSError as error:
        yield Failure(shown(folder), f"can't be read: {error.strerror}")
        return
    if (status.st_dev, status.st_ino) in entered:
        return
    entered.add((status.st_dev, status.st_ino))
    manifests = (*own, *above)
    yield from (fault for manifest in own for fault in _faults(manifest))
    yield from _orphans(files)
    for entry in entries:
        if entry.folder:
            yield from _walk(entry.path, manifests, entered)
        elif reader_of(entry.path.name):
            yield Place(entry.path, manifests)


def _listed(folder: Path) -> list[Path]:
    """Its files and folders by name; hidden ones, pipes and dead links left out."""
    seen = sorted(folder.iterdir(), key=lambda path: path.name)
    return [p for p in seen if not p.name.startswith(".") and (p.is_file() or p.is_dir())]


def _faults(manifest: Manifest) -> Iterator[Failure]:
    file = shown(manifest.file)
    yield from (Failure(file, fault) for fault in manifest.faults)
    for path, line in manifest.lines.items():
        if not (manifest.file.parent / path).is_file():
            yield Failure(file, f"line {line}: path: no file {path!r} in this folder")


def _orphans(files: list[Path]) -> Iterator[Failure]:
    stems = {stem_of(file.name) for file in files if reader_of(file.name)}
    for file in files:
        stem = file.name.removesuffix(SIDECAR)
        if file.name.endswith(SIDECAR) and stem not in stems:
            yield Failure(shown(file), f"metadata without an article {stem}.txt beside it")
