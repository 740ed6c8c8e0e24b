"""Plain text and Markdown, byte for byte: no newline is translated, no mark taken away."""

import codecs
import stat
from collections.abc import Iterator
from pathlib import Path
from typing import BinaryIO

from loaders.errors import UnreadableError
from loaders.sources.found import Found

LIMIT = 1_000_000  # characters: spaCy's own limit for one text (`max_length`)
_BYTES = 4 * LIMIT  # no UTF-8 character is longer than four bytes
_UTF16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)
_MARKS = "\ufeff\u200b\u200e\u200f\u2060"


def read_text(path: Path) -> Iterator[Found]:
    """The one article of a text file; raises `UnreadableError` or `OSError`."""
    with path.open("rb") as file:
        size = path.stat()
        if stat.S_ISREG(size.st_mode) and size.st_size > _BYTES:
            raise UnreadableError(_too_large(f"{size.st_size:,} bytes"))
        yield Found(read_stream(file))


def read_stream(stream: BinaryIO) -> str:
    """A stream's text; never reads far beyond the limit."""
    data = stream.read(_BYTES + 1)
    if len(data) > _BYTES:
        raise UnreadableError(_too_large(f"more than {_BYTES:,} bytes"))
    return decoded(data)


def decoded(data: bytes) -> str:
    """The text of an article's bytes; raises `UnreadableError` that says what they are instead."""
    if not data:
        raise UnreadableError("empty: nothing to read")
    if data.startswith(_UTF16):
        raise UnreadableError("UTF-16, not UTF-8: convert it first (iconv -f utf-16 -t utf-8)")
    if (nul := data.find(0)) >= 0:
        raise UnreadableError(f"binary, not text: a NUL byte at byte {nul}")
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise UnreadableError(
            f"not UTF-8 at byte {error.start}: convert it first "
            "(for example iconv -f windows-1252 -t utf-8)"
        ) from error
    if not text.strip().strip(_MARKS):
        raise UnreadableError("empty: nothing but blanks")
    if len(text) > LIMIT:
        raise UnreadableError(_too_large(f"{len(text):,} characters"))
    return text


def _too_large(size: str) -> str:
    return f"too large ({size}): an article may have {LIMIT:,} characters; split it"
