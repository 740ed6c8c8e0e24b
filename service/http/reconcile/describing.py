"""The manifest: what the service can do and where, in the words of the specification."""

from typing import Any

from flask import url_for

from ontology import __version__
from ontology.terms import ONTOLOGY
from service.http.linked.addresses import absolute
from service.http.reconcile.kinds import TYPES
from service.http.reconcile.messages import BATCH
from service.http.state import state

WIDTH, HEIGHT = 430, 300  # of a preview, in pixels


def manifest() -> dict[str, Any]:
    """https://www.w3.org/community/reports/reconciliation/CG-FINAL-specs-0.2-20230410/"""
    own = absolute(url_for("reconcile.reconcile"))
    suggested = {
        kind: {"service_url": own, "service_path": f"/suggest/{kind}"}
        for kind in ("entity", "type", "property")
    }
    return {
        "versions": ["0.2"],
        "name": "Communiqué: actors and missions in diplomatic news",
        "identifierSpace": state().settings.base,
        "schemaSpace": f"{ONTOLOGY}#",
        "defaultTypes": [{"id": made.id, "name": made.name} for made in TYPES.values()],
        "documentation": absolute(url_for("openapi.docs")),
        "logo": absolute(url_for("static", filename="icon.svg")),
        "serviceVersion": __version__,
        "view": {"url": absolute(url_for("resources.identify", name="")) + "{{id}}"},
        "preview": {"url": f"{own}/preview?id={{{{id}}}}", "width": WIDTH, "height": HEIGHT},
        "suggest": suggested,
        "extend": {
            "propose_properties": {"service_url": own, "service_path": "/properties"},
            "property_settings": [
                {
                    "name": "limit",
                    "label": "Values",
                    "type": "number",
                    "default": 0,
                    "help_text": "how many values at most; 0 for all",
                }
            ],
        },
        "batchSize": BATCH,
    }
