"""The SDK's client over standard streams and over HTTP, and what docs tell to send."""

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import anyio
import httpx
import pytest
from mcp import Client, StdioServerParameters

from tests.real.conftest import EXAMPLES, environment

DOCS = (Path(__file__).parents[2] / "docs" / "mcp.md").read_text(encoding="utf-8")
JSON = {"Content-Type": "application/json", "Accept": "application/json, text/event-stream"}
LIST = {"jsonrpc": "2.0", "id": 1, "method": "tools/list"}
TOOLS = {"search", "actor", "meetings", "statements", "mission", "evidence", "ask", "sparql"}


async def conversation(target: Any, mode: str) -> str:  # noqa: ANN401 as the SDK takes it
    async with Client(target, mode=mode) as client:
        assert {tool.name for tool in (await client.list_tools()).tools} == TOOLS
        assert "exact words" in (client.instructions or "")
        found = await client.call_tool("statements", {"speaker": "Blerina Dragusha", "limit": 3})
        assert found.structured_content
        for one in found.structured_content["found"]:
            row = one["row"]
            text = (EXAMPLES / row["article"]).read_text(encoding="utf-8")
            assert text[row["start"] : row["end"]] == row["text"]
        assert (await client.call_tool("ask", {"question": "nothing"})).is_error
        await client.read_resource("communique://ontology")
        return client.protocol_version


@pytest.mark.parametrize("mode", ["auto", "legacy"])
def test_over_http(site: str, mode: str) -> None:
    assert anyio.run(conversation, f"{site}/mcp", mode) >= "2025"


def test_over_standard_streams(loaded: Path) -> None:
    command = ["-m", "service.cli", "mcp", "--store", str(loaded)]
    server = StdioServerParameters(command=sys.executable, args=command, env=environment())
    assert anyio.run(conversation, server, "auto") >= "2025"


def test_several_at_once(site: str) -> None:
    async def ask(answers: list[int]) -> None:
        async with Client(f"{site}/mcp") as client:
            found = await client.call_tool("ask", {"question": "meetings", "limit": 200})
            answers.append(len((found.structured_content or {})["rows"]))

    async def all_of_them() -> list[int]:
        answers: list[int] = []
        async with anyio.create_task_group() as group:
            for _ in range(8):
                group.start_soon(ask, answers)
        return answers

    answers = anyio.run(all_of_them)
    assert len(answers) == 8
    assert len(set(answers)) == 1
    assert answers[0] > 0


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 200),
        ({"Origin": "http://localhost:5173"}, 200),
        ({"Host": "evil.example"}, 421),
        ({"Host": "127.0.0.1.evil.example"}, 421),
        ({"Origin": "http://evil.example"}, 403),
        ({"Origin": "null"}, 403),
        ({"Content-Type": "text/plain"}, 400),
    ],
)
def test_who_may_ask(site: str, headers: dict[str, str], status: int) -> None:
    answered = httpx.post(f"{site}/mcp", json=LIST, headers={**JSON, **headers})
    assert answered.status_code == status


def test_what_is_no_message_is_refused(site: str) -> None:
    assert httpx.get(f"{site}/mcp").status_code == 405
    assert httpx.delete(f"{site}/mcp").status_code == 405
    assert httpx.post(f"{site}/mcp", content=b"{", headers=JSON).status_code == 400
    long = {**LIST, "params": {"cursor": "x" * (1 << 20)}}
    assert httpx.post(f"{site}/mcp", json=long, headers=JSON).status_code == 413


def test_the_documented_call_answers(site: str) -> None:
    [command] = re.findall(r"```sh\n(.*?)```", DOCS, re.DOTALL)
    told = command.replace("http://127.0.0.1:8000", site)
    done = subprocess.run(["bash", "-c", told], capture_output=True, timeout=60, check=True)
    assert b"actor/blerina-dragusha" in done.stdout


def test_the_documented_script_answers(site: str) -> None:
    [script] = re.findall(r"```python\n(.*?)```", DOCS, re.DOTALL)
    told = script.replace("http://127.0.0.1:8000", site)
    done = subprocess.run(
        [sys.executable, "-c", told], capture_output=True, text=True, timeout=60, check=True
    )
    lines = done.stdout.splitlines()
    assert len(lines) == 3
    assert all("Blerina Dragusha" in line and "characters" in line for line in lines)


def test_every_tool_is_documented() -> None:
    assert {*re.findall(r"^\| `(\w+)` \|", DOCS, re.MULTILINE)} == TOOLS
