"""Rounds: each server in turn answers each workload for a few seconds, again and again."""

import os
import signal
import statistics
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from benchmarks.sparql import processor
from benchmarks.sparql.client import Measured, Requests, ask, finished, start
from benchmarks.sparql.questions import path
from benchmarks.sparql.servers import Server

_SETTLING = 0.1
# Its own store takes minutes for the rest and goes on when its clients have left: it would answer
# nothing afterwards.
_ABLE = {"rdflib-endpoint": {"look-up", "hop", "construct"}}


@dataclass(frozen=True)
class Workload:
    """Questions of a kind; those of one round aren't asked in another unless they repeat."""

    name: str
    file: Path
    lines: int
    repeats: bool = False

    @classmethod
    def of(cls, folder: Path, name: str, texts: Sequence[str], **more: bool) -> "Workload":
        """Write the questions down as requests."""
        file = folder / f"{name.replace(' ', '-')}.txt"
        file.write_text("".join(f"{path(text)}\n" for text in texts))
        return cls(name, file, len(texts), **more)

    def part(self, number: int, of: int) -> Requests:
        """The requests of a round."""
        if self.repeats:
            return Requests(self.file, 0, self.lines)
        each = self.lines // of
        return Requests(self.file, number * each, each)


@dataclass
class Figures:
    """What was measured of one server and workload, a figure a round."""

    rates: list[float] = field(default_factory=list)
    spent: list[float] = field(default_factory=list)  # milliseconds of processor a request
    p50: list[float] = field(default_factory=list)
    p95: list[float] = field(default_factory=list)
    client: list[float] = field(default_factory=list)  # of a core that wrk took
    again: list[float] = field(default_factory=list)  # times that the questions went round
    failed: int = 0

    def take(self, found: Measured, spent: float, lines: int) -> None:
        """Another round."""
        self.rates.append(found.rate)
        self.spent.append(1000 * spent / max(1, found.requests))
        self.p50.append(found.p50)
        self.p95.append(found.p95)
        self.client.append(found.own / found.seconds)
        self.again.append(found.requests / lines)
        self.failed += found.failed + found.broken


Table = dict[tuple[str, str], Figures]


def run(
    servers: Sequence[Server], workloads: Sequence[Workload], rounds: int, seconds: float
) -> Table:
    """Everything, interleaved; who begins changes."""
    table: Table = {}
    for number in range(rounds):
        for workload in workloads:
            turn = number % len(servers)
            for server in _in_turn((*servers[turn:], *servers[:turn])):
                if workload.name not in _ABLE.get(server.name, {workload.name}):
                    continue
                requests = workload.part(number, rounds)
                before = processor.seconds(server.pid)
                found = ask(server.prefix, requests, seconds)
                spent = processor.seconds(server.pid) - before
                figures = table.setdefault((server.name, workload.name), Figures())
                figures.take(found, spent, requests.count)
                print(f"{number} {workload.name:14} {server.name:16} {found.rate:9.1f}/s "
                      f"p95 {found.p95:8.1f} ms  {figures.spent[-1]:7.2f} ms cpu "
                      f"failed {found.failed + found.broken}", flush=True)  # fmt: skip
    return table


def _in_turn(servers: Sequence[Server]) -> Iterator[Server]:
    """Each alone: the others are stopped, as some go on with questions that nobody waits for."""
    for server in servers:
        os.killpg(server.pid, signal.SIGSTOP)
    for server in servers:
        os.killpg(server.pid, signal.SIGCONT)
        time.sleep(_SETTLING)
        yield server
        os.killpg(server.pid, signal.SIGSTOP)
    for server in servers:
        os.killpg(server.pid, signal.SIGCONT)


def beside(
    servers: Sequence[Server], light: Workload, heavy: Workload, rounds: int, seconds: float
) -> Table:
    """Light questions of four clients while eight others ask for second-long aggregates."""
    table: Table = {}
    for number in range(rounds):
        for server in _in_turn(servers):
            ask(server.prefix, heavy.part(number, rounds), 2, 8)  # known as slow, on whoever learns
            load = start(server.prefix, heavy.part(number, rounds), seconds + 2, 8)
            found = ask(server.prefix, light.part(number, rounds), seconds, 4)
            slow = finished(load)
            table.setdefault((server.name, "light"), Figures()).take(found, 0.0, light.lines)
            table.setdefault((server.name, "heavy"), Figures()).take(slow, 0.0, heavy.lines)
            print(f"{number} beside {server.name:16} light {found.rate:8.1f}/s p95 {found.p95:.1f} "
                  f"p99 {found.p99:.1f} ms, heavy {slow.rate:.2f}/s p50 {slow.p50:.0f} ms "
                  f"failed {found.failed + slow.failed}", flush=True)  # fmt: skip
    return table


def ratios(table: Table, one: str, other: str, workload: str) -> tuple[float, float, float]:
    """Requests a second over the other's in the same round: median, least, most."""
    pairs = zip(table[one, workload].rates, table[other, workload].rates, strict=True)
    found = [a / b for a, b in pairs]
    return statistics.median(found), min(found), max(found)


def rows(table: Table, servers: Sequence[str], against: str) -> Iterator[str]:
    """The table in Markdown."""
    yield "| workload | server | requests/s | over oxigraph (spread) | p50 ms | p95 ms | cpu ms |"
    yield "|---|---|---|---|---|---|---|"
    for workload in dict.fromkeys(name for _, name in table):
        for server in servers:
            if (server, workload) not in table:
                continue
            f = table[server, workload]
            ratio, least, most = ratios(table, server, against, workload)
            failed = f" ({f.failed} failed)" if f.failed else ""
            yield (
                f"| {workload} | {server} | {statistics.median(f.rates):,.0f}{failed} | "
                f"{ratio:.2f} ({least:.2f}–{most:.2f}) | {statistics.median(f.p50):.1f} | "
                f"{statistics.median(f.p95):.1f} | {statistics.median(f.spent):.2f} |"
            )
