"""`manifest.csv` in a folder: what is known of its articles, one a row."""

import csv
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path, PurePosixPath

from loaders.article import Metadata
from loaders.errors import MetadataError
from loaders.sources.metadata import KEYS, checked

PATH = "path"


@dataclass(frozen=True)
class Manifest:
    """Metadata by the article's path in the folder, or what is wrong with its row.

    `faults` are about no article that could be named; `lines` tells where each stands.
    """

    file: Path
    rows: Mapping[str, Metadata | MetadataError] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    faults: tuple[str, ...] = ()


def read_manifest(file: Path) -> Manifest:
    """The folder's manifest; its faults are kept in it. Raises `OSError`."""
    try:
        text = file.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError as error:
        return Manifest(file, faults=(f"not UTF-8 at byte {error.start}",))
    rows: dict[str, Metadata | MetadataError] = {}
    lines: dict[str, int] = {}
    faults: list[str] = []
    try:
        for line, row in _rows(text):
            try:
                path = _path(row)
            except MetadataError as error:
                faults.append(f"line {line}: {error}")
                continue
            rows[path] = _twice(path, line, lines) or _metadata(row, line)
            lines[path] = line
    except (csv.Error, MetadataError) as error:
        faults.append(str(error))
    return Manifest(file, rows, lines, tuple(faults))


def _rows(text: str) -> Iterator[tuple[int, dict[str, str]]]:
    reader = csv.reader(io.StringIO(text, newline=""), strict=True)
    header = [name.strip() for name in next(reader, [])]
    unknown = [name for name in header if name not in (PATH, *KEYS)]
    if PATH not in header or unknown or len(set(header)) < len(header):
        wrong = f"unknown column {unknown[0]!r}" if unknown else "no column 'path', or one twice"
        raise MetadataError(f"line 1: {wrong}; columns are path, {', '.join(KEYS)}")
    for cells in reader:
        if any(cell.strip() for cell in cells):
            values = cells + [""] * (len(header) - len(cells))
            yield reader.line_num, dict(zip([*header, "…"], values, strict=False))


def _path(row: Mapping[str, str]) -> str:
    given = PurePosixPath(row[PATH].strip())
    if not given.name or given.is_absolute() or ".." in given.parts:
        raise MetadataError(f"path: {row[PATH]!r} names no file in this folder")
    return given.as_posix()


def _twice(path: str, line: int, lines: Mapping[str, int]) -> MetadataError | None:
    if path not in lines:
        return None
    return MetadataError(f"line {line}: path: {path!r} stands in line {lines[path]} already")


def _metadata(row: Mapping[str, str], line: int) -> Metadata | MetadataError:
    if "…" in row:
        return MetadataError(f"line {line}: more cells than columns")
    try:
        return checked({key: value for key, value in row.items() if key != PATH})
    except MetadataError as error:
        return MetadataError(f"line {line}: {error}")
