"""How sure a figure is: 95 % intervals by bootstrap over articles."""

from collections.abc import Mapping, Sequence
from random import Random

from service.evaluation.tally import Tally

Interval = tuple[float, float]
RESAMPLES = 1000
SEED = 20261123  # any will do; a fixed one gives the same interval each time
_TAIL = 0.025  # left out at each end


def intervals(articles: Sequence[Mapping[str, Tally]]) -> dict[str, Interval]:
    """Of each measure the range of its F1 when articles are drawn anew, with replacement."""
    names = dict.fromkeys(name for tallies in articles for name in tallies)
    draws = _draws(len(articles))
    return {
        name: _interval([tallies.get(name, Tally()) for tallies in articles], draws)
        for name in names
    }


def _draws(count: int) -> list[list[int]]:
    random = Random(SEED)  # noqa: S311
    return [random.choices(range(count), k=count) for _ in range(RESAMPLES)]


def _interval(tallies: Sequence[Tally], draws: Sequence[Sequence[int]]) -> Interval:
    right = [tally.right for tally in tallies].__getitem__
    told = [tally.told for tally in tallies].__getitem__
    wanted = [tally.wanted for tally in tallies].__getitem__
    sums = (
        Tally(sum(map(right, draw)), sum(map(told, draw)), sum(map(wanted, draw))) for draw in draws
    )
    figures = sorted(tally.f1 for tally in sums if tally.told or tally.wanted) or [Tally().f1]
    cut = int(_TAIL * len(figures))
    return figures[cut], figures[-1 - cut]
