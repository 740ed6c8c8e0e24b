"""Topics and addressees against `gold_topics.tsv` (docs/annotation.md), on both its halves."""

import json
import sys
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from benchmarks.shared import SHARED
from loaders.documents import document
from loaders.naming import fold
from loaders.pipeline import extract
from loaders.sources import Failure, read_paths
from ontology import concepts

GOLD = Path(__file__).with_name("gold_topics.tsv")
DEV = SHARED / "evaluation/dev"
MEASURES = ("statement topics", "meeting topics", "addressees")
_ENOUGH = 0.5  # of two spans or two sets of participants, shared over joined


@dataclass(frozen=True)
class Row:
    """What a person read in one statement or meeting."""

    article: str
    half: str
    kind: str
    number: int
    start: int
    end: int
    topics: frozenset[str]
    addressees: frozenset[str]


@dataclass
class Count:
    """Pairs found rightly, found wrongly and missed."""

    right: int = 0
    wrong: int = 0
    missed: int = 0
    errors: list[str] = field(default_factory=list)

    def add(self, gold: Iterable[str], found: Iterable[str], where: str) -> None:
        """Compare the values of one statement or meeting."""
        wanted, given = set(gold), set(found)
        self.right += len(wanted & given)
        self.wrong += len(given - wanted)
        self.missed += len(wanted - given)
        signed = [f"-{v}" for v in sorted(wanted - given)] + [
            f"+{v}" for v in sorted(given - wanted)
        ]
        if signed:
            self.errors.append(f"{where}: {' '.join(signed)}")

    def line(self, name: str) -> str:
        """The row of the table."""
        found, wanted = self.right + self.wrong, self.right + self.missed
        precision, recall = self.right / max(found, 1), self.right / max(wanted, 1)
        f1 = 2 * self.right / max(found + wanted, 1)
        return f"{name:18}{wanted:6}{found:6}{precision:8.3f}{recall:8.3f}{f1:8.3f}"


def main(*options: str) -> None:
    """Print both halves, or those named; `--errors` lists what differs in the tuning half."""
    gold = list(_gold())
    found = _documents({row.article for row in gold})
    for half in [o for o in options if not o.startswith("-")] or ["tune", "held"]:
        rows = [row for row in gold if row.half == half]
        counts, matched = measure(rows, found)
        print(f"{half}: {matched} of {len(rows)} statements and meetings matched")
        print(f"{'':18}{'gold':>6}{'found':>6}{'P':>8}{'R':>8}{'F1':>8}")
        for name, count in counts.items():
            print(count.line(name))
            if half == "tune" and "--errors" in options:
                print("\n".join(f"    {error}" for error in count.errors))


def measure(rows: list[Row], found: dict[str, Any]) -> tuple[dict[str, Count], int]:
    """The three counts over what matches, and how many rows do."""
    counts = {name: Count() for name in MEASURES}
    scheme = concepts.members("topics")
    used: set[tuple[str, str]] = set()
    for row in rows:
        told = _left(found[row.article], row.article, used)
        item = _statement(row, told) if row.kind == "statement" else _meeting(row, told)
        if item is None:
            continue
        used.add((row.article, item["id"]))
        where = f"{row.article.split('_')[0]} {row.kind[0]}{row.number}"
        topics = [t for t in item["topics"] if t in scheme]
        counts[f"{row.kind} topics"].add(row.topics, topics, where)
        if row.kind == "statement":
            names = {a["id"]: a["name"] for a in told["actors"]}
            counts["addressees"].add(*_addressees(row, names.get(item["addressee"])), where)
    return counts, len(used)


def _left(told: dict[str, Any], article: str, used: set[tuple[str, str]]) -> dict[str, Any]:
    """The document without what is matched already: each counts once."""
    kinds = ("statements", "meetings")
    return told | {k: [i for i in told[k] if (article, i["id"]) not in used] for k in kinds}


def _addressees(row: Row, name: str | None) -> tuple[list[str], list[str]]:
    """The addressee in gold (of several the one that was found) and the one found."""
    agreed = [wanted for wanted in sorted(row.addressees) if name and _same(wanted, name)]
    wanted = agreed[:1] or sorted(row.addressees)[:1]
    return wanted, wanted if agreed else [name] if name else []


def _statement(row: Row, told: dict[str, Any]) -> dict[str, Any] | None:
    shares = ((_share(row.start, row.end, s["start"], s["end"]), s) for s in told["statements"])
    share, best = max(shares, key=lambda pair: pair[0], default=(0.0, None))
    return best if share >= _ENOUGH else None


def _meeting(row: Row, told: dict[str, Any]) -> dict[str, Any] | None:
    """The first meeting, by its distance from gold's evidence, that shares the participants."""
    gold = json.loads((DEV / "gold" / f"{row.article}.json").read_text(encoding="utf-8"))
    known = {a["id"]: a["name"] for a in gold["actors"]}
    meeting = gold["meetings"][row.number - 1]
    wanted = [known[p] for p in meeting["participants"]]
    names = {a["id"]: a["name"] for a in told["actors"]}
    for item in sorted(told["meetings"], key=lambda m: _away(row, m)):
        given = [names.get(p, p) for p in item["participants"]]
        shared = sum(any(_same(w, g) for g in given) for w in wanted)
        same = shared and shared / (len(wanted) + len(given) - shared) >= _ENOUGH
        if same and item["kind"] == meeting["kind"] and _away(row, item) < row.end - row.start:
            return dict(item)
    return None


def _away(row: Row, meeting: dict[str, Any]) -> int:
    spans = meeting["evidence_spans"]
    return min(max(0, row.start - end, start - row.end) for start, end in spans)


def _share(start: int, end: int, other: int, last: int) -> float:
    shared = min(end, last) - max(start, other)
    return max(shared, 0) / (max(end, last) - min(start, other))


def _same(one: str, other: str) -> bool:
    """Whether the names agree, the words of one are all in the other, or the last words are one."""
    first, second = fold(one).split(), fold(other).split()
    if not first or not second:
        return False
    inside = set(first) <= set(second) or set(second) <= set(first)
    return inside or first[-1] == second[-1]


def _gold() -> Iterator[Row]:
    for line in GOLD.read_text(encoding="utf-8").splitlines():
        if not line.startswith("#"):
            article, half, kind, number, start, end, topics, to = line.split("\t")
            place = (int(number), int(start), int(end))
            yield Row(article, half, kind, *place, _set(topics), _set(to))


def _set(cell: str) -> frozenset[str]:
    return frozenset(value for value in cell.split("|") if value)


def _documents(names: set[str]) -> dict[str, Any]:
    paths = [str(DEV / "articles" / f"{name}.txt") for name in sorted(names)]
    articles = [a for a in read_paths(paths) if not isinstance(a, Failure)]
    return {f.name.removesuffix(".txt"): document(f) for f in extract(articles)}


if __name__ == "__main__":
    main(*sys.argv[1:])
