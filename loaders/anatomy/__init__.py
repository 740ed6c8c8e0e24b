"""Finds the parts around an article's body: headline, date, dateline, author, boilerplate."""

from loaders.anatomy.dissection import dissect

__all__ = ["dissect"]
