"""OpenRefine itself, from Debian, reconciles a column of a real server and adds columns from it."""

import csv
import io
import json
import os
import shutil
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from tests.real.conftest import STOPPING, environment, free_port, wait_for_answer

WAITING = 60.0  # seconds that a step may take on a busy machine
TABLE = 'name,country\n"Dragusha, Blerina",Kosovo\nAndres Vilaquiran,Colombia\nAllemagne,\n'
ENGINE = {"facets": [], "mode": "row-based"}


class Refine:
    """OpenRefine's own commands, as its pages give them."""

    def __init__(self, http: httpx.Client) -> None:
        self._http = http

    def _token(self) -> str:
        return str(self._http.get("get-csrf-token").json()["token"])

    def project(self, table: str) -> str:
        """A project of a table in CSV."""
        made = self._http.post(
            "create-project-from-upload",
            params={"csrf_token": self._token()},
            data={
                "project-name": "names",
                "format": "text/line-based/*sv",
                "options": json.dumps({"separator": ",", "headerLines": 1}),
            },
            files={"project-file": ("names.csv", table, "text/csv")},
        )
        return made.headers["Location"].rpartition("project=")[2]

    def apply(self, project: str, *operations: dict[str, Any]) -> None:
        """Do operations, one after the other, to their ends."""
        asked = [{**one, "engineConfig": ENGINE, "description": ""} for one in operations]
        form = {"csrf_token": self._token(), "operations": json.dumps(asked)}
        self._http.post("apply-operations", params={"project": project}, data=form)
        deadline = time.monotonic() + WAITING
        while self._http.get("get-processes", params={"project": project}).json()["processes"]:
            assert time.monotonic() < deadline, "OpenRefine doesn't come to an end"
            time.sleep(0.1)

    def rows(self, project: str) -> list[dict[str, str]]:
        """The table as it stands."""
        form = {"project": project, "format": "csv", "engine": json.dumps(ENGINE)}
        told = self._http.post("export-rows", data=form).content.decode()
        return list(csv.DictReader(io.StringIO(told, newline="")))


@pytest.fixture(scope="module")
def refine(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Refine]:
    """OpenRefine, started for these tests."""
    if shutil.which("openrefine") is None:
        reason = "no OpenRefine: apt-get install openrefine"
        if os.environ.get("CI") == "true":
            pytest.fail(reason)
        pytest.skip(reason)
    port, data = free_port(), tmp_path_factory.mktemp("refine")
    command = ["openrefine", "-p", str(port), "-d", str(data), "-m", "512M"]
    with Path(data, "log").open("w") as log:
        server = subprocess.Popen(
            [*command, "-x", "refine.headless=true"],
            env={**environment(), "HOME": str(data)},
            stdout=log,
            stderr=log,
            text=True,
            start_new_session=True,  # its Java is a child of a shell's
        )
        try:
            wait_for_answer(f"http://127.0.0.1:{port}/command/core/get-version", server)
            core = f"http://127.0.0.1:{port}/command/core/"
            with httpx.Client(base_url=core, timeout=WAITING) as http:
                yield Refine(http)
        finally:
            os.killpg(server.pid, signal.SIGTERM)
            server.wait(timeout=3 * STOPPING)


def test_a_column_is_reconciled_and_columns_are_added(refine: Refine, site: str) -> None:
    service = f"{site}/reconcile"
    told = httpx.get(service).json()
    spaces = {key: told[key] for key in ("identifierSpace", "schemaSpace")}
    standard = {"mode": "standard-service", "service": service, **spaces}
    context = {"column": "country", "propertyID": "officeOf", "propertyName": "office of"}
    project = refine.project(TABLE)
    refine.apply(
        project,
        {
            "op": "core/recon",
            "columnName": "name",
            "config": {
                **standard,
                "type": None,
                "autoMatch": True,
                "columnDetails": [context],
                "limit": 0,
            },
        },
        {"op": "core/recon-match-best-candidates", "columnName": "name"},
    )
    assert [row["name"] for row in refine.rows(project)] == [
        "Blerina Dragusha",
        "Andrés Villaquirán",
        "Germany",
    ]
    refine.apply(
        project,
        {
            "op": "core/extend-reconciled-data",
            "baseColumnName": "name",
            "endpoint": service,
            **spaces,
            "extension": {"properties": [{"id": "officeOf"}, {"id": "meetings"}]},
            "columnInsertIndex": 1,
        },
    )
    found = {row["name"]: row for row in refine.rows(project)}
    assert found["Blerina Dragusha"]["office of"] == "Kosovo"
    assert int(found["Blerina Dragusha"]["meetings"]) > 1
    assert found["Germany"]["meetings"] == "0"
