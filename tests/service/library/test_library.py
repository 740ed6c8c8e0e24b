"""The library as a script uses it: extract, load, ask, hand on."""

import builtins
from collections.abc import Iterator
from pathlib import Path

import networkx as nx
import pandas as pd
import pytest
import rdflib

from loaders.errors import MetadataError
from ontology.terms import CMQ
from service.errors import NoStore, UsageError
from service.library import Answer, Graph, extract
from service.store.workers.errors import QueryTimeout
from tests.service.http.conftest import fill
from tests.service.http.story import BASE

TEXT = "LJUBLJANA, 3 May 2030 – President Mila Dorn met Prime Minister Otto Raske on Friday.\n"


@pytest.fixture(scope="module")
def graph(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Graph]:
    path = tmp_path_factory.mktemp("library") / "store"
    fill(path)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("COMMUNIQUE_BASE", BASE)
        with Graph(path, create=False) as opened:
            yield opened


def test_facts_of_a_text_open_at_their_words() -> None:
    (facts,) = extract(TEXT, published="2030-05-03", name="visit")
    assert facts.key == "visit"
    assert {actor.name for actor in facts.actors} >= {"Mila Dorn", "Otto Raske"}
    (meeting,) = facts.meetings
    assert meeting.date
    assert meeting.date.edtf == "2030-05-03"
    assert all(span.end <= len(TEXT) for span in meeting.evidence.spans)


def test_facts_of_files(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "b.txt").write_text(TEXT + "They spoke of trade.\n", encoding="utf-8")
    assert [facts.key for facts in extract(tmp_path)] == ["a.txt", "b.txt"]


def test_what_cannot_be_read_or_known(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="no such file or folder"):
        extract(tmp_path / "none.txt")
    with pytest.raises(UsageError, match="the text is empty"):
        extract(" ")
    with pytest.raises(MetadataError, match="unknown key 'publised'; known are published"):
        extract(TEXT, publised="2030")


def test_a_text_is_loaded_and_asked(tmp_path: Path) -> None:
    with Graph(tmp_path / "store") as graph:
        report = graph.load(TEXT, name="visit", published="2030-05-03")
        assert report.loaded == ["visit"]
        assert graph.load(TEXT, name="visit", published="2030-05-03").unchanged == ["visit"]
        (row,) = graph.ask("meetings", actor="Mila Dorn")
        assert (row["date"], row["status"], row["articles"]) == ("2030-05-03", "held", "visit")
        with pytest.raises(UsageError, match="several texts at once"):
            graph.load(TEXT, TEXT)


def test_answers_are_frames_and_rows(graph: Graph) -> None:
    answer = graph.ask("actors", type="Person")
    frame = answer.frame()
    assert list(frame.columns) == list(answer.columns)
    assert len(frame) == len(answer) > 2
    assert pd.api.types.is_integer_dtype(frame["meetings"])
    assert [row["name"] for row in answer] == list(frame["name"])
    html = answer._repr_html_()
    assert html
    assert "Mila Dorn" in html


def test_a_words_of_python_is_a_parameter_with_a_line_after_it(graph: Graph) -> None:
    both = graph.ask("meetings", actor="Mila Dorn", with_="Otto Raske")
    assert 0 < len(both) <= len(graph.ask("meetings", actor="Mila Dorn"))


def test_values_are_pythons(graph: Graph) -> None:
    query = 'SELECT (1 AS ?i) (0.5 AS ?d) (true AS ?b) ("x"@en AS ?t) (<e:a> AS ?u) ?none {}'
    answer = graph.sparql(query)
    assert answer == Answer(("i", "d", "b", "t", "u", "none"), ((1, 0.5, True, "x", "e:a", None),))
    assert list(graph.sparql("ASK { ?m a cmq:Meeting }")) == [{"answer": True}]


def test_wrong_questions(graph: Graph) -> None:
    with pytest.raises(UsageError, match="no query 'meeting'; did you mean 'meetings'"):
        graph.ask("meeting")
    with pytest.raises(UsageError, match="meetings has no parameter 'acter'"):
        graph.ask("meetings", acter="x")
    with pytest.raises(UsageError, match="error at"):
        graph.sparql("SELECT")
    with pytest.raises(UsageError, match=r"use construct\(…\)"):
        graph.sparql("DESCRIBE <e:a>")
    with pytest.raises(UsageError, match=r"use sparql\(…\)"):
        graph.construct("ASK {}")
    assert "meetings" in graph.questions


def test_the_graph_for_rdflib(graph: Graph) -> None:
    accepted = graph.rdflib()
    meetings = set(accepted.subjects(rdflib.RDF.type, CMQ.Meeting))
    assert meetings
    part = graph.construct(f"CONSTRUCT WHERE {{ ?m a <{CMQ.Meeting}> }}")
    assert set(part.subjects()) == meetings
    dataset = graph.rdflib(claims=True)
    assert isinstance(dataset, rdflib.Dataset)
    quads = list(dataset.quads())
    assert any("/claim/" in str(graph) for *_, graph in quads)
    assert not any("internal#" in str(term) for quad in quads for term in quad)


def test_the_graph_for_networkx(graph: Graph) -> None:
    network = graph.network()
    pairs = graph.ask("who-met-whom")
    assert network.number_of_edges() == len(pairs) > 0
    row = next(iter(pairs))
    edge = network.edges[row["actor_a"], row["actor_b"]]
    assert (edge["weight"], edge["first"]) == (row["meetings"], row["first"])
    assert network.nodes[row["actor_a"]]["label"] == row["name_a"]
    assert nx.degree_centrality(network)
    assert graph.network(since="2999-01-01").number_of_nodes() == 0


def test_a_store_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(NoStore):
        Graph(tmp_path / "none", create=False)


def test_without_pandas_it_says_what_to_install(
    graph: Graph, monkeypatch: pytest.MonkeyPatch
) -> None:
    found = builtins.__import__

    def missing(name: str, *rest: object) -> object:
        if name == "pandas":
            raise ImportError(name)
        return found(name, *rest)

    monkeypatch.setattr(builtins, "__import__", missing)
    answer = graph.sparql("SELECT (1 AS ?i) {}")
    with pytest.raises(UsageError, match=r"pip install 'communique\[notebook\]'"):
        answer.frame()
    assert answer._repr_html_() is None


def test_questions_are_bounded(graph: Graph, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("COMMUNIQUE_QUERY_TIMEOUT", "0.3")
    endless = "SELECT (COUNT(*) AS ?n) { ?a ?b ?c . ?d ?e ?f . ?g ?h ?i . ?j ?k ?l }"
    with Graph(graph.settings.store) as bounded, pytest.raises(QueryTimeout):
        bounded.sparql(endless)
