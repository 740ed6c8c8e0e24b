"""What a query may use, and how many run and wait at once."""

import os
from dataclasses import dataclass, field


def _cores() -> int:
    return len(os.sched_getaffinity(0))


@dataclass(frozen=True)
class Limits:
    """Seconds and bytes; 0 for memory and answers is no limit."""

    timeout: float = 30.0
    dump: float = 3600.0  # what a dump may take, instead: as long as its reader needs
    memory: int = 2 << 30
    largest: int = 0
    # Every query not known to be slow starts in the fast lane, and leaves it after its budget.
    budget: float = 0.25
    fast: int = field(default_factory=lambda: _cores() + 2)  # one works while others are replaced
    slow: int = field(default_factory=_cores)
    overflow: int = 8  # half-sent answers in the slow lane, besides those that it works out
    fast_queue: int = 64
    slow_queue: int = 32
