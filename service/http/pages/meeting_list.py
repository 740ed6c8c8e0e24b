"""Meetings: when, planned against held, and the list of them, narrowed by whom, where and what."""

from flask import Response, render_template, request

from service.http.pages.charts import chart
from service.http.pages.chronicle import MEETINGS, Chronicle, chronicle
from service.http.pages.listed_data import page_or_data
from service.http.pages.meetings import summary
from service.http.pages.narrowing import address, narrowing
from service.http.pages.paging import SIZE, paging
from service.http.pages.spans import Asked
from service.http.state import snapshot

STATUSES = ("held", "planned", "postponed", "cancelled", "declined")
_PATTERNS = {
    "actor": "?thing cmq:participant ?actor_ .",
    "with": "?thing cmq:participant ?with_ .",
    "place": "?thing cmq:atPlace ?place_ .",
    "topic": "?thing cmq:topic|cmq:topicWords ?topic_ .",
    "status": "?thing cmq:status ?status_ .",
}
_PROPERTIES = {
    "actor": ("participant",),
    "with": ("participant",),
    "place": ("atPlace",),
    "topic": ("topic", "topicWords"),
    "status": ("status",),
}


def page() -> Response:
    """Meetings, the latest first, undated ones last."""
    asked = narrowing("meetings", tuple(_PATTERNS))
    where_ = asked.where("Meeting", _PROPERTIES)
    found = chronicle(MEETINGS, asked.pattern(_PATTERNS), asked.span, where_)
    if request.args.get("undated"):
        found = Chronicle(MEETINGS, found.narrowed, (), found.undated, found.where)
    where = paging(request, found.total)
    things = found.part(where.offset, SIZE)

    def listed(span: Asked) -> str:
        return address("pages.meetings", asked.given | span.given)

    def shown() -> str:
        return render_template(
            "meetings.html",
            asked=asked,
            chart=chart(found.days, listed),
            undated=found.undated,
            paging=where,
            meetings=[summary(snapshot().store, one) for one in things],
            statuses=STATUSES,
            status=request.args.get("status", ""),
        )

    return page_or_data(things, shown)
