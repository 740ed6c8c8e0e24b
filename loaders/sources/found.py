"""What a source yields: articles, and failures that leave the rest of a batch alone."""

import os
from dataclasses import dataclass, field

from loaders.article import Metadata


@dataclass(frozen=True)
class Failure:
    """Something that could not be loaded: where it is, and why."""

    path: str
    reason: str


@dataclass(frozen=True)
class Found:
    """A text inside a file; `part` tells several in one file apart."""

    text: str
    metadata: Metadata = field(default_factory=Metadata)
    part: str | None = None


def shown(path: str | os.PathLike[str]) -> str:
    """A path that can be written anywhere, also where its bytes are no UTF-8."""
    return os.fsencode(path).decode("utf-8", "backslashreplace")
