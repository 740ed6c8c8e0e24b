"""Walks folders in one order everywhere, into each of them once."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from loaders.sources.found import Failure, shown
from loaders.sources.manifests import Manifest, read_manifest
from loaders.sources.readers import MANIFEST, SIDECAR, reader_of, stem_of


@dataclass(frozen=True)
class Place:
    """An article's file, and the manifests above it, the nearest first."""

    file: Path
    manifests: tuple[Manifest, ...] = field(default=())


@dataclass(frozen=True)
class _Folder:
    path: Path
    above: tuple[Manifest, ...]


def walk(folder: Path) -> Iterator[Place | Failure]:
    """Every article's file below `folder`, sorted by name; symbolic links can't lead astray."""
    entered: set[tuple[int, int]] = set()
    ahead: list[Place | Failure | _Folder] = [_Folder(folder, ())]
    while ahead:
        step = ahead.pop()
        if isinstance(step, _Folder):
            ahead.extend(reversed(_opened(step, entered)))
        else:
            yield step


def _opened(folder: _Folder, entered: set[tuple[int, int]]) -> list[Place | Failure | _Folder]:
    """What is in a folder, in order; nothing where it has been entered before."""
    try:
        status = folder.path.stat()
        if (status.st_dev, status.st_ino) in entered:
            return []
        entered.add((status.st_dev, status.st_ino))
        entries = [(path, path.is_dir()) for path in _listed(folder.path)]
        files = [path for path, is_folder in entries if not is_folder]
        own = [read_manifest(file) for file in files if file.name == MANIFEST]
    except OSError as error:
        return [Failure(shown(folder.path), f"can't be read: {error.strerror}")]
    manifests = (*own, *folder.above)
    within = [
        _Folder(path, manifests) if is_folder else Place(path, manifests)
        for path, is_folder in entries
        if is_folder or reader_of(path.name)
    ]
    faults = [fault for manifest in own for fault in _faults(manifest)]
    return [*faults, *_orphans(files), *within]


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
