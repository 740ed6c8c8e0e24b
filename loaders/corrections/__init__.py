"""What readers put right: kept beside the extraction, applied to its facts."""

from loaders.corrections.correction import Correction, Kind, Target
from loaders.corrections.mending import Mending, Merge

__all__ = ["Correction", "Kind", "Mending", "Merge", "Target"]
