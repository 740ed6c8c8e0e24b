"""Networks: who met whom as the ready-made question has it, and everything; by networkx, igraph."""

import io
import json
from pathlib import Path

import pyoxigraph as ox
import pytest

from loaders.facts import Status
from queries.answers import prepare
from service.exports.filters import Filters
from service.exports.formats import Choice
from service.exports.gexf import gexf
from service.exports.met import met
from service.exports.network import Edge, Network, Node, full
from service.exports.schema import LABELS, edge_types, node_columns
from service.exports.source import Source
from tests.queries.invented import Telling
from tests.service.exports.conftest import BASE, Exporting, chunks, client, fill, reading

FORMS = ("gexf", "graphml", "cytoscape")


def short(iri: str) -> str:
    return iri.removeprefix(BASE)


def graph(data: bytes, form: str):  # noqa: ANN201 networkx ships no types
    networkx = client("networkx")
    read = {"gexf": networkx.read_gexf, "graphml": networkx.read_graphml}[form]
    return read(io.BytesIO(data))


def test_edges_are_pairs_with_weight_and_days(source: Source) -> None:
    network = met(source, Filters())
    names = {node.id: node.label for node in network.nodes()}
    assert names == {
        f"{BASE}actor/jana-pell": "Jana Pell",
        f"{BASE}actor/mila-dorn": "Mila Dorn",
        f"{BASE}actor/otto-raske": "Otto Raske",
    }
    day, later = ("2030-05-01", "2030-05-01"), ("2030-05-20", "2030-05-20")
    assert [
        (names[e.source], names[e.target], e.weight, e.spells, e.attributes["basis"])
        for e in network.edges()
    ] == [
        ("Jana Pell", "Mila Dorn", 1, (later,), "same meeting"),
        ("Jana Pell", "Otto Raske", 1, (day,), "sides"),
        ("Mila Dorn", "Otto Raske", 1, (day,), "sides"),
    ]


def test_it_agrees_with_the_ready_made_question(source: Source) -> None:
    def ask(sparql: str) -> ox.QuerySolutions:
        return source.pool.select(sparql, source.at)

    asked = ask(prepare("who-met-whom", {}, ask).sparql)
    told = {
        (row["actor_a"].value, row["actor_b"].value): (
            int(row["meetings"].value),
            row["basis"].value,
            row["first"].value,
            row["last"].value,
        )
        for row in asked
    }
    network = met(source, Filters())
    assert list(network.nodes())
    assert told == {
        (e.source, e.target): (
            e.weight,
            e.attributes["basis"],
            e.attributes["first"],
            e.attributes["last"],
        )
        for e in network.edges()
    }


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_networkx_reads_who_met_whom(export: Exporting, form: str) -> None:
    found = graph(export(form), form)
    assert not found.is_directed()
    tie = found.edges[f"{BASE}actor/mila-dorn", f"{BASE}actor/otto-raske"]
    assert (tie["weight"], tie["basis"], tie["first"]) == (1, "sides", "2030-05-01")
    assert found.nodes[f"{BASE}actor/mila-dorn"]["label"] == "Mila Dorn"
    assert found.nodes[f"{BASE}actor/mila-dorn"]["type"] == "Person"


def test_gexf_moves_in_time(export: Exporting) -> None:
    data = export("gexf")
    assert b'mode="dynamic" timeformat="date"' in data
    tie = graph(data, "gexf").edges[f"{BASE}actor/jana-pell", f"{BASE}actor/mila-dorn"]
    assert tie["spells"] == [("2030-05-20", "2030-05-20")]


def test_igraph_measures_graphml(export: Exporting, tmp_path: Path) -> None:
    (tmp_path / "met.graphml").write_bytes(export("graphml"))
    found = client("igraph").Graph.Read_GraphML(str(tmp_path / "met.graphml"))
    assert sorted(zip(found.vs["label"], found.strength(weights="weight"), strict=True)) == [
        ("Jana Pell", 2.0),
        ("Mila Dorn", 2.0),
        ("Otto Raske", 2.0),
    ]
    assert found.es["dates"] == ["2030-05-20", "2030-05-01", "2030-05-01"]


@pytest.mark.parametrize("form", ["gexf", "graphml"])
def test_networkx_reads_everything(export: Exporting, source: Source, form: str) -> None:
    found = graph(export(form, network="full"), form)
    network = full(source, Filters())
    assert found.is_directed()
    assert set(found) == {node.id for node in network.nodes()}
    ends = {(edge.source, edge.target) for edge in network.edges()}
    assert set(found.edges()) == ends
    kinds = {data["kind"] for _, data in found.nodes(data=True)}
    assert kinds == set(LABELS.values())


def test_every_type_of_edge_ties_nodes_of_its_kinds(source: Source) -> None:
    network = full(source, Filters())
    kinds = {node.id: node.kind for node in network.nodes()}
    found = {(e.kind, kinds[e.source], kinds[e.target]) for e in network.edges()}
    known = {(t.name, LABELS[t.ends[0]], LABELS[t.ends[1]]) for t in edge_types()}
    assert found <= known
    assert {kind for kind, _, _ in known - found} == {"PART_OF", "HELD_AT", "DEPLOYED_IN"}
    assert ("PARTICIPATED_IN", "Actor", "Meeting") in found
    assert ("COMMANDS", "Actor", "Actor") in found


def test_no_edge_hangs_in_the_air_under_filters(export: Exporting) -> None:
    for wanted in ({"actors": ["Ivo Hart"]}, {"since": "2030-05-15"}, {"kinds": ["statements"]}):
        found = json.loads(export("cytoscape", network="full", **wanted))["elements"]
        ids = {node["data"]["id"] for node in found["nodes"]}
        assert ids
        for edge in found["edges"]:
            assert {edge["data"]["source"], edge["data"]["target"]} <= ids


def test_an_actors_network_has_those_of_its_meetings(export: Exporting) -> None:
    found = json.loads(export("cytoscape", actors=["otto raske"]))["elements"]
    ties = [(short(e["data"]["source"]), short(e["data"]["target"])) for e in found["edges"]]
    assert ties == [
        ("actor/jana-pell", "actor/otto-raske"),
        ("actor/mila-dorn", "actor/otto-raske"),
    ]
    assert found["edges"][0]["data"]["dates"] == ["2030-05-01"]


def test_a_planned_meeting_is_no_tie_and_a_month_is_a_spell(tmp_path: Path) -> None:
    tell = Telling("Ann Roe met Bob Lee in May. They will meet in June.", "2030-06-01")
    pair = ("Ann Roe", "Bob Lee")
    facts = tell.facts(
        "a.txt",
        meetings=(
            tell.meeting("m1", Status.HELD, "met", *pair, date=tell.day("2030-05", "in May")),
            tell.meeting("m2", Status.PLANNED, "will meet", *pair),
        ),
    )
    with reading(fill(tmp_path / "store", (facts,))) as source:
        network = met(source, Filters())
        assert len(list(network.nodes())) == 2
        [edge] = network.edges()
        assert (edge.weight, edge.spells) == (1, (("2030-05-01", "2030-05-31"),))
        assert b'<data key="edge_dates">2030-05-01/2030-05-31</data>' in chunks(source, "graphml")


def test_markup_and_odd_characters_stay_text() -> None:
    odd = Node("http://a/b?c&d", 'a "b" <c>\x01\n', "Actor", {"type": "x\ufffe"})
    edge = Edge(odd.id, odd.id, "MET", 1, (), {})
    network = Network(False, {"type": "text"}, {}, lambda: iter([odd]), lambda: iter([edge]))
    [(name, told)] = graph(b"".join(gexf(network)), "gexf").nodes(data=True)
    assert (name, told["label"], told["type"]) == (odd.id, 'a "b" <c>\ufffd\n', "x\ufffd")


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize("network", ["met", "full"])
def test_of_nothing_an_empty_network_remains(empty: Source, form: str, network: str) -> None:
    data = chunks(empty, form, Choice(None, network))
    if form == "cytoscape":
        assert json.loads(data) == {"elements": {"nodes": [], "edges": []}}
    else:
        assert len(graph(data, form)) == 0


@pytest.mark.parametrize("form", FORMS)
def test_bytes_depend_on_no_order(export: Exporting, backwards: Source, form: str) -> None:
    assert chunks(backwards, form, Choice(None, "full")) == export(form, network="full")
    assert chunks(backwards, form) == export(form)


def test_the_tables_of_nodes_and_edges_are_sound() -> None:
    assert {column.kind for column in node_columns()} == set(LABELS)
    assert {edge.kind for edge in edge_types()} <= {*LABELS, "missions"}
    assert {edge.target for edge in edge_types()} <= set(LABELS)
