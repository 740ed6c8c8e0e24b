"""The page of `/sparql`: an editor with prefixes, words of the ontology and queries to begin with,
and what came of a query."""

from flask import Response, render_template, request

from ontology.terms import PREFIXES
from queries.binding import bind
from queries.catalogue import catalogue, get
from service.http.examples import EXAMPLES
from service.http.formats import HTML
from service.http.linked.terms import terms
from service.http.operation.metrics import count_failure
from service.http.tables import Table
from service.store.workers.errors import QueryFailed


def opened(query: str | None = None, table: Table | None = None) -> Response:
    """The page; without a query the one that `?question=NAME` names, else the first example."""
    asked = request.args.get("question")
    if query is None and asked:
        query = "".join(bind(get(asked), {})).strip()
    return _page(query, table)


def told(query: str, failure: QueryFailed) -> Response:
    """The page with the query still in it, and why it has no answer."""
    count_failure(type(failure).__name__)
    response = _page(query, problem=str(failure))
    response.status_code = failure.status
    if failure.retry_after is not None:
        response.headers["Retry-After"] = str(failure.retry_after)
    return response


def _page(query: str | None, table: Table | None = None, problem: str = "") -> Response:
    page = render_template(
        "sparql.html",
        query=query,
        table=table,
        problem=problem,
        examples=EXAMPLES,
        questions=list(catalogue().values()),
        prefixes=PREFIXES,
        words=_words(),
    )
    return Response(page, mimetype=HTML)


def _words() -> dict[str, dict[str, str] | list[str]]:
    """What the editor completes: prefixes, and the IRIs of classes and properties."""
    kinds, _ = terms()
    own = {name: [term.iri for term in found] for name, found in kinds}
    properties = [iri for name, found in own.items() if name != "Classes" for iri in found]
    return {"prefixes": PREFIXES, "class": own["Classes"], "property": properties}
