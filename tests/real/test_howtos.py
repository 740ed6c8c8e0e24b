"""What the tutorial and the how-tos tell people to type works as it is written there."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.real.conftest import EXAMPLES, environment

DOCS = Path(__file__).parents[2] / "docs"
_BLOCK = re.compile(r"```(sh|python)\n(.*?)```", re.DOTALL)
SERVER = "http://127.0.0.1:8000"
PAGES = ("tutorial", "claims", "linking", "federation", "library", "exports")


@pytest.mark.parametrize("page", PAGES)
def test_a_pages_commands_run_in_order(
    page: str, loaded: Path, request: pytest.FixtureRequest, tmp_path: Path
) -> None:
    text = (DOCS / f"{page}.md").read_text(encoding="utf-8")
    if f"{SERVER}/" in text and page == "federation":
        text = text.replace(SERVER, request.getfixturevalue("site"))
    (tmp_path / "examples").mkdir()
    (tmp_path / "examples" / "articles").symlink_to(EXAMPLES)
    known = prepared(loaded, tmp_path)
    blocks = _BLOCK.findall(text)
    assert blocks
    for language, block in blocks:
        shell = ["bash", "-euo", "pipefail", "-c"] if language == "sh" else [sys.executable, "-c"]
        done = subprocess.run(
            [*shell, block],
            cwd=tmp_path,
            env=known,
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
        assert done.returncode == 0, f"{block}\n{done.stderr}"
        assert done.stdout + done.stderr or ">" in block


def prepared(loaded: Path, folder: Path) -> dict[str, str]:
    """An environment in which the command is ours, and the articles are loaded already."""
    shutil.copytree(loaded, folder / "communique.store")
    known = {**environment(), "PYTHONPATH": os.pathsep.join((str(DOCS.parent), ""))}
    tools = folder / "bin"
    tools.mkdir()
    (tools / "communique").write_text(f'#!/bin/sh\nexec "{sys.executable}" -m service.cli "$@"\n')
    (tools / "communique").chmod(0o755)
    return {**known, "PATH": os.pathsep.join((str(tools), known["PATH"]))}
