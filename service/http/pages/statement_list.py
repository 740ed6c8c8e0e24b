"""Statements: when how much was said, and the list, narrowed by speaker, topic, time and more."""

from flask import Response, render_template, request

from service.http.pages.charts import chart
from service.http.pages.chronicle import STATEMENTS, chronicle
from service.http.pages.listed_data import page_or_data
from service.http.pages.narrowing import address, narrowing
from service.http.pages.paging import SIZE, paging
from service.http.pages.spans import Asked
from service.http.pages.statements import said
from service.http.state import snapshot

# Paths: a UNION would be read as a whole whatever is given.
PATTERNS = {
    "speaker": "?thing cmq:speaker ?speaker_ .",
    "to": "?thing cmq:addressee ?to_ .",
    "about": "?thing cmq:about|cmq:discusses ?about_ .",
    "topic": "?thing cmq:topic|cmq:topicWords ?topic_ .",
    "act": "?thing cmq:speechAct ?act_ .",
    "form": "?thing cmq:statementForm ?form_ .",
}
PROPERTIES = {
    "speaker": ("speaker",),
    "to": ("addressee",),
    "about": ("about", "discusses"),
    "topic": ("topic", "topicWords"),
    "act": ("speechAct",),
    "form": ("statementForm",),
}
FORMS = ("direct", "indirect", "mixed")


def page() -> Response:
    """Statements, the latest first."""
    asked = narrowing("statements", tuple(PATTERNS))
    where_ = asked.where("Statement", PROPERTIES)
    found = chronicle(STATEMENTS, asked.pattern(PATTERNS), asked.span, where_)
    where = paging(request, found.total)
    things = found.part(where.offset, SIZE)

    def listed(span: Asked) -> str:
        return address("pages.statements", asked.given | span.given)

    def shown() -> str:
        return render_template(
            "statements.html",
            asked=asked,
            chart=chart(found.days, listed, by_status=False),
            undated=found.undated,
            paging=where,
            statements=[said(snapshot().store, one) for one in things],
            forms=FORMS,
        )

    return page_or_data(things, shown)
