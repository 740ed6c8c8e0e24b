"""What the build fetches by npm: once, whole or not at all, with its licences. npm is played."""

import importlib.util
import json
import shutil
from pathlib import Path
from types import ModuleType

import pytest

NAMES = ("@zazuko/yasqe", "codemirror")


class Npm:
    """Puts packages where npm would, and counts how often it is asked."""

    def __init__(self, *, fails: bool = False) -> None:
        self.asked, self.fails = 0, fails

    def __call__(self, folder: Path) -> int:
        self.asked += 1
        assert (folder / "package-lock.json").is_file()
        if self.fails:
            return 1
        for name in NAMES:
            own = folder / "node_modules" / name
            (own / "build").mkdir(parents=True)
            told = {"name": name, "version": "1.0.0", "license": "MIT", "author": {"name": "Ann"}}
            (own / "package.json").write_text(json.dumps(told))
            for file in ("yasqe.min.js", "yasqe.min.css"):
                (own / "build" / file).write_text(name)
        (folder / "node_modules" / "codemirror" / "LICENSE").write_text("Permission is granted")
        return 0


@pytest.fixture
def build(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> ModuleType:
    """setup.py in a checkout of its own."""
    spec = importlib.util.spec_from_file_location("build_of_assets", Path("setup.py").resolve())
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    for name in ("setup.py", "package.json"):
        shutil.copy(name, tmp_path)
    lock = {"packages": {"": {}, **{f"node_modules/{name}": {} for name in NAMES}}}
    (tmp_path / "package-lock.json").write_text(json.dumps(lock))
    monkeypatch.setattr(module, "HERE", tmp_path)
    monkeypatch.setattr(module, "VENDOR", tmp_path / "vendor")
    return module


def test_files_and_licences_are_fetched_once(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    npm = Npm()
    monkeypatch.setattr(build, "npm", npm)
    build.fetch()
    build.fetch()
    assert npm.asked == 1
    names = {file.name for file in build.VENDOR.iterdir()}
    assert names == {"yasqe.min.js", "yasqe.min.css", "licences.txt", "fetched.sha256"}
    assert (build.VENDOR / "licences.txt").read_text() == (
        "== @zazuko/yasqe 1.0.0, MIT, by Ann\n\n"
        "== codemirror 1.0.0, MIT, by Ann\n\nPermission is granted\n"
    )


def test_another_lock_file_fetches_anew(build: ModuleType, monkeypatch: pytest.MonkeyPatch) -> None:
    npm = Npm()
    monkeypatch.setattr(build, "npm", npm)
    build.fetch()
    lock = build.HERE / "package-lock.json"
    lock.write_text(lock.read_text() + "\n")
    build.fetch()
    assert npm.asked == 2


def test_without_a_network_the_build_says_what_to_do_and_keeps_what_there_is(
    build: ModuleType, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(build, "npm", Npm())
    build.fetch()
    (build.VENDOR / "fetched.sha256").write_text("of another version")
    monkeypatch.setattr(build, "npm", Npm(fails=True))
    with pytest.raises(SystemExit, match="npm_config_registry"):
        build.fetch()
    assert (build.VENDOR / "yasqe.min.js").is_file()


def test_the_lock_file_pins_what_is_asked_for_with_its_checksum() -> None:
    asked = json.loads(Path("package.json").read_text())["dependencies"]
    locked = json.loads(Path("package-lock.json").read_text())["packages"]
    assert locked[""]["dependencies"] == asked
    for name, package in locked.items():
        assert not name or package["integrity"].startswith("sha512-")
        assert "resolved" not in package  # from whatever registry the builder uses
