"""Linked data: documents of things, how they point at each other, and what is told of the whole."""
