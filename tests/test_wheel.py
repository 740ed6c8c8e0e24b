"""The built wheel holds everything that the product reads at run time, and nothing of others."""

import json
import os
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

PACKAGES = ("ontology", "loaders", "queries", "service")
# Runs where the wheel was unpacked, with a store of its own: every asset of every kind of page.
CRAWL = """
import json, re, sys
from pathlib import Path
import service
from service.app import create_app
from service.settings import Settings
from service.store.directory import StoreDirectory
StoreDirectory.create(Path("store"))
client = create_app(Settings(store="store")).test_client()
pages = ["/", "/sparql", "/queries", "/queries/meetings", "/search", "/articles", "/ns", "/docs"]
named = set()
for page in pages:
    html = client.get(page, headers={"Accept": "text/html"}).text
    named |= set(re.findall(r'<(?:script|link|img)[^>]* (?:src|href)="([^"]*/static/[^"]*)"', html))
found = {one: client.get(one).status_code for one in sorted(named)}
json.dump([str(Path(service.__file__).parent.parent), found], sys.stdout)
"""


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> zipfile.ZipFile:
    folder = tmp_path_factory.mktemp("wheel")
    command = [sys.executable, "-m", "pip", "wheel", ".", "--no-deps", "--quiet", "-w", str(folder)]
    subprocess.run(command, check=True)
    return zipfile.ZipFile(next(folder.glob("communique-*.whl")))


def test_every_file_of_the_packages_is_in_the_wheel(wheel: zipfile.ZipFile) -> None:
    wanted = {
        path.as_posix()
        for package in PACKAGES
        for path in Path(package).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    assert wanted <= set(wheel.namelist())


def test_the_wheel_installs_our_four_packages_only(wheel: zipfile.ZipFile) -> None:
    tops = {name.split("/")[0] for name in wheel.namelist()}
    assert {top for top in tops if not top.endswith(".dist-info")} == set(PACKAGES)
    licences = [n for n in wheel.namelist() if "/licenses/" in n]
    assert {n.rsplit("/", 1)[1] for n in licences} == {"LICENSE", "NOTICE"}


def test_every_asset_that_a_page_names_comes_from_the_installed_wheel(
    wheel: zipfile.ZipFile, tmp_path: Path
) -> None:
    wheel.extractall(tmp_path / "elsewhere")
    environment = {**os.environ, "PYTHONPATH": str(tmp_path / "elsewhere")}
    command = [sys.executable, "-c", CRAWL]
    done = subprocess.run(
        command, cwd=tmp_path, env=environment, check=True, capture_output=True, text=True
    )
    place, found = json.loads(done.stdout)
    assert place == str(tmp_path / "elsewhere")
    assert {"/static/site.css", "/static/vendor/yasqe.min.js"} <= set(found)
    assert set(found.values()) == {200}


def test_what_npm_fetched_is_in_the_wheel_with_its_licences(wheel: zipfile.ZipFile) -> None:
    """A build that could not fetch it fails; none of it lies in the repository."""
    told = wheel.read("service/static/vendor/licences.txt").decode()
    locked = json.loads(Path("package-lock.json").read_text(encoding="utf-8"))["packages"]
    for name, package in locked.items():
        assert not name or f"== {name.removeprefix('node_modules/')} {package['version']}," in told
    tracked = subprocess.run(
        ["git", "ls-files", "service/static/vendor", "node_modules"],
        check=True,
        capture_output=True,
        text=True,
    )
    assert tracked.stdout == ""
