"""Manifests, row by row."""

from collections.abc import Callable
from pathlib import Path

from loaders.article import Metadata
from loaders.errors import MetadataError
from loaders.sources.manifests import read_manifest

Write = Callable[[str, str | bytes], Path]


def test_rows_by_path_with_their_lines(write: Write) -> None:
    file = write(
        "manifest.csv",
        "path,published,publisher,url,title,language\n"
        'a.txt,2022-05-03,Daily Rail,https://example.org/1,"Ode, Ulm agree",en\n'
        "\n"
        "sub/./b.txt,,,,,\n",
    )
    manifest = read_manifest(file)
    assert manifest.rows == {
        "a.txt": Metadata(
            published="2022-05-03",
            publisher="Daily Rail",
            url="https://example.org/1",
            title="Ode, Ulm agree",
            language="en",
        ),
        "sub/b.txt": Metadata(),
    }
    assert manifest.lines == {"a.txt": 2, "sub/b.txt": 4}
    assert manifest.faults == ()


def test_short_rows_leave_the_rest_unsaid(write: Write) -> None:
    manifest = read_manifest(write("manifest.csv", "path,title,author\na.txt,Rail\n"))
    assert manifest.rows == {"a.txt": Metadata(title="Rail")}


def test_columns_stand_in_any_order(write: Write) -> None:
    manifest = read_manifest(write("manifest.csv", " title , path\nRail,a.txt\n"))
    assert manifest.rows == {"a.txt": Metadata(title="Rail")}


def test_a_bad_row_is_kept_as_its_fault(write: Write) -> None:
    manifest = read_manifest(write("manifest.csv", "path,language\na.txt,!\nb.txt,sr\n"))
    fault = manifest.rows["a.txt"]
    assert isinstance(fault, MetadataError)
    assert str(fault) == "line 2: language: '!' is not a language code such as en or sr"
    assert manifest.rows["b.txt"] == Metadata(language="sr")


def test_rows_before_a_broken_one_are_kept(write: Write) -> None:
    manifest = read_manifest(write("manifest.csv", 'path,title\na.txt,Rail\nb.txt,"Rail'))
    assert manifest.rows == {"a.txt": Metadata(title="Rail")}
    assert manifest.faults == ("unexpected end of data",)
