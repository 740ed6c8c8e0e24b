"""Reads articles and maps what they say onto the ontology."""
