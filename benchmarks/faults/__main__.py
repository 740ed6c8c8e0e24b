"""Brings about every fault and prints what came of it.

    python -m benchmarks.faults [--only NAME…] [--minutes 10] [--queries 10000]

Names: worker server restore disk slow hostile soak. Long; tests/real/test_faults.py has the
short ones.
"""

import argparse
import os
import tempfile
import time
from collections.abc import Callable
from pathlib import Path

from benchmarks.faults import clients, disk, hostile, kills, soak
from benchmarks.faults.site import fill, serving

_W3C = Path(os.environ.get("COMMUNIQUE_SHARED", "../shared")) / "w3c"


def main() -> None:
    """All, or those that are named."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--only", nargs="*")
    parser.add_argument("--minutes", type=float, default=10)
    parser.add_argument("--queries", type=int, default=10_000)
    given = parser.parse_args()
    with tempfile.TemporaryDirectory(prefix="faults-") as made:
        folder = Path(made)
        store = fill(folder / "store", 60)
        for name, bring_about in _faults(folder, store, given).items():
            if not given.only or name in given.only:
                began = time.monotonic()
                print(f"{name}: {bring_about()} ({time.monotonic() - began:.0f} s)", flush=True)


def _faults(
    folder: Path, store: Path, given: argparse.Namespace
) -> dict[str, Callable[[], object]]:
    return {
        "worker": lambda: _served(store, kills.worker),
        "server": lambda: kills.server(store),
        "restore": lambda: kills.restore(folder, 10),
        "disk": lambda: _full(folder),
        "slow": lambda: _served(store, clients.slow, COMMUNIQUE_QUERY_TIMEOUT="5"),
        "hostile": lambda: _served(
            store,
            lambda site: hostile.run(site, [*hostile.changed(hostile.seeds(_W3C), given.queries)]),
            COMMUNIQUE_QUERY_TIMEOUT="2",
        ),
        "soak": lambda: _served(
            store, lambda site: soak.run(site, given.minutes), COMMUNIQUE_QUERY_TIMEOUT="3"
        ),
    }


def _served(store: Path, bring_about: Callable[..., object], **settings: str) -> object:
    with serving(store, **settings) as site:
        return bring_about(site)


def _full(folder: Path) -> object:
    with disk.small(folder / "small") as small:
        return disk.full(small, folder) if small else "no file system may be mounted here"


if __name__ == "__main__":
    main()
