"""How sure a fact is: a probability learned from gold, by the signs that its evidence shows."""

from loaders.confidence.doubt import Doubted, doubted, is_sure, sure, without_idle
from loaders.confidence.judging import judged

__all__ = ["Doubted", "doubted", "is_sure", "judged", "sure", "without_idle"]
