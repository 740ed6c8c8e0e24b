"""A question's answer for other tools: the same as a command, a program, a link, SPARQL.

Addresses are the service's own; where it is reached by another one, a script puts that in.
"""

import shlex
from typing import NamedTuple
from urllib.parse import urlencode

from flask import url_for

from queries.answers import Prepared
from queries.paging import Page, paged
from service.http.citing import whole


class Copy(NamedTuple):
    """What to call a form and the text that is copied."""

    name: str
    text: str


_PYTHON = """import csv
import io
import urllib.request

with urllib.request.urlopen({address!r}) as answer:
    rows = list(csv.DictReader(io.TextIOWrapper(answer, "utf-8")))
"""


def copies(asked: Prepared, given: dict[str, str], page: Page) -> tuple[Copy, ...]:
    """The whole answer, sorted as on the page, in the forms that people take away."""
    own = {name: value for name, value in given.items() if value}
    if page.sort:
        own["sort"] = ",".join(page.sort)
    path = whole(url_for("questions.question", name=asked.query.name))
    address = f"{path}?{urlencode({**own, 'format': 'csv'})}"
    options = [f"--data-urlencode {shlex.quote(f'{k}={v}')}" for k, v in own.items()]
    curl = " \\\n  ".join(["curl -G -H 'Accept: text/csv'", *options, shlex.quote(path)])
    sparql = paged(asked.query, asked.sparql, Page(sort=page.sort)).strip()
    return (
        Copy("CSV link", address),
        Copy("curl", curl),
        Copy("Python", _PYTHON.format(address=address).strip()),
        Copy("SPARQL", sparql),
    )
