"""Gold and predictions read from JSON files; what can't be read is named, the rest goes on."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

import msgspec

from loaders.sources import Failure
from service.errors import UsageError
from service.evaluation.records import Document, StatementRecord


@dataclass(frozen=True)
class Read:
    """A document and where it was read."""

    where: str
    document: Document


def read_gold(path: Path) -> Iterator[Read | Failure]:
    """The documents of a folder's .json files, of one such file, or of a .jsonl file's lines."""
    if path.is_dir():
        files = sorted(path.glob("*.json"))
        if not files:
            raise UsageError(f"{path} holds no .json files: give the folder of the gold annotation")
        yield from (_read(str(file), file.read_bytes()) for file in files)
    elif path.suffix == ".jsonl":
        with path.open("rb") as lines:
            yield from read_lines(str(path), lines)
    else:
        yield _read(str(path), path.read_bytes())


def read_lines(name: str, lines: Iterable[bytes]) -> Iterator[Read | Failure]:
    """A document a line; empty lines are passed over."""
    for number, line in enumerate(lines, start=1):
        if line.strip():
            yield _read(f"{name} line {number}", line)


def _read(where: str, raw: bytes) -> Read | Failure:
    try:
        return Read(where, msgspec.json.decode(raw, type=Document))
    except msgspec.ValidationError as error:
        return Failure(where, f"not an article's facts: {error}")
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        return Failure(where, f"not JSON: {_spot(raw) or error}")


def _spot(raw: bytes) -> str | None:
    """Line and column of what is no JSON; the fast parser counts bytes only."""
    try:
        json.loads(raw)
    except json.JSONDecodeError as error:
        return f"{error.msg} at line {error.lineno}, column {error.colno}"
    except UnicodeDecodeError as error:
        return f"not UTF-8 at byte {error.start}"
    return None


def offset_fault(gold: Document, text: str) -> str | None:
    """What is wrong with gold's offsets; None where all hold."""
    for statement in (*gold.statements, *gold.unscored_statements):
        start, end = statement.start, statement.end
        if not 0 <= start < end <= len(text):
            return f"a statement at {start} to {end}, but the text has {len(text)} characters"
        if statement.text is not None and text[start:end] != statement.text:
            return _differing(statement, text)
    return None


def _differing(statement: StatementRecord, text: str) -> str:
    start, end = statement.start, statement.end
    return (
        f"the statement at {start} to {end} is {_short(statement.text or '')}, "
        f"but there the text has {_short(text[start:end])}"
    )


def _short(words: str) -> str:
    return repr(words if len(words) <= 40 else words[:39] + "…")
