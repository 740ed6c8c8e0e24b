"""Answers in which every row opens its evidence: cells that lead to an article and its words."""

from dataclasses import replace

from service.articles import article_iri
from service.http.links import Link, page_of
from service.http.pages.told import exists
from service.http.state import snapshot, state
from service.http.tables import Table


def placed(found: Table) -> Table:
    """The table with `article` and `text` as links, where its columns tell of what place."""
    if "article" not in found.columns:
        return found
    rows = (tuple(_row(found.columns, row)) for row in found.rows)
    return replace(found, rows=tuple(rows))


def _row(columns: tuple[str, ...], row: tuple[Link, ...]) -> list[Link]:
    cells = dict(zip(columns, row, strict=True))
    key, start, end = (cells[n].text if n in cells else "" for n in ("article", "start", "end"))
    if not key or cells["article"].href:
        return list(row)
    article = article_iri(state().settings.base, key)
    if not exists(snapshot().store, article):  # several keys in one cell
        return list(row)
    iri = article.value
    cells["article"] = Link(key, page_of(iri))
    if "text" in cells and start.isdigit() and end.isdigit():
        cells["text"] = Link(cells["text"].text, page_of(iri, f"c={start}-{end}"))
    return list(cells.values())
