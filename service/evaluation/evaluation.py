"""All articles together: totals, intervals, mistakes."""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

from service.evaluation.comparison import Comparison
from service.evaluation.intervals import Interval, intervals
from service.evaluation.measures import MEANINGS, measured
from service.evaluation.mistakes import Mistake, mistakes
from service.evaluation.tally import Tally


@dataclass(frozen=True)
class Scored:
    """One article's comparison and figures."""

    comparison: Comparison

    @property
    def name(self) -> str:
        """The article's file name."""
        return self.comparison.gold.article

    @cached_property
    def tallies(self) -> dict[str, Tally]:
        """Its measures."""
        return measured(self.comparison)

    @cached_property
    def mistakes(self) -> list[Mistake]:
        """What is wrong in it."""
        return mistakes(self.comparison)


@dataclass(frozen=True)
class Evaluation:
    """Every article scored, in the order of gold."""

    articles: tuple[Scored, ...]

    @cached_property
    def totals(self) -> dict[str, Tally]:
        """Each measure over all articles (micro-averaged)."""
        found = [article.tallies for article in self.articles]
        return {
            name: sum((tallies[name] for tallies in found if name in tallies), Tally())
            for name in MEANINGS
            if any(name in tallies for tallies in found)
        }

    @cached_property
    def intervals(self) -> dict[str, Interval]:
        """How sure each figure is."""
        return intervals([article.tallies for article in self.articles])


def evaluation(comparisons: Iterable[Comparison]) -> Evaluation:
    """Score each comparison."""
    return Evaluation(tuple(map(Scored, comparisons)))
