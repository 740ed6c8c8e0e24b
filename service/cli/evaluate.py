"""`communique evaluate`: facts against gold annotation, with intervals, errors and a report."""

import sys
from collections.abc import Iterator
from pathlib import Path

import click
from rich.console import Console

from loaders.sources import Failure
from service.cli.progress import progress
from service.cli.scores import FORMATS, JSON, TABLE, tell_json, tell_table
from service.errors import CommuniqueError
from service.evaluation.comparison import Comparison
from service.evaluation.evaluation import Evaluation, evaluation
from service.evaluation.inputs import read_gold, read_lines
from service.evaluation.measures import MEANINGS
from service.evaluation.report import report
from service.evaluation.sides import Side, by_extraction, with_articles, with_predictions


@click.command()
@click.argument("gold", type=click.Path(exists=True, path_type=Path), metavar="GOLD")
@click.argument("articles", type=click.Path(exists=True, path_type=Path), metavar="ARTICLES")
@click.option(
    "--predicted",
    type=click.Path(exists=True, dir_okay=False, allow_dash=True),
    metavar="FILE.jsonl",
    help="Score these facts, a JSON document a line (- for standard input); extract nothing.",
)
@click.option(
    "--measure",
    "chosen",
    type=click.Choice(tuple(MEANINGS)),
    multiple=True,
    metavar="NAME",
    help="Show this measure and its errors only; may be given several times.",
)
@click.option("--errors", is_flag=True, help="List what was missed, invented or told wrongly.")
@click.option(
    "--html",
    type=click.Path(dir_okay=False, writable=True, path_type=Path),
    metavar="FILE",
    help="Write a page with each text twice, as gold and as the facts mark it.",
)
@click.option(
    "--format", "form", type=click.Choice(FORMATS), default=TABLE, help="Form of the answer."
)
@click.option("--jobs", type=click.IntRange(1), default=1, help="Processes that extract.")
def evaluate(
    gold: Path,
    articles: Path,
    predicted: str | None,
    chosen: tuple[str, ...],
    html: Path | None,
    form: str,
    jobs: int,
    *,
    errors: bool,
) -> None:
    """Score facts against gold annotation: precision, recall, F1, each with a 95 % interval.

    GOLD is a folder of JSON files, or a .jsonl file, one document an article in the keys of
    `communique extract`; ARTICLES the folder with their texts. The intervals come from a
    bootstrap over the articles. docs/evaluation.md explains the measures and the format.

    \b
    communique evaluate examples/gold examples/articles
    communique evaluate gold/ articles/ --measure meetings --errors
    communique evaluate gold/ articles/ --predicted theirs.jsonl --html report.html
    """
    failures: list[Failure] = []
    sides = _sides(gold, articles, failures)
    scored = evaluation(_compared(sides, predicted, jobs, failures)) if sides else None
    if scored is not None and scored.articles:
        if html is not None:
            _write(html, report(scored))
        shown = chosen or tuple(scored.totals)
        if form == JSON:
            tell_json(scored, shown, failures, errors=errors)
        else:
            tell_table(scored, shown, errors=errors)
    for failure in failures:
        click.echo(f"communique: {failure.path}: {failure.reason}", err=True)
    sys.exit(_status(scored, failures))


def _sides(gold: Path, articles: Path, failures: list[Failure]) -> list[Side]:
    found = with_articles(read_gold(gold), articles)
    failures += [one for one in found if isinstance(one, Failure)]
    return [one for one in found if not isinstance(one, Failure)]


def _compared(
    sides: list[Side], predicted: str | None, jobs: int, failures: list[Failure]
) -> Iterator[Comparison]:
    if predicted is None:
        parts = by_extraction(sides, jobs)
    else:
        shown = "standard input" if predicted == "-" else predicted
        with click.open_file(predicted, "rb") as file:
            parts = with_predictions(sides, list(read_lines(shown, file)))
    with progress(Console(stderr=True), len(sides)) as done:
        for part in parts:
            found = [one for one in part if isinstance(one, Comparison)]
            failures += [one for one in part if isinstance(one, Failure)]
            done(len(found))
            yield from found


def _write(path: Path, page: str) -> None:
    try:
        path.write_text(page, encoding="utf-8")
    except OSError as error:
        raise CommuniqueError(f"{path}: {error.strerror}") from error
    click.echo(f"wrote {path}", err=True)


def _status(scored: Evaluation | None, failures: list[Failure]) -> int:
    """0 done, 1 some input failed, 2 nothing could be scored."""
    if not failures:
        return 0
    return 1 if scored is not None and scored.articles else 2
