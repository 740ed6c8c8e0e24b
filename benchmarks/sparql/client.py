"""Sixteen clients that ask without pause: wrk, which takes little of the processor itself."""

import json
import resource
import subprocess
from dataclasses import dataclass
from pathlib import Path

_SCRIPT = Path(__file__).with_name("client.lua")
ACCEPT = "application/sparql-results+json, application/n-triples;q=0.9"


@dataclass(frozen=True)
class Requests:
    """Some lines of a file of query strings."""

    file: Path
    first: int
    count: int


@dataclass(frozen=True)
class Measured:
    """What wrk saw; milliseconds, and processor seconds that wrk itself took."""

    requests: int
    bytes: int
    seconds: float
    p50: float
    p95: float
    p99: float
    failed: int
    broken: int
    own: float = 0.0

    @property
    def rate(self) -> float:
        """Requests a second."""
        return self.requests / self.seconds


def ask(prefix: str, requests: Requests, seconds: float, clients: int = 16) -> Measured:
    """Ask for so long; `prefix` is an address up to its query string."""
    process = start(prefix, requests, seconds, clients)
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    found = finished(process)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    own = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
    return Measured(**{**found.__dict__, "own": own})


def start(
    prefix: str, requests: Requests, seconds: float, clients: int = 16
) -> "subprocess.Popen[str]":
    """The same, in the background."""
    threads = min(2, clients)
    host, _, path = prefix.partition("//")[2].partition("/")
    script = [str(requests.file), str(requests.first), str(requests.count), str(threads)]
    command = ["wrk", f"-t{threads}", f"-c{clients}", f"-d{seconds:g}s", "--timeout", "60s"]
    command += ["-s", str(_SCRIPT), f"http://{host}/", "--", *script, f"/{path}", ACCEPT]
    return subprocess.Popen(command, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)


def finished(process: "subprocess.Popen[str]") -> Measured:
    """What it found."""
    printed, _ = process.communicate()
    lines = [line for line in printed.splitlines() if line.startswith('{"requests"')]
    if not lines:
        raise RuntimeError(f"wrk failed: {printed}")
    return Measured(**json.loads(lines[-1]))
