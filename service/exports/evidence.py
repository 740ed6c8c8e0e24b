"""Where the words of facts stand: of every claim, and of statements."""

from collections.abc import Iterator
from decimal import Decimal

import pyoxigraph as ox
from rdflib.namespace import SKOS

from ontology.terms import CMQ, NIF
from service.exports.filters import KINDS, Filters
from service.exports.selection import iris, values
from service.exports.source import Source, batched
from service.exports.things import local

_COLUMNS = (
    "claim", "subject", "article", "start", "end", "text", "confidence", "factuality", "accepted",
    "rule", "said_by",
)  # fmt: skip
_CLAIMS = f"""
SELECT DISTINCT {" ".join(f"?{name}" for name in _COLUMNS)} WHERE {{
  %s
  ?claim a cmq:Claim ; cmq:subject ?subject ; cmq:reportedIn/cmq:key ?article ;
    cmq:confidence ?confidence ; cmq:factuality ?stance ; cmq:accepted ?accepted ; cmq:rule ?rule ;
    cmq:denotedBy ?mention .
  ?mention nif:beginIndex ?start ; nif:endIndex ?end ; nif:anchorOf ?text .
  OPTIONAL {{ ?stance <{SKOS.prefLabel}> ?called }}
  OPTIONAL {{ ?claim cmq:saidBy ?who OPTIONAL {{ ?who rdfs:label ?name }} }}
  BIND(COALESCE(?called, ?stance) AS ?factuality)
  BIND(COALESCE(?name, ?who) AS ?said_by)
}}
"""
Row = tuple[str | int | Decimal | bool | None, ...]


def evidence(source: Source, filters: Filters) -> Iterator[Row]:
    """A row for each claim and stretch of words, by article or, where narrowed, by thing."""
    seen: set[str] = set()
    for batch in batched(subjects(source, filters), 20):  # an article has a hundred claims
        asked = _CLAIMS % (_told_in(batch) if filters.are_none else about(batch))
        found = sorted((_row(source, row) for row in source.rows(asked)), key=_order)
        yield from (row for row in found if str(row[0]) not in seen)
        if not filters.are_none:
            seen.update(str(row[0]) for row in found)
        source.told(len(batch))


def subjects(source: Source, filters: Filters) -> list[str]:
    """What claims are looked up for: all articles or, where narrowed, the things themselves."""
    if filters.are_none:
        return iris(source, filters, "articles")
    kinds = (kind for kind in KINDS if kind in filters.kinds)
    return list(dict.fromkeys(iri for kind in kinds for iri in iris(source, filters, kind)))


def _told_in(articles: list[str]) -> str:
    return f"{values('article_told', articles)} ?claim cmq:reportedIn ?article_told ."


def about(things: list[str]) -> str:
    """A pattern for the claims about some things, or about what hangs on them."""
    return (
        f"{{ {values('subject', things)} }} UNION "
        f"{{ {values('thing', things)} ?subject cmq:holder|cmq:figureFor ?thing }} "
        "?claim cmq:subject ?subject ."
    )


def _order(row: Row) -> tuple[str, str, int, int]:
    return str(row[2]), str(row[0]), int(row[3] or 0), int(row[4] or 0)


def _row(source: Source, row: ox.QuerySolution) -> Row:
    term = {name: row[name] for name in _COLUMNS}
    value = {name: None if t is None else str(t.value) for name, t in term.items()}
    is_hidden = str(NIF.anchorOf) in source.hidden
    return (
        value["claim"],
        value["subject"],
        value["article"],
        int(value["start"] or 0),
        int(value["end"] or 0),
        None if is_hidden else value["text"],
        Decimal(value["confidence"] or 0),
        _called(term["factuality"]),
        value["accepted"] == "true",
        value["rule"],
        _called(term["said_by"]),
    )


def _called(term: object) -> str | None:
    """A label or, of what has none, the end of its IRI."""
    if isinstance(term, ox.NamedNode):
        return local(term.value)
    return term.value if isinstance(term, ox.Literal) else None


def confidences(source: Source, statements: list[str]) -> dict[str, Decimal]:
    """How probable it is that an article tells these statements."""
    asked = (
        f"SELECT ?thing ?sure WHERE {{ {values('thing', statements)} ?claim cmq:subject ?thing ; "
        "cmq:confidence ?sure . FILTER EXISTS { GRAPH ?claim { ?thing a cmq:Statement } } }"
    )
    found: dict[str, Decimal] = {}
    for row in source.rows(asked):
        thing, sure = row["thing"].value, Decimal(row["sure"].value)
        found[thing] = max(sure, found.get(thing, sure))
    return found


def words(source: Source, statements: list[str]) -> dict[str, tuple[int, int, str | None]]:
    """Where the words of statements stand in their articles, and when these appeared."""
    asked = (
        f"SELECT ?thing ?start ?end ?published WHERE {{ {values('thing', statements)} "
        f"?thing <{CMQ.denotedBy}> ?mention . ?mention nif:beginIndex ?start ; nif:endIndex ?end ; "
        "cmq:inArticle ?article OPTIONAL { ?article cmq:published ?published } }"
    )
    found: dict[str, tuple[int, int, str | None]] = {}
    for row in source.rows(asked):
        published = row["published"]
        span = int(row["start"].value), int(row["end"].value), published and published.value
        found[row["thing"].value] = min(span, found.get(row["thing"].value, span), key=str)
    return found
