"""What the article says of itself: its day and its headline."""

from collections.abc import Mapping

from service.evaluation.comparison import Comparison
from service.evaluation.names import fold
from service.evaluation.tally import Tally, one


def frame(comparison: Comparison) -> Mapping[str, Tally]:
    """The publication date, to be left open where there is none, and the headline."""
    gold, told = comparison.gold, comparison.told
    found = {"article_published": one((gold.published or None) == told.published)}
    if gold.headline:
        found["article_headline"] = one(fold(gold.headline) == fold(told.headline))
    return found
