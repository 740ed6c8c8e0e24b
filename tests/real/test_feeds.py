"""A reader follows a feed over a real server, and the documented commands answer."""

import re
import subprocess
from pathlib import Path

import feedparser
import httpx
import pytest

DOCS = (Path(__file__).parents[2] / "docs" / "feeds.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", re.findall(r"```sh\n(.*?)```", DOCS, re.DOTALL))
def test_the_documented_commands_answer(site: str, command: str) -> None:
    told = command.replace("http://127.0.0.1:8000", site)
    done = subprocess.run(["bash", "-c", told], capture_output=True, timeout=60, check=True)
    found = feedparser.parse(done.stdout)
    assert not found.bozo
    assert found.entries
    assert all(re.fullmatch(r"20\d\d-\d\d-\d\dT.*", entry.updated) for entry in found.entries)


def test_an_unchanged_feed_is_not_sent_again(site: str) -> None:
    address = f"{site}/feed/actor/blerina-dragusha"
    first = httpx.get(address)
    again = httpx.get(address, headers={"If-None-Match": first.headers["ETag"]})
    assert (first.status_code, again.status_code, again.content) == (200, 304, b"")
