"""`communique evaluate`: figures, errors, report, and inputs that can't be scored."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from service.cli.main import communique
from service.evaluation.measures import MEANINGS

TEXT = "Talks in Vaduz\n\n3 May 2031\n\nAna Kovač, president of Norway, said: “Peace holds.”\n"
QUOTE = "Peace holds."
Json = dict[str, Any]
Run = Callable[..., Result]


def annotated(name: str, **changes: object) -> Json:
    start = TEXT.index(QUOTE)
    statement = {"speaker": "k", "form": "direct", "text": QUOTE, "start": start}
    return {
        "article": name,
        "published": "2031-05-03",
        "headline": "Talks in Vaduz",
        "actors": [
            {"id": "k", "name": "Ana Kovač", "type": "Person", "roles": [["President", "Norway"]]},
            {"id": "n", "name": "Norway", "type": "State"},
        ],
        "statements": [statement | {"end": start + len(QUOTE)} | changes],
        "meetings": [],
        "missions": [],
    }


@pytest.fixture
def gold(tmp_path: Path) -> Path:
    folder = tmp_path / "gold"
    folder.mkdir()
    (folder / "wire.json").write_text(json.dumps(annotated("wire.txt")), encoding="utf-8")
    return folder


@pytest.fixture
def articles(tmp_path: Path) -> Path:
    folder = tmp_path / "articles"
    folder.mkdir()
    (folder / "wire.txt").write_bytes(TEXT.encode())
    return folder


@pytest.fixture
def run(gold: Path, articles: Path) -> Run:
    def call(*arguments: str | Path, **more: bytes) -> Result:
        words = ["evaluate", gold, articles, *arguments]
        return CliRunner().invoke(communique, [str(word) for word in words], **more)

    return call


def predictions(folder: Path, *lines: Json | str) -> Path:
    file = folder / "theirs.jsonl"
    texts = (line if isinstance(line, str) else json.dumps(line) for line in lines)
    file.write_text("\n".join(texts), encoding="utf-8")
    return file


def test_a_table_of_what_is_extracted(run: Run) -> None:
    result = run()
    assert result.exit_code == 0, result.stderr
    assert result.stderr == ""
    rows = {line.split()[0]: line.split() for line in result.stdout.splitlines()}
    assert rows["statements"][1:] == ["1.000"] * 4 + ["to", "1.000", "1", "1"]
    assert rows["false_facts_per_article"][1:] == ["0.000", "0.000", "to", "0.000", "1", "1"]
    assert "meeting_date" not in rows


def test_json_has_totals_intervals_and_each_article(run: Run) -> None:
    told = json.loads(run("--format", "json").stdout)
    assert told["articles"] == 1
    assert told["measures"]["statements"] == {
        **dict.fromkeys(("p", "r", "f1", "low", "high"), 1.0),
        **dict.fromkeys(("gold", "told", "right"), 1),
    }
    (each,) = told["each"]
    assert each["article"] == "wire.txt"
    assert each["measures"]["statements"]["f1"] == 1.0
    assert told["failed"] == []
    assert "errors" not in told


def test_the_same_bytes_each_time(run: Run) -> None:
    assert run("--format", "json").stdout == run("--format", "json").stdout


def test_two_processes_find_the_same(run: Run, gold: Path, articles: Path) -> None:
    for name in map(str, range(9)):
        (gold / f"{name}.json").write_text(json.dumps(annotated(f"{name}.txt")))
        (articles / f"{name}.txt").write_bytes(TEXT.encode())
    assert run("--jobs", "2").stdout == run().stdout


def test_one_measure_alone(run: Run) -> None:
    lines = run("--measure", "persons", "--measure", "roles").stdout.splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["persons", "roles"]
    result = run("--measure", "beauty")
    assert result.exit_code == 2
    assert "statements" in result.stderr


def test_gold_in_one_file(run: Run, articles: Path, tmp_path: Path) -> None:
    lines = tmp_path / "gold.jsonl"
    lines.write_text(json.dumps(annotated("wire.txt")) + "\n\n", encoding="utf-8")
    one = tmp_path / "one.json"
    one.write_text(json.dumps(annotated("wire.txt")), encoding="utf-8")
    for file in (lines, one):
        arguments = ["evaluate", str(file), str(articles)]
        assert CliRunner().invoke(communique, arguments).stdout == run().stdout


def test_predictions_of_somebody_else(run: Run, tmp_path: Path) -> None:
    theirs = predictions(tmp_path, annotated("some/folder/wire.txt", speaker="Ida Holm"))
    told = json.loads(run("--predicted", theirs, "--format", "json").stdout)["measures"]
    assert (told["statements"]["f1"], told["statement_spans"]["f1"]) == (0.0, 1.0)
    same = run("--predicted", "-", "--format", "json", input=theirs.read_bytes())
    assert json.loads(same.stdout)["measures"] == told


def test_errors_name_line_offset_and_the_words_around(run: Run, tmp_path: Path) -> None:
    theirs = predictions(tmp_path, annotated("wire.txt", speaker="Ida Holm"))
    result = run("--predicted", theirs, "--errors", "--measure", "speaker_accuracy")
    start = TEXT.index(QUOTE)
    assert result.stdout.splitlines()[-2:] == [
        f"wire.txt:5 (offset {start}): speaker_accuracy wrong: Ida Holm, where gold has Ana Kovač",
        f"    …{TEXT[start - 50 : start].replace(chr(10), ' ')}[{QUOTE}]” ",
    ]


def test_errors_in_json(run: Run, tmp_path: Path) -> None:
    nothing = annotated("wire.txt") | {"statements": [], "actors": []}
    told = json.loads(
        run("--predicted", predictions(tmp_path, nothing), "--errors", "--format", "json").stdout
    )
    start = TEXT.index(QUOTE)
    (error,) = [e for e in told["errors"] if e["measure"] == "statements"]
    assert (error["kind"], error["what"], error["article"]) == ("missed", "Ana Kovač", "wire.txt")
    assert (error["start"], error["end"], error["line"]) == (start, start + len(QUOTE), 5)
    assert error["words"] == QUOTE


def test_a_report_in_html(run: Run, tmp_path: Path) -> None:
    result = run("--html", tmp_path / "report.html")
    assert result.exit_code == 0
    assert "report.html" in result.stderr
    page = (tmp_path / "report.html").read_text(encoding="utf-8")
    assert "wire.txt" in page
    assert f'<mark class="found">{QUOTE}</mark>' in page


def test_a_report_that_cannot_be_written(run: Run, tmp_path: Path) -> None:
    result = run("--html", tmp_path / "no" / "report.html")
    assert result.exit_code != 0
    assert "report.html" in str(result.exception)


def scored_in_part(result: Result, *reasons: str) -> None:
    assert result.exit_code == 1
    assert "statements" in result.stdout
    for reason in reasons:
        assert reason in result.stderr


def test_an_article_that_is_missing(run: Run, gold: Path) -> None:
    (gold / "lost.json").write_text(json.dumps(annotated("lost.txt")), encoding="utf-8")
    scored_in_part(run(), "lost.json: its article lost.txt isn't in")


def test_two_files_of_one_name(run: Run, gold: Path, articles: Path) -> None:
    (gold / "two.json").write_text(json.dumps(annotated("two.txt")), encoding="utf-8")
    for folder in ("a", "b"):
        (articles / folder).mkdir()
        (articles / folder / "two.txt").write_bytes(TEXT.encode())
    scored_in_part(run(), "two.json: several files in", "are called two.txt")


def test_an_article_that_cannot_be_read(run: Run, gold: Path, articles: Path) -> None:
    (gold / "bad.json").write_text(json.dumps(annotated("bad.txt")), encoding="utf-8")
    (articles / "bad.txt").write_bytes(b"\xff\xfe\xff")
    scored_in_part(run(), "bad.json: its article can't be read: ")


@pytest.mark.parametrize(
    ("changes", "reason"),
    [
        ({"text": "Peace fails."}, "is 'Peace fails.', but there the text has 'Peace holds.'"),
        ({"end": 999}, "a statement at"),
        ({"start": -3}, "a statement at -3"),
        ({"text": "x" * 60}, f"is {'x' * 39 + '…'!r}"),
    ],
)
def test_offsets_that_do_not_hold(run: Run, gold: Path, changes: Json, reason: str) -> None:
    wrong = annotated("wire.txt", **changes)
    (gold / "wrong.json").write_text(json.dumps(wrong), encoding="utf-8")
    scored_in_part(run(), "wrong.json: its offsets don't hold", reason)


@pytest.mark.parametrize(
    ("raw", "reason"),
    [
        (b'{"article": "wire.txt",\n oops}', "not JSON: Expecting property name"),
        (b'{"article": "wire.txt",\n oops}', "at line 2, column 2"),
        (b'{"article": "\xff"}', "not JSON: "),
        (b'{"article": 7}', "not an article's facts: Expected `str`, got `int` - at `$.article`"),
        (b"[]", "not an article's facts: "),
        (b'{"article": "a", "statements": [{"start": 1}]}', "`end` - at `$.statements[0]`"),
    ],
)
def test_broken_gold(run: Run, gold: Path, raw: bytes, reason: str) -> None:
    (gold / "broken.json").write_bytes(raw)
    scored_in_part(run(), "broken.json: ", reason)


def test_broken_predictions_name_their_line(run: Run, tmp_path: Path) -> None:
    theirs = predictions(tmp_path, annotated("wire.txt"), "", "{")
    scored_in_part(run("--predicted", theirs), "theirs.jsonl line 3: not JSON: ")


def test_an_article_without_prediction_counts_as_empty(run: Run, tmp_path: Path) -> None:
    theirs = predictions(tmp_path, annotated("other.txt"))
    result = run("--predicted", theirs, "--format", "json")
    assert result.exit_code == 1
    assert "wire.txt: no prediction" in result.stderr
    assert json.loads(result.stdout)["measures"]["statements"]["r"] == 0.0


def test_nothing_that_could_be_scored(run: Run, gold: Path) -> None:
    (gold / "wire.json").write_text("{", encoding="utf-8")
    result = run()
    assert result.exit_code == 2
    assert result.stdout == ""
    assert "wire.json: not JSON" in result.stderr


def test_a_folder_without_gold(articles: Path) -> None:
    result = CliRunner().invoke(communique, ["evaluate", str(articles), str(articles)])
    assert result.exit_code != 0
    assert "holds no .json files" in str(result.exception)


def test_help_teaches_by_example() -> None:
    text = CliRunner().invoke(communique, ["evaluate", "--help"]).stdout
    assert "communique evaluate examples/gold examples/articles" in text


def test_the_documentation_tells_of_every_measure_and_option() -> None:
    docs = Path("docs/evaluation.md").read_text(encoding="utf-8")
    for name, meaning in MEANINGS.items():
        assert f"| `{name}` | {meaning} |" in docs
    for option in ("--predicted", "--measure", "--errors", "--html", "--format"):
        assert option in docs
