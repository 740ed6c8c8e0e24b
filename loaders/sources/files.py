"""Articles from files, folders and standard input, one at a time."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import BinaryIO

from loaders.article import Article, Metadata
from loaders.errors import LoadersError, MetadataError
from loaders.sources.folders import Place, walk
from loaders.sources.found import Failure, Found, shown
from loaders.sources.manifests import read_manifest
from loaders.sources.metadata import checked, merged
from loaders.sources.readers import MANIFEST, READERS, Reader, reader_of
from loaders.sources.sidecars import read_sidecar, sidecar_of
from loaders.sources.text import read_stream, read_text

STDIN = "-"
_STDIN_NAME = "stdin"


def read_paths(
    paths: Sequence[str],
    given: Metadata | None = None,
    collection: str | None = None,
    stdin: BinaryIO | None = None,
) -> Iterator[Article | Failure]:
    """The articles at `paths`, in order, or why one can't be had.

    `given` is what the user says of all of them and goes before sidecars and manifests.
    Raises `MetadataError` where `given` itself is wrong.
    """
    known = checked(vars(given)) if given else Metadata()
    return _once_each(_read(path, known, collection, stdin) for path in paths)


def count_paths(paths: Sequence[str]) -> int:
    """How many files `read_paths` would try, without reading one."""
    return sum(
        not isinstance(place, Failure)
        for path in paths
        for place in ([path] if path == STDIN else _places(Path(path)))
    )


_Origin = tuple[str, Article | Failure]


def _read(
    path: str, given: Metadata, collection: str | None, stdin: BinaryIO | None
) -> Iterator[_Origin]:
    if path == STDIN:
        yield STDIN, _from_stream(stdin, given, collection)
        return
    top = Path(path)
    count = 0
    for place in _places(top):
        if isinstance(place, Failure):
            count += 1
            yield place.path, place
            continue
        for found in _from_place(place, top, given, collection):
            count += 1
            yield shown(place.file), found
    if not count:
        yield shown(top), Failure(shown(top), f"a folder without articles ({_kinds()})")


def _kinds() -> str:
    return " ".join(sorted(READERS))


def _places(top: Path) -> Iterator[Place | Failure]:
    try:
        is_folder, exists = top.is_dir(), top.exists()
    except OSError as error:
        yield Failure(shown(top), f"can't be read: {error.strerror}")
        return
    if is_folder:
        yield from walk(top)
    elif not exists:
        yield Failure(shown(top), "no such file or folder")
    elif top.is_file() and reader_of(top.name) is None:
        yield Failure(shown(top), f"not a kind of file that is read ({_kinds()})")
    else:
        yield _single(top)


def _single(top: Path) -> Place | Failure:
    manifest = top.with_name(MANIFEST)
    try:
        return Place(top, (read_manifest(manifest),) if manifest.is_file() else ())
    except OSError as error:
        return Failure(shown(manifest), f"can't be read: {error.strerror}")


def _from_stream(
    stdin: BinaryIO | None, given: Metadata, collection: str | None
) -> Article | Failure:
    if stdin is None:
        return Failure(STDIN, "standard input can't be read here")
    try:
        text = read_stream(stdin)
    except LoadersError as error:
        return Failure(STDIN, str(error))
    return Article(_key(_STDIN_NAME, given, collection), _STDIN_NAME, text, given)


def _from_place(
    place: Place, top: Path, given: Metadata, collection: str | None
) -> Iterator[Article | Failure]:
    file = place.file
    reader: Reader = reader_of(file.name) or read_text  # a pipe has no ending
    try:
        path = file.name if file == top else file.relative_to(top).as_posix()
        path.encode("utf-8")
        known = merged(given, *_beside(place))
        for found in reader(file):
            yield _article(found, path, known, collection)
    except UnicodeEncodeError:
        yield Failure(shown(file), "its name is not UTF-8: rename it")
    except MetadataError as error:
        yield Failure(shown(file), f"metadata in {error}")
    except LoadersError as error:
        yield Failure(shown(file), str(error))
    except OSError as error:
        yield Failure(shown(file), f"can't be read: {error.strerror}")


def _article(found: Found, path: str, known: Metadata, collection: str | None) -> Article:
    metadata = merged(known, found.metadata)
    inside = f"{path}#{found.part}" if found.part else path
    return Article(_key(inside, metadata, collection), Path(path).name, found.text, metadata)


def _key(path: str, metadata: Metadata, collection: str | None) -> str:
    """The article's address, else its path: only paths need a collection to tell them apart."""
    if metadata.url:
        return metadata.url
    return f"{collection}/{path}" if collection else path


def _beside(place: Place) -> Iterator[Metadata]:
    """What stands beside a file, in order of precedence; raises `MetadataError`."""
    sidecar = sidecar_of(place.file)
    if sidecar.is_file():
        try:
            yield read_sidecar(sidecar)
        except MetadataError as error:
            raise MetadataError(f"{shown(sidecar)}: {error}") from error
    for manifest in place.manifests:
        row = manifest.rows.get(place.file.relative_to(manifest.file.parent).as_posix())
        if isinstance(row, MetadataError):
            raise MetadataError(f"{shown(manifest.file)}: {row}") from row
        if row:
            yield row


def _once_each(read: Iterable[Iterator[_Origin]]) -> Iterator[Article | Failure]:
    """The same text under one key once; other text under a key already taken is a failure."""
    held: dict[str, tuple[str, bytes]] = {}
    for origin, found in (pair for pairs in read for pair in pairs):
        if isinstance(found, Failure):
            yield found
            continue
        digest = hashlib.sha256(found.text.encode()).digest()
        if found.key not in held:
            held[found.key] = (origin, digest)
            yield replace(found, origin=_absolute(origin))
        elif held[found.key][1] != digest:
            first = held[found.key][0]
            reason = f"another text under the key {found.key!r} of {first}: use --collection"
            yield Failure(origin, reason)


def _absolute(origin: str) -> str:
    """Where a text came from, whatever folder the command was called in."""
    return origin if origin == STDIN else str(Path(origin).resolve())
