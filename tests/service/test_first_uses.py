"""Threads that are the first to read something, at the same time: each is given what it says."""

import subprocess
import sys

import pytest

# A type is new once in a process, so its module is read anew; threads alternate at every turn.
_TOGETHER = """
import importlib, sys, threading
from concurrent.futures import ThreadPoolExecutor
module = importlib.import_module(sys.argv[1])
with ThreadPoolExecutor(4) as pool:
    for _ in range(30):
        sys.setswitchinterval(0.005)
        importlib.reload(module)
        sys.setswitchinterval(1e-6)
        wait = threading.Barrier(4).wait
        def first(_):
            wait()
            return eval(sys.argv[2], vars(module))
        print(*pool.map(first, range(4)))
"""
_COLUMNS = "columns: [{name: x, type: iri, help: An actor}]"
_HEADER = f"title: A\\nsummary: B\\ntags: []\\n{_COLUMNS}\\n"


@pytest.mark.parametrize(
    ("module", "read", "expected"),
    [
        ("queries.header", f"read_header('a.rq', '{_HEADER}').columns[0].name", "x"),
        (
            "service.http.reconcile.messages",
            """questions('{"q": {"query":"a", "properties": [{"pid": "p", "v": 1}]}}')["q"].name""",
            "a",
        ),
        (
            "service.http.reconcile.messages",
            """extension('{"ids": ["i"], "properties": [{"id": "p"}]}').properties[0].id""",
            "p",
        ),
    ],
)
def test_together(module: str, read: str, expected: str) -> None:
    done = subprocess.run(
        [sys.executable, "-c", _TOGETHER, module, read],
        capture_output=True, text=True, timeout=120, check=False,
    )  # fmt: skip
    assert done.returncode == 0, (done.returncode, done.stderr[-2000:])
    assert done.stdout == f"{' '.join([expected] * 4)}\n" * 30
