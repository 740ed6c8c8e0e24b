"""Communiqué from Python, for notebooks and scripts: no server needed. See docs/library.md."""

from service.library.answer import Answer
from service.library.graph import Graph
from service.library.reading import extract

__all__ = ["Answer", "Graph", "extract"]
