"""Which files are read, by their names."""

from pathlib import Path

import pytest

from loaders.errors import LoadersError, MetadataError, UnreadableError
from loaders.sources.found import shown
from loaders.sources.readers import READERS, reader_of, stem_of
from loaders.sources.sidecars import sidecar_of
from loaders.sources.text import read_text


@pytest.mark.parametrize("name", ["a.txt", "A.TXT", "README.md", "a.b.txt", ".txt"])
def test_texts_are_read(name: str) -> None:
    assert reader_of(name) is read_text


@pytest.mark.parametrize(
    "name", ["a.pdf", "a.txt.gz", "txt", "a", "manifest.csv", "a.meta.json", "a.txt.meta.json"]
)
def test_other_files_are_not(name: str) -> None:
    assert reader_of(name) is None


@pytest.mark.parametrize(("name", "stem"), [("a.txt", "a"), ("a.b.MD", "a.b"), ("a.pdf", "a.pdf")])
def test_stems(name: str, stem: str) -> None:
    assert stem_of(name) == stem


def test_a_sidecar_stands_beside_its_article() -> None:
    assert sidecar_of(Path("x/a.b.txt")) == Path("x/a.b.meta.json")


def test_readers_can_not_be_changed_by_chance() -> None:
    with pytest.raises(TypeError):
        READERS[".pdf"] = read_text  # type: ignore[index]


def test_any_path_can_be_shown() -> None:
    assert shown("é/a.txt") == "é/a.txt"
    assert shown("\udcff.txt") == "\\xff.txt"


@pytest.mark.parametrize("error", [UnreadableError, MetadataError])
def test_errors_are_the_loaders_own(error: type[Exception]) -> None:
    assert issubclass(error, LoadersError)
