"""Services whose stores are corrected: one a module, made anew where a test needs it so."""

import contextlib
import re
from collections.abc import Iterator
from pathlib import Path

from flask.testing import FlaskClient

from service.app import create_app
from service.settings import Settings
from tests.service.http.conftest import HTML, fill
from tests.service.http.story import BASE

TOKEN = "a-token-of-the-tests"
HERE = "http://127.0.0.1:8000"
ARTICLE = "wire-harbor-txt-71108aa4fa"
SAID = f"{BASE}claim/{ARTICLE}/statement-s1"


@contextlib.contextmanager
def correcting(path: Path, **more: object) -> Iterator[FlaskClient]:
    fill(path)
    app = create_app(Settings(**{"store": str(path), "base": BASE, **more}))
    app.testing = True
    yield app.test_client()
    app.extensions["communique.writer"].close()
    app.extensions["communique"].pool.close()


def form_token(client: FlaskClient, address: str = "/corrections", here: str = HERE) -> str:
    """The form's token on a page, as a browser gets it."""
    page = client.get(address, headers=HTML, base_url=here)
    assert page.status_code == 200, page.text
    found = re.search(r'name="csrf_token" value="([^"]+)"', page.text)
    assert found, page.text
    return found.group(1)


def new_form(client: FlaskClient, claim: str = f"claim/{ARTICLE}/statement-s1") -> str:
    return form_token(client, f"/corrections/new?thing={claim}")


def wanted(**more: str) -> dict[str, str]:
    """A form, filled in."""
    given = {"kind": "speaker", "thing": SAID, "value": "Otto Raske", "why": "so", "who": "Ada"}
    return {**given, **more}
