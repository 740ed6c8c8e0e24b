"""In which words articles name an actor: how often each, and where it stands first."""

from dataclasses import dataclass

import pyoxigraph as ox

from ontology.terms import CMQ, NIF
from service.http.links import page_of
from service.http.pages.selecting import rows
from service.http.pages.told import texts_of, things

MOST = 12  # wordings
_MENTIONS = 20_000  # of an actor that are looked at
_COUNTED = """
SELECT ?words (COUNT(?mention) AS ?count) (MIN(?mention) AS ?first) WHERE {{
  {{ SELECT ?mention WHERE {{ {actor} cmq:denotedBy ?mention }} LIMIT {mentions} }}
  ?mention nif:anchorOf ?words
}} GROUP BY ?words ORDER BY DESC(?count) ?words LIMIT {most}
"""


@dataclass(frozen=True)
class Wording:
    """Words for an actor, how often they stand for it, and one place where they do."""

    words: str
    count: int
    href: str


def wordings(store: ox.Store, actor: ox.NamedNode) -> list[Wording]:
    """The wordings that articles use most."""
    asked = _COUNTED.format(actor=actor, mentions=_MENTIONS, most=MOST)
    return [
        Wording(row["words"].value, int(row["count"].value), _place(store, first))
        for row in rows(asked)
        if isinstance(first := row.get("first"), ox.NamedNode)
    ]


def _place(store: ox.Store, mention: ox.NamedNode) -> str:
    """Where the words stand."""
    articles = things(store, mention, CMQ.inArticle)
    span = [*texts_of(store, mention, NIF.beginIndex), *texts_of(store, mention, NIF.endIndex)]
    return page_of(articles[0].value, f"c={span[0]}-{span[1]}") or ""
