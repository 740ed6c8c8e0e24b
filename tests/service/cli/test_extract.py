"""`communique extract`: facts of files, the same whatever their order."""

import json
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner

from service.cli.main import communique

EXAMPLES = sorted(Path("examples/articles").glob("0*.txt"))[:4]
KEYS = {
    "article", "headline", "published", "dateline_place", "author", "publisher",
    "actors", "meetings", "statements", "missions", "agreements",
}  # fmt: skip


def extract(*arguments: str | Path, **more: bytes) -> str:
    result = CliRunner().invoke(communique, ["extract", *map(str, arguments)], **more)
    assert result.exit_code == 0, result.stderr
    return result.stdout


def test_a_document_a_line_with_every_key() -> None:
    documents = [json.loads(line) for line in extract(*EXAMPLES).splitlines()]
    assert [d["article"] for d in documents] == [path.name for path in EXAMPLES]
    for path, document in zip(EXAMPLES, documents, strict=True):
        assert set(document) >= KEYS
        text = path.read_bytes().decode()
        assert document["statements"]
        for statement in document["statements"]:
            assert statement["text"] == text[statement["start"] : statement["end"]]


def test_the_same_bytes_in_any_order_and_run() -> None:
    first = extract(*EXAMPLES, "--format", "nquads")
    again = extract(*reversed(EXAMPLES), "--format", "nquads")
    assert first == again
    assert first.splitlines() == sorted(first.splitlines())
    assert len(first) > 10_000


def test_trig_and_nquads_hold_the_same_graph() -> None:
    trig = ox.parse(extract(EXAMPLES[0], "--format", "trig"), format=ox.RdfFormat.TRIG)
    quads = ox.parse(extract(EXAMPLES[0], "--format", "nquads"), format=ox.RdfFormat.N_QUADS)
    assert set(trig) == set(quads)


def test_offsets_count_code_points_whatever_the_line_ends(tmp_path: Path) -> None:
    text = "😀 Oslo\r\n\r\nAna Kovač, president of Norway, said: “Peace holds.”\r\n"
    (tmp_path / "crlf.txt").write_bytes(text.encode())
    (document,) = map(json.loads, extract(tmp_path / "crlf.txt").splitlines())
    (statement,) = document["statements"]
    assert text[statement["start"] : statement["end"]] == statement["text"] == "Peace holds."


@pytest.mark.parametrize("published", ["2031-05-04", None])
def test_a_date_beside_the_text_dates_what_the_text_leaves_open(
    tmp_path: Path, published: str | None
) -> None:
    article = tmp_path / "plan.txt"
    article.write_text("Ana Kovač of Norway will meet Luis Ferrer tomorrow in Oslo.\n")
    options = ["--published", published] if published else []
    (document,) = map(json.loads, extract(article, *options).splitlines())
    (meeting,) = document["meetings"]
    expected = ("2031-05-05", None) if published else (None, "P1D")
    assert (meeting["date"], meeting["date_offset"]) == expected
    assert document["published"] == published


def test_a_failure_is_told_and_the_rest_extracted(tmp_path: Path) -> None:
    result = CliRunner().invoke(communique, ["extract", str(EXAMPLES[0]), str(tmp_path / "no.txt")])
    assert result.exit_code == 1
    assert len(result.stdout.splitlines()) == 1
    assert "no.txt" in result.stderr
