"""Counts behind a figure: what was right, of what was told and what was wanted."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Tally:
    """`right` of `told` and of `wanted`; a mean has one told and one wanted an article."""

    right: int = 0
    told: int = 0
    wanted: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(self.right + other.right, self.told + other.told, self.wanted + other.wanted)

    @property
    def precision(self) -> float:
        """Of what was told, the share that is right."""
        if self.told:
            return self.right / self.told
        return 0.0 if self.wanted else 1.0

    @property
    def recall(self) -> float:
        """Of what was wanted, the share that was found."""
        return self.right / self.wanted if self.wanted else 1.0

    @property
    def f1(self) -> float:
        """Harmonic mean of the two."""
        precision, recall = self.precision, self.recall
        total = precision + recall
        return 2 * precision * recall / total if total else 0.0


def one(is_right: bool) -> Tally:
    """A tally of a single question."""
    return Tally(int(is_right), 1, 1)
