"""The documentation builds as a site, without a warning, and its reference is whole."""

import os
import re
import subprocess
import sys
from collections.abc import Callable
from html import unescape
from pathlib import Path

import click
import pytest

from service.cli.main import communique
from service.http.openapi.document import document
from service.settings import SETTINGS

ROOT = Path(__file__).parents[2]
Reading = Callable[[str], str]


@pytest.fixture(scope="module")
def read(tmp_path_factory: pytest.TempPathFactory) -> Reading:
    """The text of a page of the site, built for these tests."""
    folder = tmp_path_factory.mktemp("docs") / "site"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "-d", str(folder)]
    known = {**os.environ, "NO_MKDOCS_2_WARNING": "1"}
    done = subprocess.run(
        command, cwd=ROOT, env=known, capture_output=True, text=True, timeout=300, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    assert "WARNING" not in done.stderr

    def text(name: str) -> str:
        page = (folder / name).read_text(encoding="utf-8")
        return unescape(re.sub(r"<[^>]+>", "", page))

    return text


def test_every_command_is_in_the_reference(read: Reading) -> None:
    page = read("reference/commands.html")
    assert isinstance(communique, click.Group)
    for name in communique.list_commands(click.Context(communique)):
        assert f"Usage: communique {name}" in page


def test_every_address_for_programs_is_in_the_reference(read: Reading) -> None:
    page = read("reference/addresses.html")
    for path in document()["paths"]:
        assert path in page


def test_every_setting_is_in_the_reference(read: Reading) -> None:
    page = read("settings.html")
    for setting in SETTINGS:
        assert setting.variable in page


def test_the_notebook_is_a_page_with_its_plots(read: Reading) -> None:
    assert "Who stands between whom?" in read("notebooks/three-questions.html")


def test_nothing_is_fetched_from_elsewhere_but_by_links(read: Reading) -> None:
    """No fonts or scripts of other sites: the site works offline."""
    assert read("index.html")
    closure = read.__closure__ or ()
    folder = next(c.cell_contents for c in closure if isinstance(c.cell_contents, Path))
    page = (folder / "index.html").read_text(encoding="utf-8")
    assert not re.findall(r'<(?:script|img)[^>]*src="https?:', page)
    assert not re.findall(r'<link[^>]*rel="stylesheet"[^>]*href="https?:', page)
