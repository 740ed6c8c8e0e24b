"""What is text, and what is said of what isn't."""

import contextlib
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from loaders.errors import UnreadableError
from loaders.sources.text import LIMIT, decoded, read_text


@pytest.mark.parametrize(
    ("data", "reason"),
    [
        (b"", "empty: nothing to read"),
        (b" \n\xef\xbb\xbf\t", "empty: nothing but blanks"),
        (b"abc\x00def", "binary, not text: a NUL byte at byte 3"),
        (b"caf\xe9 bar", r"not UTF-8 at byte 3: .*iconv -f windows-1252 -t utf-8"),
        ("Hi".encode("utf-16"), "UTF-16, not UTF-8: .*iconv -f utf-16"),
        (b"a" * (LIMIT + 1), r"too large \(1,000,001 characters\): .* 1,000,000 characters"),
        ("é".encode() * (LIMIT + 1), r"too large \(1,000,001 characters\)"),
    ],
)
def test_what_is_no_article_is_said(data: bytes, reason: str) -> None:
    with pytest.raises(UnreadableError, match=reason):
        decoded(data)


def test_the_largest_article_is_read() -> None:
    assert len(decoded("é".encode() * LIMIT)) == LIMIT


def test_a_huge_file_is_refused_by_its_size(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    with file.open("wb") as sparse:
        sparse.truncate(10**10)
    with pytest.raises(UnreadableError, match=r"too large \(10,000,000,000 bytes\)"):
        list(read_text(file))


@settings(deadline=None)
@given(st.text())
def test_any_text_comes_back_unchanged(text: str) -> None:
    if "\x00" not in text and text.strip().strip("\ufeff\u200b\u200e\u200f\u2060"):
        assert decoded(text.encode()) == text


@settings(deadline=None)
@given(st.binary())
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    with contextlib.suppress(UnreadableError):
        assert decoded(data).encode() == data
