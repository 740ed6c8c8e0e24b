"""`communique query`: ready-made questions and SPARQL, as a user meets them."""

import csv
import io
import json
import os
import pty
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pyoxigraph as ox
import pytest
from click.testing import CliRunner, Result
from rdflib.namespace import RDFS

from queries.catalogue import catalogue
from service.cli.main import communique
from service.cli.names import naming
from service.errors import CommuniqueError, UsageError
from service.store.workers.errors import QueryFailed
from tests.service.http.conftest import fill
from tests.service.http.story import BASE

Run = Callable[..., Result]
NAMES = "SELECT ?name { ?p a cmq:Person ; rdfs:label ?name } ORDER BY ?name"
LONG = "word " * 400


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("query") / "s"
    fill(path)
    return path


@pytest.fixture
def run(store: Path) -> Run:
    def call(*arguments: str, **more: str) -> Result:
        words = ["query", *arguments, "--store", str(store)]
        return CliRunner(env={"COMMUNIQUE_BASE": BASE}).invoke(communique, words, **more)

    return call


def test_without_a_question_the_catalogue_is_listed(run: Run) -> None:
    done = run()
    assert done.exit_code == 0
    listed = [line.split("  ")[0] for line in done.stdout.splitlines()[2:]]
    assert listed == list(catalogue())


def test_a_table_names_things_shortly_and_cuts_nothing(run: Run) -> None:
    done = run("statements", "-p", "speaker=Mila Dorn")
    assert (done.exit_code, done.stderr) == (0, "")
    header, _, row = done.stdout.splitlines()
    assert header.split()[:3] == ["statement", "date", "speaker"]
    assert row.startswith("statement/")
    assert "Nobody may close the river," in row
    wide = run("-", input=f'SELECT ("{LONG}" AS ?long) {{}}')
    assert LONG.strip() in wide.stdout


def test_machine_formats_go_to_stdout_alone(run: Run) -> None:
    done = run("meetings", "-p", "status=held", "--format", "json")
    assert json.loads(done.stdout)["head"]["vars"][0] == "meeting"
    done = run("meetings", "-p", "status=held", "--format", "csv")
    rows = list(csv.DictReader(io.StringIO(done.stdout)))
    assert rows
    assert all(row["meeting"].startswith(BASE) for row in rows)
    done = run("-", "--format", "tsv", input=NAMES)
    assert done.stdout.splitlines()[:2] == ["?name", '"Jana Pell"']


def test_sparql_from_a_file_and_from_standard_input(run: Run, tmp_path: Path) -> None:
    (tmp_path / "names.rq").write_text(NAMES)
    from_file = run(str(tmp_path / "names.rq"))
    assert from_file.exit_code == 0
    assert [line.strip() for line in from_file.stdout.splitlines()][2:] == [
        "Jana Pell",
        "Mila Dorn",
        "Otto Raske",
    ]
    assert run("-", input=NAMES).stdout == from_file.stdout
    assert run("-", input="ASK { ?s a cmq:Meeting }").stdout == "yes\n"
    assert run("-", input="ASK { ?s a cmq:Nothing }").stdout == "no\n"


def test_a_graph_is_turtle_unless_another_format_is_given(run: Run) -> None:
    query = f"CONSTRUCT WHERE {{ <{BASE}mission/sentinel> ?p ?o }}"
    turtle = run("-", input=query).stdout
    lines = run("-", "--format", "ntriples", input=query).stdout
    assert set(ox.parse(turtle, format=ox.RdfFormat.TURTLE)) == set(
        ox.parse(lines, format=ox.RdfFormat.N_TRIPLES)
    )
    assert "SENTINEL" in turtle


def test_a_questions_parameters_are_described(run: Run) -> None:
    shown = run("meetings", "--describe").stdout
    for parameter in catalogue()["meetings"].params:
        assert f"\n{parameter.name} " in shown
    assert "Mila Dorn" in shown
    assert "(required)" in run("evidence", "--describe").stdout or not any(
        p.required for p in catalogue()["evidence"].params
    )


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("meeting",), "did you mean 'meetings'"),
        (("meetings", "-p", "who=x"), "no parameter 'who'"),
        (("meetings", "-p", "actor"), "KEY=VALUE"),
        (("meetings", "-p", "actor=a", "-p", "actor=b"), "given twice"),
        (("meetings", "-p", "since=soon"), "day of the calendar"),
        (("meetings", "--format", "turtle"), "CONSTRUCT"),
        (("nowhere.rq",), "No such file"),
        (("-", "-p", "a=b"), "ready-made"),
    ],
)
def test_what_is_wrong_is_said(run: Run, arguments: tuple[str, ...], words: str) -> None:
    failed = run(*arguments, input=NAMES)
    assert isinstance(failed.exception, CommuniqueError)
    assert words in str(failed.exception)
    assert failed.stdout == ""


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("SELECT * {", "error at"),
        ("SELECT * { SERVICE <http://127.0.0.1:1/> { ?s ?p ?o } }", "SERVICE is not allowed"),
        ("DROP ALL", "can't be read"),
    ],
)
def test_sparql_that_cant_be_run_is_refused(run: Run, query: str, words: str) -> None:
    failed = run("-", input=query)
    assert isinstance(failed.exception, UsageError)
    assert words in str(failed.exception)


ENDLESS = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"


@pytest.mark.parametrize(
    ("setting", "value", "query", "words"),
    [
        ("COMMUNIQUE_QUERY_TIMEOUT", "0.5", ENDLESS, "longer than 0.5 seconds: ask for less"),
        ("COMMUNIQUE_RESULT_BYTES", "1000", "SELECT * { ?a ?b ?c }", "longer than 1000 bytes"),
        (
            "COMMUNIQUE_QUERY_MEMORY",
            "50000000",
            "SELECT * { ?a ?b ?c . ?d ?e ?f } ORDER BY ?f ?c",
            "more memory",
        ),
    ],
)
def test_a_query_is_bounded(
    run: Run, monkeypatch: pytest.MonkeyPatch, setting: str, value: str, query: str, words: str
) -> None:
    monkeypatch.setenv(setting, value)
    failed = run("-", input=query)
    assert isinstance(failed.exception, QueryFailed)
    assert words in str(failed.exception)
    assert failed.stdout == ""


def test_the_real_command_ends_with_status_2_and_says_why(store: Path) -> None:
    command = [sys.executable, "-m", "service.cli", "query", "-", "--store", str(store)]
    known = {**os.environ, "COMMUNIQUE_QUERY_TIMEOUT": "0.5"}
    done = subprocess.run(
        command, check=False, input=ENDLESS, capture_output=True, text=True, env=known, timeout=60
    )
    assert (done.returncode, done.stdout) == (2, "")
    assert "longer than 0.5 seconds" in done.stderr
    assert "COMMUNIQUE_QUERY_TIMEOUT" in done.stderr


def test_graph_formats_and_result_formats_are_told_apart(run: Run) -> None:
    failed = run("-", "--format", "csv", input="CONSTRUCT WHERE { ?s a cmq:Person }")
    assert "SELECT and ASK" in str(failed.exception)


def test_the_real_command_folds_on_a_terminal_only(store: Path) -> None:
    command = [sys.executable, "-m", "service.cli", "query", "statements", "--store", str(store)]
    known = {**os.environ, "COLUMNS": "60", "COMMUNIQUE_BASE": BASE, "TERM": "xterm"}
    leader, follower = pty.openpty()
    with subprocess.Popen(
        command, stdout=follower, stderr=subprocess.DEVNULL, env=known
    ) as running:
        assert running.wait(60) == 0
    os.close(follower)
    shown = os.read(leader, 1 << 16).decode()
    os.close(leader)
    piped = subprocess.run(
        command, capture_output=True, text=True, env=known, check=True, timeout=60
    )
    assert max(len(line) for line in piped.stdout.splitlines()) > 60
    assert len(shown.splitlines()) > len(piped.stdout.splitlines())


def on_terminal(store: Path, columns: int, *arguments: str) -> str:
    """What a terminal of this width shows, without its colours."""
    command = [sys.executable, "-m", "service.cli", "query", *arguments, "--store", str(store)]
    known = {**os.environ, "COLUMNS": str(columns), "COMMUNIQUE_BASE": BASE, "TERM": "xterm"}
    leader, follower = pty.openpty()
    with subprocess.Popen(
        command, stdout=follower, stderr=subprocess.DEVNULL, env=known
    ) as running:
        assert running.wait(60) == 0
    os.close(follower)
    shown = os.read(leader, 1 << 16).decode()
    os.close(leader)
    return re.sub(r"\x1b\[[0-9;]*m", "", shown)


def test_what_is_too_wide_for_the_terminal_is_a_block_a_row(store: Path) -> None:
    shown = on_terminal(store, 80, "mission-figures").splitlines()
    assert max(map(len, shown)) <= 80
    assert "mission    SENTINEL" in shown
    assert shown.count("") == sum(line.startswith("mission ") for line in shown) - 1
    assert not [line for line in shown if line.strip() in {"as_of", "said_by"}]
    table = on_terminal(store, 200, "mission-figures").splitlines()
    assert table[0].split()[:3] == ["mission", "measure", "kind"]


def test_tables_call_things_by_their_labels(run: Run) -> None:
    [row] = {line.split("  ")[0] for line in run("mission-figures").stdout.splitlines()[2:]}
    assert row == "SENTINEL"
    beside = run("actors", "-p", "text=Mila").stdout.splitlines()[2]
    assert beside.split("  ")[0] == "actor/mila-dorn"
    assert "Mila Dorn" in beside


@pytest.mark.parametrize(
    ("term", "called"),
    [
        ("concept:held", "held"),
        ("<http://e.org/other>", "http://e.org/other"),
        (f"<{BASE}actor/mila-dorn>", "Mila Dorn"),
        (f"<{BASE}actor/nobody>", "actor/nobody"),
        ("prov:Activity", "prov:Activity"),
    ],
)
def test_a_thing_in_a_table(run: Run, term: str, called: str) -> None:
    done = run("-", input=f"SELECT ?thing {{ VALUES ?thing {{ {term} }} }}")
    assert done.stdout.splitlines()[-1].strip() == called


def test_namesakes_are_told_apart() -> None:
    graph, label = ox.Store(), ox.NamedNode(str(RDFS.label))
    for name in ("mila-dorn", "mila-dorn~note"):
        iri = ox.NamedNode(f"{BASE}actor/{name}")
        graph.add(ox.Quad(iri, label, ox.Literal("Mila Dorn")))
    name_of = naming(graph, BASE)
    assert name_of(ox.NamedNode(f"{BASE}actor/mila-dorn"), ()) == "Mila Dorn"
    other = ox.NamedNode(f"{BASE}actor/mila-dorn~note")
    assert name_of(other, ()) == "Mila Dorn (actor/mila-dorn~note)"
    assert name_of(other, ("Mila Dorn",)) == "actor/mila-dorn~note"


def test_a_part_of_an_answer_in_the_order_of_a_column(run: Run) -> None:
    def names(*parts: str) -> list[str]:
        given = [option for part in parts for option in ("-p", part)]
        result = run("actors", *given, "--format", "csv")
        return [row["name"] for row in csv.DictReader(io.StringIO(result.stdout))]

    whole = names("sort=name")
    assert whole == sorted(whole, key=str.lower)
    assert names("sort=name", "limit=2", "offset=1") == whole[1:3]
    assert names("sort=-name", "limit=1") == whole[-1:]
