"""docs/service.md names every address, and no other."""

import re
from pathlib import Path

from tests.service.http.conftest import Making

DOCS = Path(__file__).parents[3] / "docs" / "service.md"


def test_each_route_is_documented_and_each_documented_one_exists(make: Making) -> None:
    table = DOCS.read_text(encoding="utf-8").split("## Addresses")[1].split("\n\n## ")[0]
    first = [line.split("|")[1] for line in table.splitlines() if line.startswith("| `")]
    documented = {word for cell in first for word in re.findall(r"`([^`]+)`", cell)}
    routes = {str(rule) for rule in make().url_map.iter_rules()}
    assert documented == routes


def test_each_status_that_is_named_is_explained() -> None:
    errors = DOCS.read_text(encoding="utf-8").split("## Errors")[1].split("\n## ")[0]
    found = re.findall(r"\b[45]\d\d\b", errors)
    assert found == [
        *("400", "401", "403", "404", "410", "405", "406", "415", "409", "413", "429", "502"),
        *("503", "504"),
    ]
