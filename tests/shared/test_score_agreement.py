"""`communique evaluate` and the shared `score.py` measure the same, to three digits."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from click.testing import CliRunner

from benchmarks.quality import CLOSED
from service.cli.main import communique
from service.evaluation.measures import MEANINGS

Figures = dict[str, dict[str, float]]
EVERY = {"open": 3, "five": 1, "examples": 1}  # all open ones take CI too long


@pytest.fixture(scope="module", params=EVERY)
def sides(
    request: pytest.FixtureRequest, shared: Path, tmp_path_factory: pytest.TempPathFactory
) -> tuple[Path, Path]:
    """The folders of gold and articles, without the articles that nobody may read."""
    folders = {
        "open": (shared / "evaluation/dev/gold", shared / "evaluation/dev/articles"),
        "five": (shared / "evaluation/gold", shared / "articles"),
        "examples": (Path("examples/gold"), Path("examples/articles")),
    }
    gold, articles = folders[request.param]
    chosen = tmp_path_factory.mktemp("gold")
    read = [file for file in sorted(gold.glob("*.json")) if not CLOSED.match(file.name)]
    for file in read[:: EVERY[request.param]]:
        (chosen / file.name).write_bytes(file.read_bytes())
    return chosen, articles


@pytest.fixture(scope="module")
def predicted(sides: tuple[Path, Path], tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What Communiqué extracts from the articles."""
    gold, articles = sides
    names = sorted(json.loads(file.read_bytes())["article"] for file in gold.iterdir())
    arguments = ["extract", *(str(articles / name) for name in names)]
    result = CliRunner().invoke(communique, arguments)
    assert result.exit_code == 0, result.stderr
    file = tmp_path_factory.mktemp("predicted") / "predicted.jsonl"
    file.write_text(result.stdout, encoding="utf-8")
    return file


def theirs(shared: Path, gold: Path, articles: Path, predicted: Path) -> Figures:
    command = [sys.executable, str(shared / "evaluation/score.py"), "--json"]
    command += ["--gold", str(gold), "--articles", str(articles), "--predicted", str(predicted)]
    found: Figures = json.loads(subprocess.run(command, check=True, capture_output=True).stdout)
    return found


def ours(gold: Path, articles: Path, predicted: Path) -> Figures:
    arguments = ["evaluate", str(gold), str(articles), "--format", "json"]
    result = CliRunner().invoke(communique, [*arguments, "--predicted", str(predicted)])
    assert result.exit_code == 0, result.stderr
    found: Figures = json.loads(result.stdout)["measures"]
    return found


def rounded(figures: Figures, count: str) -> Iterator[tuple[str, float, float, float, float]]:
    for name, of in sorted(figures.items()):
        yield name, round(of["p"], 3), round(of["r"], 3), round(of["f1"], 3), of[count]


def test_the_same_figures_as_score_py(
    sides: tuple[Path, Path], predicted: Path, shared: Path
) -> None:
    own = ours(*sides, predicted)
    assert set(own) == set(MEANINGS)
    assert list(rounded(own, "gold")) == list(rounded(theirs(shared, *sides, predicted), "n"))


def test_the_same_figures_where_others_are_worse(
    sides: tuple[Path, Path], predicted: Path, shared: Path, tmp_path: Path
) -> None:
    """Every third fact left out, speakers and spans shifted: other branches of the measures."""
    worse = tmp_path / "worse.jsonl"
    lines = [json.loads(line) for line in predicted.read_text(encoding="utf-8").splitlines()]
    worse.write_text("\n".join(json.dumps(spoilt(d)) for d in lines), encoding="utf-8")
    own = ours(*sides, worse)
    assert list(rounded(own, "gold")) == list(rounded(theirs(shared, *sides, worse), "n"))
    assert own["statements"]["f1"] < ours(*sides, predicted)["statements"]["f1"]


def spoilt(document: dict[str, list[dict[str, object]]]) -> dict[str, list[dict[str, object]]]:
    """The document with faults of every kind."""
    for number, statement in enumerate(document["statements"]):
        if number % 3 == 0 and document["actors"]:
            statement["speaker"] = document["actors"][0]["name"]
        if number % 4 == 1:
            statement["end"] = (int(str(statement["start"])) + int(str(statement["end"]))) // 2
    for number, meeting in enumerate(document["meetings"]):
        meeting["status"] = "held" if number % 2 else meeting["status"]
        meeting["date"] = None if number % 3 else meeting["date"]
        meeting["evidence"] = "not its words" if number % 4 == 3 else meeting["evidence"]
    for actor in document["actors"][::4]:
        actor["type"], actor["roles"] = "Person", [["President", None]]
    for mission in document["missions"]:
        mission |= {"lead": "Nobody", "strength": [{"value": 7}], "commander": "Nobody Known"}
    return document | {"actors": document["actors"][: -len(document["actors"]) // 3 or None]}
