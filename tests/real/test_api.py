"""Whatever a program sends to the addresses that OpenAPI describes, the answer is as described.

Schemathesis makes up requests from the description, sound and unsound ones.
"""

from typing import Any

import schemathesis
from hypothesis import HealthCheck, settings
from schemathesis import Case, SerializationContext
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from service.http.openapi.document import document

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]


TEXTS = (
    "application/sparql-query",
    "application/sparql-update",
    "application/n-triples",
    "application/n-quads",
    "application/trig",
)


@schemathesis.serializer(*TEXTS)
def as_it_is(ctx: SerializationContext, value: object) -> bytes:
    return str(value).encode()


schema = schemathesis.openapi.from_dict(document())


@schema.parametrize()
@settings(
    max_examples=2,
    deadline=None,
    derandomize=True,
    suppress_health_check=list(HealthCheck),
)
def test_every_answer_is_as_described(case: Case[Any], site: str) -> None:
    case.call_and_validate(base_url=site, checks=CHECKS)
