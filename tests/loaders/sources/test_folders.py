"""Walking folders: the order, what is passed over, what is said."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from loaders.sources.folders import Place, walk
from loaders.sources.found import Failure
from loaders.sources.manifests import Manifest

Write = Callable[[str, str | bytes], Path]


def test_files_and_folders_stand_in_one_order(write: Write, tmp_path: Path) -> None:
    files = [write(name, "Good.") for name in ("a/z.txt", "b.txt", "c/a/x.md", "c/b.txt", "d.txt")]
    assert list(walk(tmp_path)) == [Place(file) for file in files]


def test_a_place_knows_the_manifests_above_it_nearest_first(write: Write, tmp_path: Path) -> None:
    near, far = write("a/manifest.csv", "path\n"), write("manifest.csv", "path\n")
    file = write("a/a.txt", "Good.")
    assert list(walk(tmp_path)) == [Place(file, (Manifest(near), Manifest(far)))]


def test_sidecars_manifests_and_hidden_files_are_no_articles(write: Write, tmp_path: Path) -> None:
    for name in ("a.meta.json", "manifest.csv", ".b.txt", ".c/d.txt", "e.csv", "f"):
        write(name, "path\n")
    file = write("a.txt", "Good.")
    assert [step for step in walk(tmp_path) if isinstance(step, Place)] == [
        Place(file, (Manifest(tmp_path / "manifest.csv"),))
    ]


def test_a_folder_that_cannot_be_opened_is_said_and_the_rest_read(
    write: Write, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write("a/a.txt", "Secret.")
    file = write("b.txt", "Good.")
    listed = Path.iterdir

    def refuse(path: Path) -> Iterator[Path]:
        if path.name == "a":
            raise PermissionError(13, "Permission denied")
        return listed(path)

    monkeypatch.setattr(Path, "iterdir", refuse)
    assert list(walk(tmp_path)) == [
        Failure(str(tmp_path / "a"), "can't be read: Permission denied"),
        Place(file),
    ]


def test_a_sidecar_needs_its_article_in_the_same_folder(write: Write, tmp_path: Path) -> None:
    sidecar = write("a/b.meta.json", "{}")
    write("b.txt", "Good.")
    assert list(walk(tmp_path)) == [
        Failure(str(sidecar), "metadata without an article b.txt beside it"),
        Place(tmp_path / "b.txt"),
    ]
