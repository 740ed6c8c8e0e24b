"""Scores on standard output: a table for people, JSON for programs."""

import json
from collections.abc import Collection, Iterator, Mapping
from typing import Any

import click

from loaders.sources import Failure
from service.cli.rendering import write_rows
from service.evaluation.context import context
from service.evaluation.evaluation import Evaluation, Scored
from service.evaluation.intervals import Interval
from service.evaluation.measures import MEANS
from service.evaluation.mistakes import Mistake
from service.evaluation.tally import Tally

TABLE, JSON = "table", "json"
FORMATS = (TABLE, JSON)
_COLUMNS = ("measure", "P", "R", "F1", "95 %", "gold", "told")
_DIGITS = 4  # of a figure in JSON


def tell_table(scored: Evaluation, shown: Collection[str], *, errors: bool) -> None:
    """The measures as a table, then the errors, each with the words around it."""
    write_rows(_COLUMNS, (_row(name, scored) for name in scored.totals if name in shown))
    if errors:
        for article in scored.articles:
            for mistake in _shown(article, shown):
                click.echo(_line(article, mistake))


def _row(name: str, scored: Evaluation) -> list[str]:
    tally, (low, high) = scored.totals[name], scored.intervals[name]
    parts = ["", ""] if name in MEANS else [f"{tally.precision:.3f}", f"{tally.recall:.3f}"]
    return [
        name,
        *parts,
        f"{tally.f1:.3f}",
        f"{low:.3f} to {high:.3f}",
        str(tally.wanted),
        str(tally.told),
    ]


def _shown(article: Scored, shown: Collection[str]) -> Iterator[Mistake]:
    return (mistake for mistake in article.mistakes if mistake.measure in shown)


def _line(article: Scored, mistake: Mistake) -> str:
    what = f"{mistake.measure} {mistake.kind}: {mistake.what}"
    if mistake.place is None:
        return f"\n{article.name}: {what}"
    words = context(article.comparison.text, *mistake.place)
    return f"\n{article.name}:{words.line} (offset {words.offset}): {what}\n    {words}"


def tell_json(
    scored: Evaluation, shown: Collection[str], failures: list[Failure], *, errors: bool
) -> None:
    """All articles together, each alone, what failed, and the errors if asked for."""
    told: dict[str, Any] = {
        "articles": len(scored.articles),
        "measures": _figures(scored.totals, shown, scored.intervals),
        "each": [
            {"article": article.name, "measures": _figures(article.tallies, shown)}
            for article in scored.articles
        ],
        "failed": [{"path": failure.path, "reason": failure.reason} for failure in failures],
    }
    if errors:
        told["errors"] = [_error(a, m) for a in scored.articles for m in _shown(a, shown)]
    click.echo(json.dumps(told, ensure_ascii=False))


def _figures(
    tallies: Mapping[str, Tally],
    shown: Collection[str],
    intervals: Mapping[str, Interval] | None = None,
) -> dict[str, dict[str, float | int]]:
    found: dict[str, dict[str, float | int]] = {}
    for name, tally in tallies.items():
        if name in shown:
            figures = {"p": tally.precision, "r": tally.recall, "f1": tally.f1}
            if intervals is not None:
                figures["low"], figures["high"] = intervals[name]
            found[name] = {key: round(value, _DIGITS) for key, value in figures.items()}
            found[name] |= {"gold": tally.wanted, "told": tally.told, "right": tally.right}
    return found


def _error(article: Scored, mistake: Mistake) -> dict[str, Any]:
    error: dict[str, Any] = {"article": article.name, "measure": mistake.measure}
    error |= {"kind": mistake.kind, "what": mistake.what, "start": None, "end": None}
    if mistake.place is not None:
        words = context(article.comparison.text, *mistake.place)
        error |= {"start": mistake.place[0], "end": mistake.place[1], "line": words.line}
        error |= {"before": words.before, "words": words.words, "after": words.after}
    return error
