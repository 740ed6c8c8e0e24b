"""Extraction against gold by the shared `score.py`, on the open, the closed and all articles.

The closed part is of other sources than the open one (VOA news, ISAF releases, press
gaggles, the last Wikinews articles); nobody reads it or tunes to it.
"""

import json
import re
import subprocess
import sys
import tempfile
from pathlib import Path

from benchmarks.shared import SHARED
from loaders.documents import document
from loaders.pipeline import extract
from loaders.sources import Failure, read_paths

CLOSED = re.compile(r"(c1[6-9]|c20|d0[45]|d1[23]|dev15|b17|b19|b20)_")
EVALUATION = SHARED / "evaluation"
SETS = {
    "five": (SHARED / "articles", EVALUATION / "gold"),
    "open": (EVALUATION / "dev/articles", EVALUATION / "dev/gold"),
    "closed": (EVALUATION / "dev/articles", EVALUATION / "dev/gold"),
    "all": (EVALUATION / "dev/articles", EVALUATION / "dev/gold"),
    "examples": (Path("examples/articles"), Path("examples/gold")),
}


def main(*names: str) -> None:
    """Score the sets named, by default the five articles, all development ones and our own."""
    for name in names or ("five", "open", "closed", "all", "examples"):
        print(f"== {name}", flush=True)
        score(name)


def score(name: str, *options: str) -> None:
    """Run `score.py` on one set."""
    articles, gold = SETS[name]
    with tempfile.TemporaryDirectory() as folder:
        chosen = Path(folder)
        wanted = {json.loads(f.read_text())["article"]: f for f in sorted(gold.glob("*.json"))}
        for article, file in wanted.items():
            if name not in {"open", "closed"} or bool(CLOSED.match(article)) == (name == "closed"):
                (chosen / file.name).write_bytes(file.read_bytes())
        kept = {json.loads(f.read_text())["article"] for f in chosen.glob("*.json")}
        predicted = chosen / "predicted.jsonl"
        predicted.write_text("\n".join(_documents(articles, kept)), encoding="utf-8")
        command = [sys.executable, str(EVALUATION / "score.py"), "--gold", folder]
        command += ["--articles", str(articles), "--predicted", str(predicted), *options]
        subprocess.run(command, check=True)


def _documents(folder: Path, names: set[str]) -> list[str]:
    found = [a for a in read_paths([str(folder)]) if not isinstance(a, Failure)]
    chosen = (a for a in found if a.name in names)
    return [json.dumps(document(facts), ensure_ascii=False) for facts in extract(chosen)]


if __name__ == "__main__":
    main(*sys.argv[1:])
