"""What the Reconciliation API 0.2 requires of answers, as JSON Schema.

Written after the schemas of the W3C Community Group's report; stricter where a service has no
reason to differ (nothing beside the fields that the report names). The report's own files are in
no package on PyPI, npm or Debian, and are not ours to ship: where the folder that
COMMUNIQUE_SHARED names has them in `w3c/reconciliation/`, every answer must fit these too.
"""

import json
import os
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft7Validator, Draft202012Validator
from referencing import Registry, Resource
from referencing.jsonschema import DRAFT7

Schema = dict[str, Any]
OFFICIAL = Path(os.environ.get("COMMUNIQUE_SHARED") or "nowhere") / "w3c" / "reconciliation"
TEXT: Schema = {"type": "string", "minLength": 1}
ADDRESS: Schema = {"type": "string", "pattern": "^https?://"}
PATTERN: Schema = {"type": "string", "pattern": r"^https?://.*\{\{id\}\}"}


def record(required: dict[str, Schema], **optional: Schema) -> Schema:
    """An object with these fields and no others."""
    return {
        "type": "object",
        "required": list(required),
        "properties": {**required, **optional},
        "additionalProperties": False,
    }


def listed(items: Schema) -> Schema:
    return {"type": "array", "items": items}


NAMED = {"id": TEXT, "name": TEXT}
TYPE: Schema = record(NAMED, description=TEXT, broader=listed({"$ref": "#/$defs/type"}))
SUGGESTING = record({"service_url": ADDRESS, "service_path": TEXT})
SETTING = record(
    {"type": {"const": "number"}, "label": TEXT, "name": TEXT},
    default={"type": "number"},
    help_text=TEXT,
)
MANIFEST = record(
    {
        "versions": {"type": "array", "contains": {"const": "0.2"}, "items": TEXT},
        "name": TEXT,
        "identifierSpace": ADDRESS,
        "schemaSpace": ADDRESS,
    },
    defaultTypes={**listed(TYPE), "uniqueItems": True},
    documentation=ADDRESS,
    logo=ADDRESS,
    serviceVersion=TEXT,
    view=record({"url": PATTERN}),
    preview=record({"url": PATTERN, "width": {"type": "integer"}, "height": {"type": "integer"}}),
    suggest=record({}, entity=SUGGESTING, type=SUGGESTING, property=SUGGESTING),
    extend=record({}, propose_properties=SUGGESTING, property_settings=listed(SETTING)),
    batchSize={"type": "integer", "minimum": 1},
)
FEATURE = record({"id": TEXT, "value": {"type": ["boolean", "number"]}})
CANDIDATE = record(
    {**NAMED, "score": {"type": "number", "minimum": 0, "maximum": 100}},
    description=TEXT,
    match={"type": "boolean"},
    type=listed(record(NAMED)),
    features=listed(FEATURE),
)
RESULTS: Schema = {
    "type": "object",
    "additionalProperties": record({"result": listed(CANDIDATE)}),
}
ENTITIES = record(
    {"result": listed(record(NAMED, description=TEXT, notable=listed(record(NAMED))))}
)
PROPERTIES = record({"result": listed(record(NAMED, description=TEXT))})
TYPES = record({"result": listed(TYPE)})
PROPOSAL = record(
    {"type": {"type": "string"}, "properties": listed(record(NAMED))}, limit={"type": "integer"}
)
CELL: Schema = {
    "oneOf": [
        record(NAMED, description=TEXT),
        record({"str": {"type": "string"}}),
        record({"int": {"type": "integer"}}),
        record({"float": {"type": "number"}}),
    ]
}
EXTENSION = record(
    {
        "meta": listed(record(NAMED, type=record(NAMED), service=ADDRESS)),
        "rows": {
            "type": "object",
            "additionalProperties": {"type": "object", "additionalProperties": listed(CELL)},
        },
    }
)


# Which of the report's files an answer must fit; it has none for proposals.
_OFFICIAL = (
    (MANIFEST, "manifest"),
    (RESULTS, "reconciliation-result-batch"),
    (ENTITIES, "suggest-entities-response"),
    (PROPERTIES, "suggest-properties-response"),
    (TYPES, "suggest-types-response"),
    (EXTENSION, "data-extension-response"),
)


@cache
def registry() -> Registry[Schema]:
    """The report's files by their names and identifiers."""
    found: Registry[Schema] = Registry()
    for path in sorted(OFFICIAL.glob("*.json")):
        schema = json.loads(path.read_text(encoding="utf-8"))
        resource = Resource.from_contents(schema, default_specification=DRAFT7)
        found = found.with_resources([(path.name, resource), (schema["$id"], resource)])
    return found


def check(found: object, schema: Schema) -> None:
    """Raise where it isn't as the schemas have it."""
    whole = {**schema, "$defs": {"type": TYPE}}
    Draft202012Validator.check_schema(whole)
    Draft202012Validator(whole).validate(found)
    for ours, name in _OFFICIAL:
        if ours is schema and OFFICIAL.is_dir():
            theirs = {"$ref": f"{name}.json"}
            Draft7Validator(theirs, registry=registry()).validate(found)
