"""Queries that the form on `/sparql` offers to begin with."""

from typing import NamedTuple


class Example(NamedTuple):
    """A query to try and what it asks."""

    title: str
    query: str


EXAMPLES = (
    Example(
        "Latest meetings",
        """SELECT ?date ?meeting ?label WHERE {
  ?meeting a cmq:Meeting ; rdfs:label ?label ; cmq:latest ?date .
} ORDER BY DESC(?date) LIMIT 20""",
    ),
    Example(
        "Who is quoted most",
        """SELECT ?name (COUNT(*) AS ?statements) WHERE {
  ?statement cmq:speaker ?speaker .
  ?speaker rdfs:label ?name .
} GROUP BY ?name ORDER BY DESC(?statements) ?name LIMIT 20""",
    ),
    Example(
        "Missions and their figures",
        """SELECT ?mission ?measure ?bound ?value ?unit WHERE {
  ?figure cmq:figureFor/rdfs:label ?mission ;
          cmq:measure ?measure ; cmq:bound ?bound ; cmq:value ?value .
  OPTIONAL { ?figure cmq:unit ?unit }
} ORDER BY ?mission ?measure LIMIT 50""",
    ),
    Example(
        "Claims with their exact words",
        """SELECT ?subject ?words ?confidence ?article WHERE {
  ?claim cmq:subject ?subject ; cmq:confidence ?confidence ;
         cmq:denotedBy/nif:anchorOf ?words ; cmq:reportedIn/cmq:key ?article .
} LIMIT 20""",
    ),
    Example(
        "One meeting as a graph",
        """CONSTRUCT { ?meeting ?p ?o } WHERE {
  { SELECT ?meeting { ?meeting a cmq:Meeting } ORDER BY ?meeting LIMIT 1 }
  ?meeting ?p ?o .
}""",
    ),
)
