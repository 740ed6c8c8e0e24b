"""Files, folders and standard input, in their own order, under their own keys."""

import io
import os
from collections.abc import Callable
from pathlib import Path

import pytest

from loaders.article import Article, Metadata
from loaders.errors import MetadataError
from loaders.sources import STDIN, Failure, count_paths, read_paths

Write = Callable[[str, str | bytes], Path]


def test_a_text_comes_byte_for_byte(write: Write) -> None:
    file = write("a.txt", b"\xef\xbb\xbfOne\r\nTwo\rThree \xc3\xa9\n")
    assert list(read_paths([str(file)])) == [
        Article("a.txt", "a.txt", "\ufeffOne\r\nTwo\rThree é\n", Metadata())
    ]


def test_a_folder_is_read_below_and_in_order(write: Write, tmp_path: Path) -> None:
    for name in ("b.txt", "a/2.md", "a/1.txt", "README.md", "a/x.pdf", ".git/c.txt", "C.TXT"):
        write(name, f"Text of {name}.")
    found = list(read_paths([str(tmp_path)]))
    assert [(a.key, a.name, a.text) for a in found if isinstance(a, Article)] == [
        ("C.TXT", "C.TXT", "Text of C.TXT."),
        ("README.md", "README.md", "Text of README.md."),
        ("a/1.txt", "1.txt", "Text of a/1.txt."),
        ("a/2.md", "2.md", "Text of a/2.md."),
        ("b.txt", "b.txt", "Text of b.txt."),
    ]
    assert len(found) == count_paths([str(tmp_path)]) == 5


def test_a_failure_leaves_the_rest_of_a_batch_alone(write: Write, tmp_path: Path) -> None:
    good, empty = write("a.txt", "Good."), write("b.txt", "")
    missing = tmp_path / "c.txt"
    found = list(read_paths([str(missing), str(empty), str(good)]))
    assert found == [
        Failure(str(missing), "no such file or folder"),
        Failure(str(empty), "empty: nothing to read"),
        Article("a.txt", "a.txt", "Good."),
    ]


def test_standard_input_is_an_article() -> None:
    given = Metadata(published="2022-05-03")
    found = list(read_paths([STDIN], given, stdin=io.BytesIO(b"Good.")))
    assert found == [Article("stdin", "stdin", "Good.", given)]
    assert list(read_paths([STDIN], stdin=io.BytesIO(b"\x00"))) == [
        Failure("-", "binary, not text: a NUL byte at byte 0")
    ]
    assert list(read_paths([STDIN])) == [Failure("-", "standard input can't be read here")]
    assert count_paths([STDIN]) == 1


def test_a_collection_sets_paths_apart_but_not_addresses(write: Write) -> None:
    file = write("a.txt", "Good.")
    (article,) = read_paths([str(file)], collection="north")
    assert article == Article("north/a.txt", "a.txt", "Good.")
    url = "https://example.org/1"
    (article,) = read_paths([str(file)], Metadata(url=url), collection="north")
    assert article == Article(url, "a.txt", "Good.", Metadata(url=url))


def test_another_text_under_a_key_is_named_with_both_places(write: Write) -> None:
    one, two = write("x/a.txt", "One."), write("y/a.txt", "Two.")
    assert list(read_paths([str(one), str(one), str(two)])) == [
        Article("a.txt", "a.txt", "One."),
        Failure(str(two), f"another text under the key 'a.txt' of {one}: use --collection"),
    ]


def test_links_in_a_circle_are_walked_once(write: Write, tmp_path: Path) -> None:
    write("a/a.txt", "Good.")
    (tmp_path / "a" / "up").symlink_to(tmp_path, target_is_directory=True)
    (tmp_path / "dead.txt").symlink_to(tmp_path / "nowhere")
    (tmp_path / "self.txt").symlink_to(tmp_path / "self.txt")
    assert list(read_paths([str(tmp_path)])) == [Article("a/a.txt", "a.txt", "Good.")]


def test_a_pipe_in_a_folder_is_not_waited_for(write: Write, tmp_path: Path) -> None:
    write("a.txt", "Good.")
    os.mkfifo(tmp_path / "b.txt")
    assert [a.key for a in read_paths([str(tmp_path)]) if isinstance(a, Article)] == ["a.txt"]


def test_an_article_knows_the_file_it_comes_from(write: Write) -> None:
    file = write("a/a.txt", "Good.")
    (article,) = read_paths([str(file.parent / ".." / "a")])
    assert isinstance(article, Article)
    assert article.origin == str(file.resolve())


def test_a_pipe_that_is_named_is_read() -> None:
    read, written = os.pipe()
    os.write(written, b"Good.")
    os.close(written)
    (article,) = read_paths([f"/dev/fd/{read}"])
    os.close(read)
    assert isinstance(article, Article)
    assert (article.key, article.text) == (str(read), "Good.")


def test_a_folder_without_articles_is_said(write: Write, tmp_path: Path) -> None:
    write("x.pdf", "%PDF")
    assert list(read_paths([str(tmp_path)])) == [
        Failure(str(tmp_path), "a folder without articles (.md .txt)")
    ]
    assert list(read_paths([str(tmp_path / "x.pdf")])) == [
        Failure(str(tmp_path / "x.pdf"), "not a kind of file that is read (.md .txt)")
    ]


@pytest.mark.skipif(os.geteuid() == 0, reason="root may read everything")
def test_what_may_not_be_read_is_said(write: Write) -> None:
    file = write("a.txt", "Secret.")
    file.chmod(0)
    assert list(read_paths([str(file)])) == [Failure(str(file), "can't be read: Permission denied")]


def test_an_error_of_the_system_is_a_failure(write: Write, monkeypatch: pytest.MonkeyPatch) -> None:
    file = write("a.txt", "Good.")

    def refuse(*_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    assert list(read_paths([str(file)])) == [Failure(str(file), "can't be read: Permission denied")]


def test_a_name_that_is_no_utf8_is_a_failure(tmp_path: Path) -> None:
    (Path(os.fsdecode(os.fsencode(tmp_path) + b"/\xff.txt"))).write_text("Good.")
    (failure,) = read_paths([str(tmp_path)])
    assert failure == Failure(f"{tmp_path}/\\xff.txt", "its name is not UTF-8: rename it")


def test_a_wrong_option_is_raised_before_anything_is_read(write: Write) -> None:
    file = write("a.txt", "Good.")
    with pytest.raises(MetadataError, match="published: 'soon' is not a day"):
        read_paths([str(file)], Metadata(published="soon"))


def test_nothing_is_read_ahead(write: Write, tmp_path: Path) -> None:
    first, second = write("a.txt", "One."), write("b.txt", "Two.")
    articles = read_paths([str(tmp_path)])
    assert next(articles) == Article("a.txt", first.name, "One.")
    second.write_text("Three.")
    assert next(articles) == Article("b.txt", second.name, "Three.")
