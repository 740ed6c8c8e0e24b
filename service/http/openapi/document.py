"""The OpenAPI 3.1 description: ready-made questions from their headers, the rest from YAML."""

from functools import cache
from importlib import resources
from typing import Any

import yaml

from ontology import __version__
from queries.catalogue import catalogue
from service.http.openapi.questions import path

Json = dict[str, Any]


@cache
def document() -> Json:
    """The description (https://spec.openapis.org/oas/v3.1.0)."""
    text = resources.files("service.http.openapi").joinpath("addresses.yaml").read_text("utf-8")
    made: Json = yaml.safe_load(text)
    made["info"]["version"] = __version__
    made["paths"] |= {f"/queries/{name}": path(query) for name, query in catalogue().items()}
    return made
