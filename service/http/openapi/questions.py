"""A ready-made question as an OpenAPI path: its parameters and what its answers look like."""

from typing import Any

from queries.catalogue import Column, Parameter, Query
from queries.paging import LIMIT, OFFSET, SORT
from queries.vocabulary import labels

Json = dict[str, Any]
_FORMATS = ("json", "csv", "tsv", "xml", "html")
_XML, _RESULTS = "application/sparql-results+xml", "application/sparql-results+json"
_NAMES = (
    "a name, an alias or an IRI; case and diacritics don't matter, and a name that nothing has "
    "gives the empty answer"
)
_TERMS: dict[str, Json] = {
    "iri": {"type": {"const": "uri"}},
    "integer": {"type": {"const": "literal"}, "value": {"pattern": "^-?[0-9]+$"}},
}


def path(query: Query) -> Json:
    """What can be done at the question's address."""
    return {
        "get": {
            "operationId": query.name,
            "tags": ["questions"],
            "summary": query.header.title,
            "description": query.header.summary,
            "parameters": [*map(_parameter, query.params), *_paging(query)],
            "responses": {
                "200": _answer(query),
                "304": {"description": "The copy that If-None-Match names is still good."},
                **{code: {"$ref": f"#/components/responses/{code}"} for code in _REFUSALS},
            },
        }
    }


_REFUSALS = ("400", "406", "413", "429", "503", "504")


def _parameter(parameter: Parameter) -> Json:
    made: Json = {
        "name": parameter.name,
        "in": "query",
        "description": _help(parameter),
        "required": parameter.required,
        "schema": _schema(parameter),
    }
    # An example that a person would type; "value" and "search" take anything.
    return made | {"example": _example(parameter)}


def _example(parameter: Parameter) -> str | int:
    return int(parameter.example) if parameter.type == "integer" else parameter.example


def _schema(parameter: Parameter) -> Json:
    schema: Json = {"type": "string"}
    if parameter.type == "integer":
        schema = {"type": "integer", "minimum": 1, "maximum": 999_999_999}
    elif parameter.type == "day":
        schema["format"] = "date"
    elif parameter.choices:
        schema["enum"] = list(parameter.choices)
    if parameter.default is not None:
        is_number = parameter.type == "integer"
        schema["default"] = int(parameter.default) if is_number else parameter.default
    return schema


def _help(parameter: Parameter) -> str:
    if parameter.type == "concept":
        known = ", ".join(labels(parameter.scheme or ""))
        return f"{parameter.help}; a label, a concept's last part or an IRI: {known}"
    if parameter.type in {"actor", "mission", "topic", "place", "office", "instrument"}:
        return f"{parameter.help}; {_NAMES}"
    return parameter.help


def _paging(query: Query) -> list[Json]:
    names = [column.name for column in query.columns]
    keys = [sign + name for name in names for sign in ("", "-")]
    sort = {"type": "array", "items": {"type": "string", "enum": keys}}
    return [
        _own(LIMIT, "how many rows at most", {"type": "integer", "minimum": 1}),
        _own(OFFSET, "how many rows to leave out first", {"type": "integer", "minimum": 0}),
        _own(SORT, "columns to sort by, - turns the order", sort)
        | {"style": "form", "explode": False},
        _own("format", "fixes the form; Accept is then ignored", {"enum": [*_FORMATS]}),
    ]


def _own(name: str, help_: str, schema: Json) -> Json:
    if schema.get("type") == "integer":
        schema["maximum"] = 999_999_999
    return {"name": name, "in": "query", "description": help_, "schema": schema}


def _answer(query: Query) -> Json:
    return {
        "description": "The answer.",
        "headers": {
            "ETag": {"$ref": "#/components/headers/ETag"},
            "Link": {"$ref": "#/components/headers/Link"},
        },
        "content": {
            _RESULTS: {"schema": _results(query)},
            "application/json": {"schema": _results(query)},
            _XML: {"schema": {"type": "string"}},
            "text/csv": {"schema": {"type": "string"}},
            "text/tab-separated-values": {"schema": {"type": "string"}},
            "text/html": {"schema": {"type": "string"}},
        },
    }


def _results(query: Query) -> Json:
    """SPARQL 1.1 Query Results JSON with this question's columns."""
    names = [column.name for column in query.columns]
    return {
        "type": "object",
        "required": ["head", "results"],
        "properties": {
            "head": {"type": "object", "properties": {"vars": {"const": names}}},
            "results": {
                "type": "object",
                "required": ["bindings"],
                "properties": {"bindings": {"type": "array", "items": _row(query)}},
            },
        },
    }


def _row(query: Query) -> Json:
    return {
        "type": "object",
        "additionalProperties": False,
        "required": [column.name for column in query.columns if column.always],
        "properties": {column.name: _cell(column) for column in query.columns},
    }


def _cell(column: Column) -> Json:
    return {
        "description": column.help,
        "allOf": [
            {"$ref": "#/components/schemas/Term"},
            {"properties": _TERMS.get(column.type, {})},
        ],
    }
