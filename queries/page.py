"""Writes docs/queries.md from the catalogue: `python -m queries.page > docs/queries.md`."""

import sys
from collections.abc import Iterator

from queries.catalogue import Query, catalogue
from queries.header import Parameter

_INTRODUCTION = """# Ready-made questions

Each is a file `queries/NAME.rq`: `communique query NAME -p key=value` and `/queries/NAME?key=value`
ask it. Written by `python -m queries.page`; don't edit.

- A parameter that names an actor, mission, topic or place takes a name or an alias in any case and
  spelling of diacritics, or an IRI. A name that nothing has gives the empty answer.
- Status, form, type, measure and their like take a label, a concept's last part or an IRI, and find
  narrower concepts too.
- Days are inclusive. When one is given, what has no date drops out. The clock is never read.
- One row a thing, several values joined by "; " and sorted. With `start` and `end`: one row a
  mention, and `text` is exactly that span. Times are EDTF.
"""


def page() -> str:
    """The whole page."""
    return "\n".join([_INTRODUCTION, *(line for q in catalogue().values() for line in _section(q))])


def _section(query: Query) -> Iterator[str]:
    header = query.header
    yield f"## `{query.name}`: {header.title}\n"
    yield f"{header.summary}\n"
    if query.params:
        yield "| parameter | type | default | example | |\n|---|---|---|---|---|"
        yield from map(_parameter, query.params)
        yield ""
    yield "| column | type | |\n|---|---|---|"
    for column in query.columns:
        always = ", always there" if column.always else ""
        yield f"| `{column.name}` | {column.type}{always} | {column.help} |"
    yield f"\nExample: `{_example(query)}`\n"


def _parameter(parameter: Parameter) -> str:
    kind = parameter.scheme or ", ".join(parameter.choices) or parameter.type
    needed = " (needed)" if parameter.required else ""
    default = f"`{parameter.default}`" if parameter.default else ""
    cells = (f"`{parameter.name}`{needed}", kind, default, f"`{parameter.example}`", parameter.help)
    return f"| {' | '.join(cells)} |"


def _example(query: Query) -> str:
    wanted = [p for p in query.params if p.required] or list(query.params[:1])
    given = "".join(f' -p {p.name}="{p.example}"' for p in wanted)
    return f"communique query {query.name}{given}"


if __name__ == "__main__":
    sys.stdout.write(page())
