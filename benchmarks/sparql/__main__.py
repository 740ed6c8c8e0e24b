"""Measures the service beside other SPARQL servers on the same quads, in turn.

    python -m benchmarks.sparql [--rounds 5] [--seconds 4] [--only NAME…] [--folder DIR]

Needs `wrk` (Debian), and the others in a venv at BENCH_OTHERS (pip install oxigraph
rdflib-endpoint), `virtuoso-t` where it is to be measured. Long; not part of CI.
"""

import argparse
import random
import statistics
import tempfile
from contextlib import ExitStack
from pathlib import Path

import pyoxigraph as ox

from benchmarks.sparql import loading, rounds, servers
from benchmarks.sparql.questions import KINDS, Things, mix, slow, texts, with_repeats
from benchmarks.sparql.rounds import Workload

_COUNTS = {"look-up": 90_000, "hop": 40_000, "construct": 9_000}
_OTHERWISE = 6_000
_OXIGRAPH = "oxigraph serve"


def main() -> None:
    """Make the data, load it, ask, print."""
    given = _arguments()
    with tempfile.TemporaryDirectory(prefix="bench-") as made:
        folder = given.folder or Path(made)
        folder.mkdir(parents=True, exist_ok=True)
        count = loading.make(folder, given.articles)
        print(f"{count:,} quads", flush=True)
        if given.loads or not (folder / "communique.store").exists():
            _loads(folder, count, max(1, given.loads))
        workloads = _workloads(folder, given.rounds)
        with ExitStack() as stack:
            running = _start(stack, folder, given.servers)
            asked = [w for w in workloads if not given.only or w.name in given.only]
            table = rounds.run(running, asked, given.rounds, given.seconds)
            print(*rounds.rows(table, [s.name for s in running], _OXIGRAPH), sep="\n", flush=True)
            _beside(running, folder, given)


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=int, default=1220)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=float, default=4)
    parser.add_argument("--loads", type=int, default=0, help="bulk loads to time")
    parser.add_argument("--folder", type=Path, help="keeps the data for the next run")
    parser.add_argument("--only", nargs="*", help="workloads")
    parser.add_argument("--servers", nargs="*", default=["oxigraph", "rdflib-endpoint", "Virtuoso"])
    return parser.parse_args()


def _loads(folder: Path, count: int, times: int) -> None:
    found = [(loading.communique(folder), loading.oxigraph(folder)) for _ in range(times)]
    for number, name in enumerate(("communique restore", "oxigraph load")):
        spent = [pair[number] for pair in found]
        print(f"{name}: {count / statistics.median(spent):,.0f} quads/s, {spent}", flush=True)
    each = [b / a for a, b in found]
    print(f"ratio {statistics.median(each):.2f} ({min(each):.2f}–{max(each):.2f})", flush=True)


def _workloads(folder: Path, times: int) -> list[Workload]:
    chance = random.Random(11)
    things = Things(_quads(folder), chance)
    each = {kind: texts(kind, things, _COUNTS.get(kind, _OTHERWISE)) for kind in KINDS}
    made = [Workload.of(folder, kind, found) for kind, found in each.items()]
    distinct = mix(each, 60_000, chance)
    repeated = with_repeats(list(distinct), chance)
    seen = len(repeated) // times  # about what one round asks
    share = 1 - len(set(repeated[:seen])) / seen
    print(f"the mix with repeats: {share:.0%} of {seen} requests came before", flush=True)
    return [
        *made,
        Workload.of(folder, "mix, distinct", distinct),
        Workload.of(folder, "mix with repeats", repeated),
        Workload.of(folder, "mix, repeated", distinct[:500], repeats=True),
    ]


def _quads(folder: Path) -> ox.Store:
    return ox.Store.read_only(str(folder / "first" / "data"))


def _start(stack: ExitStack, folder: Path, wanted: list[str]) -> list[servers.Server]:
    running = [
        stack.enter_context(servers.communique(folder / "communique.store")),
        stack.enter_context(servers.oxigraph(folder / "oxigraph.store")),
    ]
    if "rdflib-endpoint" in wanted and servers.is_installed("rdflib-endpoint"):
        running.append(stack.enter_context(servers.rdflib(folder / "graph.nq")))
    if "Virtuoso" in wanted and servers.is_installed("Virtuoso"):
        room = Path(stack.enter_context(tempfile.TemporaryDirectory(prefix="virtuoso-")))
        running.append(stack.enter_context(servers.virtuoso(folder / "graph.nq", room / "db")))
    return running


def _beside(running: list[servers.Server], folder: Path, given: argparse.Namespace) -> None:
    things = Things(_quads(folder), random.Random(12))
    light = Workload.of(folder, "light", texts("look-up", things, 90_000))
    heavy = Workload.of(folder, "heavy", slow(things, 4_000))
    able = [server for server in running if server.name in {"communique", _OXIGRAPH}]
    table = rounds.beside(able, light, heavy, given.rounds, given.seconds)
    for (server, name), found in table.items():
        print(f"| {name} | {server} | {statistics.median(found.rates):,.1f}/s | p50 "
              f"{statistics.median(found.p50):.1f} | p95 {statistics.median(found.p95):.1f} "
              f"({min(found.p95):.1f}–{max(found.p95):.1f}) |")  # fmt: skip


if __name__ == "__main__":
    main()
