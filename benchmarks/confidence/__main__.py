"""`python -m benchmarks.confidence [train | check SET… | collect SET ARTICLES GOLD]`.

Without a word it cross-validates and prints how far the probabilities hold; `train` also writes the
table of weights. `check` judges the present table on a set of `benchmarks.quality` (or on a pair of
folders ARTICLES:GOLD). `collect` prints rows for `unseen.tsv` or `outside.tsv`. Needs the extra
`train` and
COMMUNIQUE_SHARED.
"""

import sys
from pathlib import Path

from benchmarks.confidence.checking import check
from benchmarks.confidence.report import report
from benchmarks.confidence.rows import OUTSIDE, UNSEEN, Row, extracted, line, stored
from benchmarks.confidence.training import TABLE, trained, written
from benchmarks.quality import CLOSED, SETS


def main(*words: str) -> None:
    """Run the command named."""
    match words:
        case ("collect", name, articles, gold):
            for row in extracted(Path(articles), Path(gold)):
                print(line(name, row))
        case ("check", *names) if names:
            for name in names:
                check(name)
        case ("train",):
            rows = known_rows()
            TABLE.write_text(written(trained(rows)), encoding="utf-8")
            report(rows)
        case ():
            report(known_rows())
        case _:
            sys.exit(__doc__)


def known_rows() -> list[Row]:
    """The unseen facts, and those found where rules were tuned: stored, or by the present code."""
    found = [*stored(UNSEEN), *stored(OUTSIDE)]
    for name in ("five", "open", "examples"):
        chosen = (lambda n: not CLOSED.match(n)) if name == "open" else bool
        found += extracted(*SETS[name], chosen)
    return found


if __name__ == "__main__":
    main(*sys.argv[1:])
