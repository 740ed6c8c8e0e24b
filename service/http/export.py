"""`/export/FORMAT`: the graph in the forms of other tools, made while it is sent."""

import threading
import time
from collections.abc import Iterator
from contextlib import ExitStack
from typing import cast

from flask import Blueprint, Response, jsonify, request, url_for
from werkzeug.exceptions import BadRequest, NotFound

from service.errors import UsageError
from service.exports.filters import Filters, filters
from service.exports.formats import FORMATS, Choice, Format, known
from service.exports.source import Source
from service.http.asking import GONE
from service.http.formats import content_type
from service.http.publishing import kept_back, publishing
from service.http.state import State, state
from service.store.workers.errors import Busy, QueryTimeout

blueprint = Blueprint("export", __name__)
_PARAMETERS = ("actor", "since", "until", "kind", "table", "network")
_LISTS = ("actor", "kind")
# Bytes that are waited for before the answer begins: what fails until then has its own status.
_AHEAD = 256 * 1024


@blueprint.get("/export")
def listing() -> Response:
    """What there is."""
    return jsonify(
        formats=[
            {
                "name": form.name,
                "media": form.media,
                "holds": form.holds,
                "address": url_for("export.export", name=form.name),
            }
            for form in FORMATS.values()
        ],
        parameters=_PARAMETERS,
    )


@blueprint.get("/export/<path:name>")
def export(name: str) -> Response:
    """The graph, or what the parameters leave of it, in a form."""
    try:
        form = known(name)
    except UsageError as error:
        raise NotFound(str(error)) from error
    _check_parameters()
    choice = Choice(request.args.get("table") or None, request.args.get("network") or None)
    form.check(choice)
    sending = _Sending(state(), form, choice)
    headers = {"Content-Disposition": f'attachment; filename="{form.file_name(choice)}"'}
    media = content_type(form.media_type(choice))
    if sending.is_complete:
        return Response(sending.begun, content_type=media, headers=headers)
    response = Response(sending.chunks(), content_type=media, headers=headers)
    response.call_on_close(sending.close)
    return response


def _check_parameters() -> None:
    for name, given in request.args.lists():
        if name not in _PARAMETERS:
            raise BadRequest(f"no parameter {name!r}; there are: {', '.join(_PARAMETERS)}")
        if len(given) > 1 and name not in _LISTS:
            raise BadRequest(f"parameter {name} is given more than once")


def _in_time(chunks: Iterator[bytes], seconds: float) -> Iterator[bytes]:
    """All of them, or QueryTimeout: what is made of many questions ends too, sending included."""
    deadline = time.monotonic() + seconds
    try:
        for chunk in chunks:
            if time.monotonic() > deadline:
                raise QueryTimeout(f"the export took longer than {seconds:g} seconds")
            yield chunk
    finally:
        close = getattr(chunks, "close", None)
        if close:
            close()


def _take_a_place(held: State, holding: ExitStack) -> None:
    if not held.exports.acquire(blocking=False):
        raise Busy("as many exports as may be are being sent: try again when one has ended")
    holding.callback(held.exports.release)


class _Sending:
    """Holds a place and the snapshot until all is sent or the client has gone."""

    def __init__(self, held: State, form: Format, choice: Choice) -> None:
        self._holding = ExitStack()
        self.begun, self.is_complete = b"", False
        _take_a_place(held, self._holding)
        try:
            at = self._holding.enter_context(held.reader.reading()).source
            gone = cast(threading.Event | None, request.environ.get(GONE))
            source = Source(held.pool, at, gone, kept_back(publishing(held.settings)))
            chunks = form.chunks(source, self._filters(source), choice)
            self._rest = _in_time(chunks, held.settings.export_timeout)
            self._begin()
        except BaseException:
            self._holding.close()
            raise

    def _filters(self, source: Source) -> Filters:
        given = request.args
        return filters(
            lambda sparql: source.pool.select(sparql, source.at),
            source.at.name,
            actors=given.getlist("actor"),
            since=given.get("since"),
            until=given.get("until"),
            kinds=given.getlist("kind"),
        )

    def _begin(self) -> None:
        parts: list[bytes] = []
        for part in self._rest:
            parts.append(part)
            if sum(map(len, parts)) >= _AHEAD:
                break
        else:
            self.is_complete = True
            self._holding.close()
        self.begun = b"".join(parts)

    def chunks(self) -> Iterator[bytes]:
        """All of it, once."""
        try:
            yield self.begun
            yield from self._rest
        finally:
            self.close()

    def close(self) -> None:
        """No more is wanted."""
        close = getattr(self._rest, "close", None)
        if close:
            close()
        self._holding.close()
