"""Times every kind of page over a large store of invented articles.

    python -m benchmarks.pages [articles] [--folder FOLDER] [--only WORDS]

Prints a Markdown table, one line a kind of page: milliseconds within the server until the page is
made, for pages that are opened for the first time and again, and the processor's part of the
first (of all processes). `articles` is 10000 unless given. Not part of CI.
"""

import argparse
import os
import tempfile
import time
from pathlib import Path

from flask.testing import FlaskClient

from benchmarks.pages.asked import addresses
from benchmarks.pages.invented import make
from benchmarks.queries import BASE
from benchmarks.sparql.processor import seconds
from service.app import create_app
from service.http.state import state_of
from service.settings import Settings

_HTML = {"Accept": "text/html"}


def main() -> None:
    """Make the store, open pages, print the table."""
    parser = argparse.ArgumentParser()
    parser.add_argument("articles", type=int, nargs="?", default=10_000)
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--only", default="")
    given = parser.parse_args()
    with tempfile.TemporaryDirectory() as made:
        folder = given.folder or Path(made)
        directory = make(folder, given.articles)
        kinds = addresses(directory, given.articles)
        app = create_app(Settings(store=str(folder), base=BASE))
        client = app.test_client()
        client.get("/about", headers=_HTML)  # what is imported late is there
        print("| page | of | p50 | p95 | most | again, p95 | processor, p95 |")
        print("|---|---:|---:|---:|---:|---:|---:|")
        every: list[_Spent] = []
        for kind, asked in kinds.items():
            if given.only in kind:
                every += _time(kind, client, asked)
        _tell("all", every)
        state_of(app).pool.close()


class _Spent:
    """What one page took: milliseconds, the first time and again."""

    def __init__(self, client: FlaskClient, address: str) -> None:
        before = seconds(os.getpid())
        self.first = _opened(client, address)
        self.processor = (seconds(os.getpid()) - before) * 1000
        self.again = _opened(client, address)


def _opened(client: FlaskClient, address: str) -> float:
    begun = time.perf_counter()
    response = client.get(address, headers=_HTML)
    spent = (time.perf_counter() - begun) * 1000
    if response.status_code != 200:
        print(f"{address} answers {response.status_code} after {spent:.0f} ms")
    return spent


def _time(kind: str, client: FlaskClient, asked: list[str]) -> list[_Spent]:
    spent = [_Spent(client, address) for address in asked]
    _tell(kind, spent)
    return spent


def _tell(kind: str, spent: list[_Spent]) -> None:
    first = sorted(one.first for one in spent)
    others = (sorted(one.again for one in spent), sorted(one.processor for one in spent))
    shares = (first[len(first) // 2], _p95(first), first[-1], *map(_p95, others))
    print(f"| {kind} | {len(spent)} |", " | ".join(f"{one:.0f}" for one in shares), "|", flush=True)


def _p95(numbers: list[float]) -> float:
    return numbers[min(int(len(numbers) * 0.95), len(numbers) - 1)]


if __name__ == "__main__":
    main()
