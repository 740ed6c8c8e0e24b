"""The notebooks of docs run, in a kernel of their own, and draw what they show."""

import subprocess
import sys
from pathlib import Path

import nbformat
import pytest

from tests.real.conftest import environment

NOTEBOOKS = sorted((Path(__file__).parents[2] / "docs" / "notebooks").glob("*.ipynb"))
PICTURE = "image/png"


def outputs(notebook: nbformat.NotebookNode) -> list[tuple[str, set[str]]]:
    """Each cell's identifier and the forms of what it gives."""
    return [
        (cell.id, {form for out in cell.get("outputs", ()) for form in out.get("data", {})})
        for cell in notebook.cells
    ]


@pytest.mark.parametrize("path", NOTEBOOKS, ids=lambda path: path.stem)
def test_a_notebook_runs_and_gives_what_it_shows(path: Path, tmp_path: Path) -> None:
    command = [sys.executable, "-m", "nbconvert", "--to", "notebook", "--execute", str(path)]
    done = subprocess.run(
        [*command, "--output-dir", str(tmp_path)],
        env=environment(),
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    shown = nbformat.read(path, as_version=4)
    run = nbformat.read(tmp_path / path.name, as_version=4)
    assert outputs(run) == outputs(shown)
    assert sum(PICTURE in forms for _, forms in outputs(run)) == 3
    assert all(cell.get("execution_count") for cell in shown.cells if cell.cell_type == "code")


def test_there_is_a_notebook() -> None:
    assert [path.name for path in NOTEBOOKS] == ["three-questions.ipynb"]
