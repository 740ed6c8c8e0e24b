"""`/update`: SPARQL 1.1 Protocol, update operation; token only."""

from flask import Blueprint, Response, request
from werkzeug.exceptions import BadRequest, UnsupportedMediaType

from ontology.terms import PREFIXES
from service.http.federating import without_loads
from service.http.writes import authorize, check_body, write
from service.store.writing.work import Update
from service.using import with_dataset

blueprint = Blueprint("update", __name__)
_FORM, _DIRECT = "application/x-www-form-urlencoded", "application/sparql-update"


@blueprint.post("/update")
def update() -> Response:
    """Carry out an update, all its operations or none; answered when it can be read."""
    authorize()
    check_body()
    text = with_dataset(without_loads(_update()), *(_parameters(name) for name in ("", "named-")))
    write(Update(text, request.base_url, tuple(sorted(PREFIXES.items()))))
    return Response(status=204)


def _update() -> str:
    """The update that the request carries."""
    if request.mimetype == _DIRECT:
        try:
            return request.get_data().decode("utf-8")
        except UnicodeDecodeError as error:
            raise BadRequest(f"the update is not UTF-8: {error}") from error
    if request.mimetype != _FORM:
        sent = request.mimetype or "nothing"
        raise UnsupportedMediaType(f"POST an update as {_FORM} or {_DIRECT}, not {sent!r}")
    given = request.form.getlist("update")
    if len(given) != 1:
        raise BadRequest(f"the form has {len(given)} fields 'update'; it must have one")
    return given[0]


def _parameters(kind: str) -> tuple[str, ...]:
    return tuple(request.values.getlist(f"using-{kind}graph-uri"))
