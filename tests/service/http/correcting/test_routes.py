"""Mending by forms: what it changes on pages, what it shows beside, and that undo takes it back."""

import re
from collections.abc import Iterator

import pytest
from flask.testing import FlaskClient

from tests.service.http.conftest import HTML
from tests.service.http.correcting.conftest import (
    ARTICLE,
    HERE,
    SAID,
    TOKEN,
    correcting,
    form_token,
    new_form,
    wanted,
)
from tests.service.http.story import BASE

PROGRAM = {"Authorization": f"Bearer {TOKEN}"}


@pytest.fixture(scope="module")
def served(tmp_path_factory: pytest.TempPathFactory) -> Iterator[FlaskClient]:
    path = tmp_path_factory.mktemp("routes") / "s"
    with correcting(path, edit="loopback", token=TOKEN) as client:
        yield client


@pytest.fixture
def reader(served: FlaskClient) -> Iterator[FlaskClient]:
    """A browser at this machine; what it corrected is undone in the end."""
    client = served.application.test_client()
    yield client
    for found in sorted(set(re.findall(r'id="c-(\w+)"', page(client, "/corrections")))):
        reply = client.post(f"/corrections/{found}/undo", headers=PROGRAM, base_url=HERE)
        assert reply.status_code == 204


def page(client: FlaskClient, address: str) -> str:
    reply = client.get(address, headers=HTML, base_url=HERE)
    assert reply.status_code == 200, reply.text[:500]
    return reply.text


def send(client: FlaskClient, **more: str) -> str:
    """Fill in the form and send it; where it leads."""
    form = wanted(**more)
    path = form["thing"].removeprefix(BASE)
    token = new_form(client, path)
    given = {"base_url": HERE, "headers": {"Origin": HERE, **HTML}}
    reply = client.post("/corrections", data={**form, "csrf_token": token}, **given)
    assert reply.status_code == 303, reply.text
    return str(reply.location)


def test_a_corrected_speaker_shows_on_every_page_at_once(reader: FlaskClient) -> None:
    before = page(reader, "/page/actor/otto-raske")
    assert "Nobody may close the river" not in before.split("What is said")[0]
    location = send(reader, why="the words are his")
    listed = page(reader, location)
    assert "It is done" in listed
    assert "<del>Mila Dorn</del>" in listed
    assert "<ins>Otto Raske</ins>" in listed
    told = page(reader, f"/page/article/{ARTICLE}")
    assert "it read <del>Mila Dorn</del>" in told
    assert "What readers put right" in told
    after = page(reader, "/page/actor/otto-raske")
    assert "Nobody may close the river" in after.split("What is said")[0]
    answer = reader.get("/queries/statements?speaker=Otto+Raske&format=csv", base_url=HERE)
    assert "Nobody may close the river" in answer.text


def test_undo_is_one_click_and_leaves_no_trace(reader: FlaskClient) -> None:
    graph = reader.get("/graphs", headers={"Accept": "application/n-quads"}).text
    send(reader, kind="reject", value="")
    assert "Nobody may close the river" not in page(reader, "/statements")
    listed = page(reader, "/corrections")
    [address] = re.findall(r'action="(/corrections/\w+/undo)"', listed)
    form = {"csrf_token": form_token(reader)}
    reply = reader.post(address, data=form, base_url=HERE, headers={"Origin": HERE})
    assert (reply.status_code, reply.location) == (303, "/corrections")
    assert "Nobody may close the river" in page(reader, "/statements")
    after = reader.get("/graphs", headers={"Accept": "application/n-quads"}).text
    assert sorted(after.splitlines()) == sorted(graph.splitlines())


def test_the_search_is_in_step(reader: FlaskClient) -> None:
    def found(words: str) -> list[str]:
        reply = reader.get("/search", query_string={"q": words, "format": "json"}, base_url=HERE)
        answer = reply.get_json()
        assert answer["in_step"]
        return [one["label"] for one in answer["results"]]

    assert "Jana Pell" in found("pell")
    send(reader, kind="merge", thing=f"{BASE}actor/jana-pell", value="Otto Raske")
    assert "Jana Pell" not in found("pell")
    assert "Otto Raske" in found("pell")


def test_a_date_a_place_and_a_merge(reader: FlaskClient) -> None:
    claim = f"{BASE}claim/{ARTICLE}/meeting-m-held"
    send(reader, kind="date", thing=f"{claim}-date", value="2031-05-09")
    send(reader, kind="place", thing=claim, value="Lower Ellin")
    meetings = page(reader, "/meetings")
    assert "9 May 2031" in meetings
    assert "Lower Ellin" in meetings
    send(reader, kind="merge", thing=f"{BASE}actor/jana-pell", value="Mila Dorn", why="maiden name")
    actor = page(reader, "/page/actor/mila-dorn")
    assert "Why this is one actor" in actor
    assert "Ada: maiden name" in actor
    assert "it read <del>Jana Pell</del>" in actor


def test_one_meeting_of_two_articles_says_why(reader: FlaskClient) -> None:
    held = reader.get("/queries/meetings?status=held&format=json", base_url=HERE).get_json()
    iri = held["results"]["bindings"][0]["meeting"]["value"].removeprefix(BASE)
    shown = page(reader, f"/page/{iri}")
    assert "Why this is one meeting" in shown
    assert "the same participants, day and form (Mila Dorn, Otto Raske, 2031-05-01" in shown


def test_hostile_words_are_shown_as_text(reader: FlaskClient) -> None:
    bad = '<script>alert(1)</script>\u202e"> <https://e.org/p> } ; DROP ALL #'
    send(reader, why=bad, who=f"Eve {bad}", value=f"Otto {bad}")
    for address in ("/corrections", f"/page/article/{ARTICLE}", "/statements"):
        assert "<script>alert" not in page(reader, address)
    assert "DROP ALL" in page(reader, "/corrections")
    quads = reader.get("/graphs", headers={"Accept": "application/n-quads"}).text
    assert quads.count("\n") > 100


def test_corrections_are_exported_with_the_rest_and_have_pages(reader: FlaskClient) -> None:
    name = send(reader).partition("#c-")[2]
    for address in ("/graphs", f"/data/correction/{name}.nq"):
        quads = reader.get(address, headers={"Accept": "application/n-quads"}).text
        assert f"<{BASE}correction/{name}> <https://w3id.org/communique/ns#why>" in quads
        assert f"<{BASE}corrections> ." in quads
    assert "Otto Raske" in page(reader, f"/page/correction/{name}")


def test_programs_correct_and_undo_by_the_token(reader: FlaskClient) -> None:
    reply = reader.post("/corrections", data=wanted(), headers=PROGRAM)
    assert reply.status_code == 201
    assert reply.data == b""
    name = reply.location.rsplit("/", 1)[-1]
    assert reader.post(f"/corrections/{name}/undo", headers=PROGRAM).status_code == 204
    again = reader.post(f"/corrections/{name}/undo", headers=PROGRAM)
    assert again.status_code == 400
    assert "was it undone already" in again.get_json()["detail"]


@pytest.mark.parametrize(
    ("form", "message"),
    [
        ({"kind": "odd"}, "'odd' is no kind of correction: reject, speaker"),
        ({"why": ""}, "the form has no why"),
        ({"thing": f"{BASE}claim/x/y"}, "no claim that stands"),
        ({"kind": "date", "value": "yesterday"}, "yesterday"),
    ],
)
def test_what_cant_be_done_says_why(
    reader: FlaskClient, form: dict[str, str], message: str
) -> None:
    reply = reader.post("/corrections", data=wanted(**form), headers=PROGRAM)
    assert reply.status_code == 400
    assert message in reply.get_json()["detail"]


def test_forms_are_offered_for_what_can_be_corrected(reader: FlaskClient) -> None:
    kinds = {
        f"claim/{ARTICLE}/statement-s1": ["speaker", "date", "reject"],
        f"claim/{ARTICLE}/meeting-m-held": ["date", "place", "reject"],
        f"claim/{ARTICLE}/meeting-m-held-status": ["date", "place"],
        f"claim/{ARTICLE}/role-dorn-1": ["reject"],
        "actor/mila-dorn": ["merge"],
    }
    for thing, offered in kinds.items():
        shown = page(reader, f"/corrections/new?thing={thing}")
        assert re.findall(r'name="kind" value="(\w+)"', shown) == offered
    for thing in ("", "a b", "article/courier.txt", "mission/sentinel", "actor/nobody"):
        reply = reader.get(f"/corrections/new?thing={thing}", base_url=HERE)
        assert reply.status_code == 404


def test_a_fact_links_to_its_form(reader: FlaskClient) -> None:
    path = SAID.removeprefix(BASE)
    for address in (f"/page/article/{ARTICLE}", f"/page/statement/{ARTICLE}/95-122"):
        reply = reader.get(address, headers=HTML, base_url=HERE)
        if reply.status_code == 200:
            assert f'href="/corrections/new?thing={path}"' in reply.text
