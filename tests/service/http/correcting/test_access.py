"""Nobody corrects whom the settings don't let, and no other site can make a browser do it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from flask.testing import FlaskClient

from service.app import create_app
from service.errors import UsageError
from service.settings import Settings
from tests.service.http.conftest import HTML, Making
from tests.service.http.correcting.conftest import (
    HERE,
    TOKEN,
    correcting,
    form_token,
    new_form,
    wanted,
)

PROGRAM = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def local(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with correcting(tmp_path_factory.mktemp("local") / "s", edit="loopback") as client:
        yield client


@pytest.fixture(scope="module")
def guarded(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    with correcting(tmp_path_factory.mktemp("guarded") / "s", token=TOKEN) as client:
        yield client


@pytest.fixture
def untouched(request: pytest.FixtureRequest) -> Iterator[FlaskClient]:
    """A client of which nothing may be corrected in the end, its cookies its own."""
    held = request.getfixturevalue(request.param)
    client = held.application.test_client()
    yield client
    assert "Nobody has corrected anything" in client.get("/corrections", base_url=HERE).text


both = pytest.mark.parametrize("untouched", ["local", "guarded"], indirect=True)
at_this_machine = pytest.mark.parametrize("untouched", ["local"], indirect=True)
by_token = pytest.mark.parametrize("untouched", ["guarded"], indirect=True)


def post(client: FlaskClient, form: dict[str, str], **more: object) -> int:
    given = {"base_url": HERE, **more}
    return int(client.post("/corrections", data=form, **given).status_code)


@both
def test_a_form_without_its_token_is_refused(untouched: FlaskClient) -> None:
    assert post(untouched, wanted()) == 400
    assert post(untouched, wanted(csrf_token="x")) == 400


@both
def test_a_forms_token_is_of_no_use_without_the_cookie_that_it_is_bound_to(
    untouched: FlaskClient,
) -> None:
    """Any site may read our pages without cookies, forms and their tokens included."""
    stranger = untouched.application.test_client(use_cookies=False)
    read = form_token(stranger, "/corrections/new?thing=actor/mila-dorn")
    new_form(untouched)
    assert post(untouched, wanted(csrf_token=read)) == 400


@at_this_machine
@pytest.mark.parametrize(
    "headers",
    [
        {"Origin": "https://evil.example"},
        {"Origin": "null"},
        {"Origin": "http://127.0.0.1:9000"},
        {"Sec-Fetch-Site": "cross-site"},
        {"Sec-Fetch-Site": "same-site"},
        {"Origin": HERE, "Sec-Fetch-Site": "cross-site"},
    ],
)
def test_a_form_from_another_site_is_refused(
    untouched: FlaskClient, headers: dict[str, str]
) -> None:
    token = new_form(untouched)
    assert post(untouched, wanted(csrf_token=token), headers=headers) == 403


@at_this_machine
def test_a_name_that_was_rebound_to_this_machine_is_refused(untouched: FlaskClient) -> None:
    there = "http://evil.example:8000"
    form = "/corrections/new?thing=actor/mila-dorn"
    assert untouched.get(form, base_url=there, headers=HTML).status_code == 403
    token = new_form(untouched)
    sent = {"base_url": there, "headers": {"Origin": there}}
    assert post(untouched, wanted(csrf_token=token), **sent) in {400, 403}
    assert "signed" not in untouched.get("/corrections", base_url=there, headers=HTML).text


@by_token
def test_a_reader_who_has_not_signed_in_is_asked_to(untouched: FlaskClient) -> None:
    token = new_form(untouched)
    assert post(untouched, wanted(csrf_token=token)) == 401
    page = untouched.get("/corrections/new?thing=actor/mila-dorn", base_url=HERE, headers=HTML)
    assert 'type="password"' in page.text
    assert 'name="why"' not in page.text


@by_token
@pytest.mark.parametrize("given", ["", "x", TOKEN[:-1], f"{TOKEN}x", "é"])
def test_another_token_signs_nobody_in(untouched: FlaskClient, given: str) -> None:
    form = {"csrf_token": form_token(untouched), "token": given, "who": "Ada"}
    reply = untouched.post("/corrections/session", data=form, base_url=HERE)
    assert reply.status_code == 401
    assert post(untouched, wanted(csrf_token=form["csrf_token"])) == 401


@by_token
def test_signing_in_needs_the_form_too(untouched: FlaskClient) -> None:
    given = {"token": TOKEN, "who": "Ada"}
    assert untouched.post("/corrections/session", data=given, base_url=HERE).status_code == 400


@by_token
@pytest.mark.parametrize("header", ["Basic dXNlcjp0b2tlbg==", "Bearer other", "Bearer "])
def test_programs_need_the_token(untouched: FlaskClient, header: str) -> None:
    assert post(untouched, wanted(), headers={"Authorization": header}) == 401


@both
@pytest.mark.parametrize("method", ["GET", "HEAD", "PUT", "DELETE"])
def test_nothing_happens_by_another_method(untouched: FlaskClient, method: str) -> None:
    for address in ("/corrections/x/undo", "/corrections/session", "/corrections/session/end"):
        reply = untouched.open(address, method=method, base_url=HERE, headers=PROGRAM)
        assert reply.status_code == 405
    untouched.open("/corrections", method=method, query_string=wanted(), headers=PROGRAM)


def test_the_cookie_is_for_corrections_alone_and_for_no_script(guarded: FlaskClient) -> None:
    client = guarded.application.test_client()
    reply = client.get("/corrections", base_url=HERE)
    cookie = reply.headers["Set-Cookie"]
    for part in ("communique=", "HttpOnly", "Path=/corrections", "SameSite=Strict"):
        assert part in cookie
    assert reply.headers["Cache-Control"] == "no-store"
    assert "ETag" not in reply.headers
    assert "Set-Cookie" not in client.get("/actors", base_url=HERE).headers


def test_signing_in_is_remembered_and_ends(guarded: FlaskClient) -> None:
    client = guarded.application.test_client()
    form = {"csrf_token": form_token(client), "token": TOKEN, "who": "Ada"}
    reply = client.post(
        "/corrections/session", data={**form, "thing": "actor/mila-dorn"}, base_url=HERE
    )
    assert (reply.status_code, reply.location) == (303, "/corrections/new?thing=actor/mila-dorn")
    page = client.get("/corrections/new?thing=actor/mila-dorn", headers=HTML, base_url=HERE)
    assert 'value="Ada"' in page.text
    assert TOKEN not in page.text
    token = form_token(client)
    reply = client.post("/corrections/session/end", data={"csrf_token": token}, base_url=HERE)
    assert reply.status_code == 303
    assert 'type="password"' in client.get("/corrections", headers=HTML, base_url=HERE).text


def test_a_cookie_of_another_token_is_void(guarded: FlaskClient, make: Making) -> None:
    client = guarded.application.test_client()
    form = {"csrf_token": form_token(client), "token": TOKEN, "who": "Ada"}
    client.post("/corrections/session", data=form, base_url=HERE)
    cookie = client.get_cookie("communique", "127.0.0.1", "/corrections")
    other = make(token="another").test_client()
    assert cookie is not None
    other.set_cookie("communique", cookie.value, path="/corrections")
    assert 'type="password"' in other.get("/corrections", headers=HTML).text


def test_without_token_and_setting_nothing_can_be_corrected(client: FlaskClient) -> None:
    page = client.get("/corrections", headers=HTML)
    assert "COMMUNIQUE_EDIT=loopback" in page.text
    assert client.post("/corrections", data=wanted()).status_code == 403
    assert "Mend" not in client.get("/page/actor/mila-dorn", headers=HTML).text


def test_loopback_rights_are_refused_beyond_loopback(filled: Path) -> None:
    with pytest.raises(UsageError, match=r"listens on 0\.0\.0\.0"):
        create_app(Settings(store=str(filled), edit="loopback", host="0.0.0.0"))
