"""Options, sidecars and manifests: what they may say, and which goes before which."""

import json
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.article import Article, Metadata
from loaders.errors import MetadataError
from loaders.sources import Failure, read_paths
from loaders.sources.metadata import checked, merged

Write = Callable[[str, str | bytes], Path]


def test_metadata_is_checked_and_trimmed() -> None:
    values = {"published": " 2022-05 ", "url": "https://example.org/1", "language": "sr-Latn"}
    assert checked({**values, "title": " ", "author": None}) == Metadata(
        published="2022-05", url="https://example.org/1", language="sr-Latn"
    )


@pytest.mark.parametrize(
    ("values", "message"),
    [
        ({"date": "2022"}, "unknown key 'date'; known are published, publisher, url,"),
        ({"published": "May 3"}, "published: 'May 3' is not a day, month or year"),
        ({"published": "2022-02-30"}, "published: '2022-02-30' is not a date"),
        ({"published": 2022}, "published: 2022 is not a text"),
        ({"url": "example.org"}, "url: 'example.org' is not an address"),
        ({"url": "https://example.org/a b"}, "url: .* is not an address"),
        ({"url": "https://[oops"}, "url: "),
        ({"language": "Serbian!"}, "language: 'Serbian!' is not a language code"),
    ],
)
def test_wrong_metadata_is_named_by_its_key(values: dict[str, object], message: str) -> None:
    with pytest.raises(MetadataError, match=message):
        checked(values)


def test_the_first_that_says_something_counts() -> None:
    assert merged(Metadata(title="A"), None, Metadata(title="B", url="C")) == Metadata(
        title="A", url="C"
    )


def test_options_go_before_sidecar_before_manifests(write: Write, tmp_path: Path) -> None:
    write("sub/a.txt", "Good.")
    write("sub/a.meta.json", json.dumps({"title": "sidecar", "publisher": "sidecar"}))
    head = "path,title,publisher,author,license\n"
    write("sub/manifest.csv", head + "a.txt,near,near,near,\n")
    write("manifest.csv", "\ufeff" + head + "./sub/a.txt,far,far,far,far\n")
    known = Metadata(title="option", publisher="sidecar", author="near", license="far")
    assert list(read_paths([str(tmp_path)], Metadata(title="option"))) == [
        Article("sub/a.txt", "a.txt", "Good.", known)
    ]


def test_a_single_file_has_its_sidecar_and_manifest_too(write: Write) -> None:
    file = write("a.md", "Good.")
    write("a.meta.json", '{"title": "sidecar"}')
    write("manifest.csv", "path,published\na.md,2022-05-03\ngone.md,2022-05-04\n")
    known = Metadata(title="sidecar", published="2022-05-03")
    assert list(read_paths([str(file)])) == [Article("a.md", "a.md", "Good.", known)]


@pytest.mark.parametrize(
    ("sidecar", "reason"),
    [
        ('{"date": "2022"}', "unknown key 'date'"),
        ('{"published": "soon"}', "published: 'soon' is not a day"),
        ('{"title": "a", "title": "b"}', "key 'title' stands twice"),
        ('["title"]', "not a JSON object of keys and texts"),
        ('{"title": }', "not JSON: Expecting value in line 1"),
        (b'{"title": "\xff"}', "not UTF-8 at byte 11"),
        ("[" * 100_000, "nested too deeply"),
    ],
)
def test_a_bad_sidecar_keeps_its_article_out(
    write: Write, tmp_path: Path, sidecar: str | bytes, reason: str
) -> None:
    file = write("a.txt", "Good.")
    beside = write("a.meta.json", sidecar)
    write("b.txt", "Fine.")
    failure, article = read_paths([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert failure.path == str(file)
    assert failure.reason.startswith(f"metadata in {beside}: ")
    assert reason in failure.reason
    assert article == Article("b.txt", "b.txt", "Fine.")


def test_a_sidecar_without_an_article_is_said(write: Write, tmp_path: Path) -> None:
    write("a.txt", "Good.")
    file = write("b.meta.json", "{}")
    failure, _ = read_paths([str(tmp_path)])
    assert failure == Failure(str(file), "metadata without an article b.txt beside it")


def test_a_bad_row_is_named_with_its_line(write: Write, tmp_path: Path) -> None:
    rows = [
        "path,published",
        "a.txt,soon",
        'b.txt,"2022-05-03"',
        "c.txt,2022,more",
        "",
        "b.txt,2023",
    ]
    manifest = write("manifest.csv", "\r\n".join(rows))
    files = [write(name, "Good.") for name in ("a.txt", "b.txt", "c.txt", "d.txt")]
    wrong = f"metadata in {manifest}: line "
    *failures, article = read_paths([str(tmp_path)])
    assert article == Article("d.txt", "d.txt", "Good.")
    assert [(f.path, f.reason.split(" is ")[0]) for f in failures if isinstance(f, Failure)] == [
        (str(files[0]), wrong + "2: published: 'soon'"),
        (str(files[1]), wrong + "6: path: 'b.txt' stands in line 3 already"),
        (str(files[2]), wrong + "4: more cells than columns"),
    ]


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        ("path,date\na.txt,2022\n", "line 1: unknown column 'date'; columns are path, published"),
        ("title\nA\n", "line 1: no column 'path', or one twice"),
        ("path,title,title\na.txt,A,B\n", "line 1: no column 'path', or one twice"),
        ("path\n../a.txt\n", "line 2: path: '../a.txt' names no file in this folder"),
        ("path\n/a.txt\n", "line 2: path: '/a.txt' names no file in this folder"),
        ("path\ngone.txt\n", "line 2: path: no file 'gone.txt' in this folder"),
        ('path\n"a.txt', "unexpected end of data"),
        (b"path\n\xff.txt\n", "not UTF-8 at byte 5"),
        ("", "line 1: no column 'path', or one twice"),
    ],
)
def test_a_fault_of_the_manifest_is_said_and_articles_are_read(
    write: Write, tmp_path: Path, content: str | bytes, reason: str
) -> None:
    manifest = write("manifest.csv", content)
    write("a.txt", "Good.")
    failure, article = read_paths([str(tmp_path)])
    assert isinstance(failure, Failure)
    assert failure.path == str(manifest)
    assert reason in failure.reason
    assert article == Article("a.txt", "a.txt", "Good.")
