"""Each tool over the invented articles of `story`, asked through the SDK in this process."""

from collections.abc import Callable
from typing import Any

import anyio
import pytest
from mcp import Client
from mcp_types import CallToolResult, TextContent

from service.http.agents.asking import LETTERS, MOST, Rows, _rows
from service.http.agents.routes import allowed_hosts
from service.http.agents.server import server
from service.settings import Settings
from tests.service.http.conftest import Making
from tests.service.http.story import BASE, COURIER, HARBOR

Calling = Callable[..., CallToolResult]
TEXTS = {"wire/harbor.txt": HARBOR, "courier.txt": COURIER}


@pytest.fixture(scope="module")
def call(make: Making) -> Calling:
    """Call a tool; the server answers outside of any request, as over standard streams."""
    made = server(make())

    async def asked(name: str, given: dict[str, Any]) -> CallToolResult:
        async with Client(made) as client:
            return await client.call_tool(name, given)

    return lambda tool, /, **given: anyio.run(asked, tool, given)


def found(result: CallToolResult) -> Any:  # noqa: ANN401 JSON
    assert not result.is_error, result.content
    assert result.structured_content is not None
    return result.structured_content


def refusal(result: CallToolResult) -> str:
    assert result.is_error
    [content] = result.content
    assert isinstance(content, TextContent)
    return content.text


def check_words(evidence: list[dict[str, Any]]) -> None:
    """Every span is the article's, letter by letter."""
    assert evidence
    for one in evidence:
        article = one["article"]
        for words in one["words"]:
            text = TEXTS[article["key"]]
            assert text[words["start"] : words["end"]] == words["text"]
            assert words["text"] in words["sentence"]
            place = f"characters {words['start']}-{words['end']}"
            assert place in words["cite"]
            assert words["cite"].endswith(article["iri"])


def test_an_actor_however_the_name_is_written(call: Calling) -> None:
    told = found(call("actor", name="Dorn, Mila"))
    assert told["actor"]["iri"] == f"{BASE}actor/mila-dorn"
    assert told["actor"]["page"] == "http://example.org/page/actor/mila-dorn"
    assert told["names"] == ["Dorn", "Mila Dorn"] or "Mila Dorn" in told["names"]
    [office] = told["offices"]
    assert (office["office"], office["attested"]) == ("President of Veldania", ["2031-05-02"])
    check_words(office["evidence"])
    assert (told["meetings"], told["statements"]) == (2, 1)


def test_who_is_not_surely_meant_is_only_a_candidate(call: Calling) -> None:
    told = found(call("actor", name="Mr Roske"))
    assert told["actor"] is None
    assert told["candidates"][0]["name"] == "Otto Raske"
    assert told["evidence"] == []


def test_meetings_with_their_words(call: Calling) -> None:
    told = found(call("meetings", actor="Mila Dorn", with_actor="Otto Raske"))
    [one] = told["found"]
    assert one["row"]["date"] == "2031-05-01"
    assert {e["article"]["key"] for e in one["evidence"]} == set(TEXTS)
    check_words(one["evidence"])
    denied = found(call("meetings", status="denied"))["found"]
    assert {e["accepted"] for e in denied[0]["evidence"]} == {False}


def test_a_statement_is_its_exact_words(call: Calling) -> None:
    [one] = found(call("statements", speaker="Dorn", to="Raske"))["found"]
    row = one["row"]
    assert HARBOR[row["start"] : row["end"]] == row["text"] == "Nobody may close the river,"
    check_words(one["evidence"])


def test_a_mission_and_its_figures(call: Calling) -> None:
    told = found(call("mission", name="Sentinel"))
    assert told["led_by"] == ["Lakes Union"]
    values = {(one["row"]["value"], one["row"]["bound"]) for one in told["figures"]}
    assert values == {("1,200", "exactly"), ("1,500", "more than")}
    for one in told["figures"]:
        check_words(one["evidence"])


def test_evidence_of_a_thing_and_of_a_claim(call: Calling) -> None:
    told = found(call("evidence", iri=f"{BASE}actor/mila-dorn"))["result"]
    harbor = [one for one in told if one["article"]["key"] in TEXTS]
    check_words(harbor)
    claim = harbor[0]["claim"]
    assert found(call("evidence", iri=claim))["result"] == [harbor[0]]
    assert "nothing in the graph" in refusal(call("evidence", iri=f"{BASE}actor/nobody"))


def test_search(call: Calling) -> None:
    told = found(call("search", query="river"))
    assert {hit["kind"] for hit in told["hits"]} == {"statement", "article"}
    assert told["total"] == len(told["hits"])
    only = found(call("search", query="river", kind="statement"))["hits"]
    assert [hit["text"] for hit in only] == ["Nobody may close the river,"]


def test_a_ready_made_question(call: Calling) -> None:
    told = found(call("ask", question="statements", parameters={"speaker": "Mila Dorn"}))
    assert [row["act"] for row in told["rows"]] == ["warn"]
    pages = [found(call("ask", question="actors", limit=2, offset=at)) for at in (0, 2)]
    assert [page["more"] for page in pages] == [True, True]
    assert not {r["actor"] for r in pages[0]["rows"]} & {r["actor"] for r in pages[1]["rows"]}
    assert "did you mean" in refusal(call("ask", question="meeting"))
    wrong = call("ask", question="meetings", parameters={"colour": "red"})
    assert "colour" in refusal(wrong)


def test_sparql_is_bounded_and_reads_only(call: Calling) -> None:
    rows = found(call("sparql", query="SELECT ?s { ?s ?p ?o }", limit=3))
    assert (len(rows["rows"]), rows["more"]) == (3, True)
    assert found(call("sparql", query="ASK { ?s a cmq:Meeting }"))["rows"] == [{"answer": True}]
    about = "CONSTRUCT { ?s a cmq:Meeting } WHERE { ?s a cmq:Meeting }"
    triples = found(call("sparql", query=about))["rows"]
    assert {row["object"] for row in triples} == {"https://w3id.org/communique/ns#Meeting"}
    assert "can't be read" in refusal(call("sparql", query="DELETE WHERE { ?s ?p ?o }"))
    remote = "SELECT * { SERVICE <http://example.org/> { ?s ?p ?o } }"
    assert "SERVICE is not allowed" in refusal(call("sparql", query=remote))
    assert call("sparql", query="ASK {}", limit=MOST + 1).is_error


def test_long_rows_are_cut_between_rows() -> None:
    wide = ({"text": "x" * (LETTERS // 2)} for _ in range(5))
    told = _rows(wide, 5, 0)
    assert (len(told.rows), told.more) == (1, True)
    assert _rows(iter([{"n": 1}]), 1, 7) == Rows([{"n": 1}], more=False, offset=7)


def test_resources(make: Making) -> None:
    async def read() -> list[str]:
        async with Client(server(make())) as client:
            listed = [str(one.uri) for one in (await client.list_resources()).resources]
            texts = [(await client.read_resource(uri)).contents[0] for uri in listed]
            return [*listed, *(getattr(one, "text", "") for one in texts)]

    ontology, queries, turtle, catalogue = anyio.run(read)
    assert (ontology, queries) == ("communique://ontology", "communique://queries")
    assert "cmq:Meeting a owl:Class" in turtle
    assert '"name": "who-met-whom"' in catalogue


def test_every_tool_reads_only_and_explains_itself(make: Making) -> None:
    async def listed() -> list[Any]:
        async with Client(server(make())) as client:
            return list((await client.list_tools()).tools)

    for tool in anyio.run(listed):
        assert tool.annotations.read_only_hint
        assert len(tool.description) > 40
        assert tool.output_schema


def test_words_that_may_not_be_shown_are_null(make: Making) -> None:
    async def asked() -> CallToolResult:
        async with Client(server(make(publish_text="none"))) as client:
            return await client.call_tool("meetings", {"actor": "Mila Dorn", "limit": 1})

    [one] = found(anyio.run(asked))["found"]
    words = one["evidence"][0]["words"][0]
    assert words["text"] is words["sentence"] is None
    assert words["end"] > words["start"]


@pytest.mark.parametrize(
    ("settings", "allowed", "refused"),
    [
        (Settings(), {"localhost", "127.0.0.1:*", "localhost:8000"}, {"evil.example"}),
        (Settings(host="0.0.0.0"), {"localhost:8000"}, {"127.0.0.1:*", "localhost:*"}),
        (
            Settings(host="0.0.0.0", base="https://facts.example/id/", hosts="a.example b:81"),
            {"facts.example", "a.example", "b:81"},
            {"localhost", "0.0.0.0"},
        ),
    ],
)
def test_by_which_names_it_may_be_asked(
    settings: Settings, allowed: set[str], refused: set[str]
) -> None:
    hosts = set(allowed_hosts(settings))
    assert allowed <= hosts
    assert not refused & hosts
