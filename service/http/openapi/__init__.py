"""`/openapi.json` and `/docs`: the addresses for programs, described by OpenAPI 3.1."""

from flask import Blueprint, Response, jsonify, render_template

from service.http.openapi.document import document
from service.http.openapi.overview import sections

blueprint = Blueprint("openapi", __name__)


@blueprint.get("/openapi.json")
def described() -> Response:
    """The description; servers are relative, so it holds on any host."""
    return jsonify(document())


@blueprint.get("/docs")
def docs() -> Response:
    """The same as a page."""
    return Response(render_template("docs.html", sections=sections(document())))
