"""An evaluation as one HTML page that needs nothing else."""

from collections.abc import Mapping
from dataclasses import dataclass

from jinja2 import Environment, PackageLoader, StrictUndefined

from service.evaluation.evaluation import Evaluation, Scored
from service.evaluation.measures import MEANINGS, MEANS
from service.evaluation.pieces import Piece, gold_marks, pieces, told_marks
from service.evaluation.rows import Row, actor_rows, meeting_rows, mission_rows, role_rows
from service.evaluation.tally import Tally

SUMMED_UP = ("statements", "meetings", "persons", "actors", "roles", "missions")


@dataclass(frozen=True)
class Section:
    """One article on the page: its text twice, and its other facts by kind."""

    name: str
    tallies: Mapping[str, Tally]
    false_facts: int
    gold: list[Piece]
    told: list[Piece]
    lists: Mapping[str, list[Row]]


def report(evaluation: Evaluation) -> str:
    """The page: figures over all, a row an article, and each article in full."""
    pages = Environment(
        loader=PackageLoader("service"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    return pages.get_template("evaluation.html").render(
        totals=evaluation.totals,
        intervals=evaluation.intervals,
        meanings=MEANINGS,
        means=MEANS,
        columns=SUMMED_UP,
        sections=[_section(article) for article in evaluation.articles],
    )


def _section(article: Scored) -> Section:
    comparison = article.comparison
    lists = {
        "Meetings": list(meeting_rows(comparison)),
        "Actors": list(actor_rows(comparison)),
        "Roles": list(role_rows(comparison)),
        "Missions": list(mission_rows(comparison)),
    }
    return Section(
        name=article.name,
        tallies=article.tallies,
        false_facts=article.tallies["false_facts_per_article"].right,
        gold=pieces(comparison.text, gold_marks(comparison)),
        told=pieces(comparison.text, told_marks(comparison)),
        lists={name: rows for name, rows in lists.items() if rows},
    )
