"""Turtle snippets under the ontology's own prefixes. Data IRIs are relative to one base."""

from collections.abc import Callable

import pytest
from rdflib import Graph

from ontology.terms import PREFIXES

HEAD = "@base <http://localhost:8000/id/> .\n" + "".join(
    f"@prefix {prefix}: <{namespace}> .\n" for prefix, namespace in PREFIXES.items()
)


@pytest.fixture(scope="session")
def turtle() -> Callable[[str], Graph]:
    """Reads Turtle without its head."""
    return lambda text: Graph().parse(data=HEAD + text, format="turtle")
