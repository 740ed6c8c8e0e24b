"""How sure a fact is: a probability learned from gold, by the signs that its evidence shows.

`judging` is imported by whoever judges: it needs spaCy, which takes a second to import.
"""

from loaders.confidence.doubt import Doubted, doubted, is_sure, sure, without_idle

__all__ = ["Doubted", "doubted", "is_sure", "sure", "without_idle"]
