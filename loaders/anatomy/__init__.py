"""Finds the parts around an article's body: headline, date, dateline, author, boilerplate."""

from loaders.anatomy.cautions import cautions
from loaders.anatomy.dissection import dissect
from loaders.anatomy.units import joined

__all__ = ["cautions", "dissect", "joined"]
