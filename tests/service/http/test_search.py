"""`/search`: what is found, how it is shown, and that nothing that is typed is an error."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from flask.testing import FlaskClient
from hypothesis import given, settings
from hypothesis import strategies as st

from service.http.search.highlights import highlighted
from service.store.search.words import asked, folded
from tests.service.http.conftest import Making, fill
from tests.service.http.story import BASE
from tests.service.http.writing import AUTH, serving

Page = Callable[..., str]


def ask(client: FlaskClient, **given: str) -> dict[str, Any]:
    answer = client.get("/search", query_string=given)
    assert answer.status_code == 200, answer.text
    found: dict[str, Any] = answer.get_json()
    return found


def labels(client: FlaskClient, **given: str) -> list[tuple[str, str]]:
    return [(one["kind"], one["label"]) for one in ask(client, **given)["results"]]


@pytest.mark.parametrize(
    "words", ["mila dorn", "MILA DORN", "Mïla Dórn", "Мила Дорн", "Dorn's Mila"]
)
def test_a_person_comes_first_however_the_name_is_written(client: FlaskClient, words: str) -> None:
    assert labels(client, q=words)[0] == ("actor", "Mila Dorn")


def test_a_result_says_all_that_a_program_needs(client: FlaskClient) -> None:
    said = ask(client, q="nobody river", kind="statement")
    name = "statement/wire-harbor-txt-71108aa4fa/90-117"
    assert said["results"] == [
        {
            "iri": f"{BASE}{name}",
            "kind": "statement",
            "label": "Mila Dorn",
            "page": f"/page/{name}",
            "data": f"/data/{name}.jsonld",
            "date": "2031-05-02",
            "text": "Nobody may close the river,",
        }
    ]
    assert client.get(said["results"][0]["data"]).status_code == 200
    assert (said["total"], said["more"], said["in_step"], said["page"]) == (1, False, True, 1)
    assert said["facets"]["publisher"] == [
        {"value": "Harbor Wire", "label": "Harbor Wire", "count": 1}
    ]


def test_meetings_are_found_by_people_and_place(client: FlaskClient) -> None:
    assert labels(client, q="raske port ellin", kind="meeting") == [
        ("meeting", "Mila Dorn, Otto Raske, envoys")
    ]


def test_facets_narrow_down(client: FlaskClient) -> None:
    every = ask(client, q="dorn")
    counts = {one["value"]: one["count"] for one in every["facets"]["kind"]}
    assert sum(counts.values()) == every["total"]
    for kind, count in counts.items():
        assert ask(client, q="dorn", kind=kind)["total"] == count
    speaker = f"{BASE}actor/mila-dorn"
    assert ask(client, speaker=speaker)["total"] == 1
    assert ask(client, speaker=f"{BASE}actor/nobody")["total"] == 0
    assert ask(client, **{"from": "2031-05-01", "to": "2031-05-01"})["facets"]["kind"] == [
        {"value": "meeting", "label": "meeting", "count": 1}
    ]
    assert ask(client, kind="article", **{"from": "2031-05-03"})["total"] == 1


def test_a_phrase_must_stand_together(client: FlaskClient) -> None:
    assert ask(client, q='"close the river"')["total"] == 2
    assert ask(client, q='"river close"')["total"] == 0


def test_an_unfinished_word_finds_what_goes_on(client: FlaskClient) -> None:
    assert ("mission", "SENTINEL") in labels(client, q="senti")


def test_suggestions_are_names_those_first_of_whom_most_is_told(client: FlaskClient) -> None:
    found = client.get("/search/suggest?q=ot").get_json()["suggestions"]
    assert [one["label"] for one in found] == ["Otto Raske"]
    assert found[0] == {
        "iri": f"{BASE}actor/otto-raske",
        "label": "Otto Raske",
        "kind": "person",
        "page": "/page/actor/otto-raske",
    }
    assert client.get("/search/suggest").get_json() == {"suggestions": []}


ODD = st.text(max_size=60) | st.sampled_from(
    ['"', '""', "a AND", "NEAR(a b)", "title:x", "x*", "^x", "-x", "(((", "\x00", "\u202ex", "'s"]
)


@settings(max_examples=120, deadline=None)
@given(text=ODD)
def test_whatever_is_typed_is_no_error(client: FlaskClient, text: str) -> None:
    for address in ("/search", "/search/suggest"):
        answer = client.get(address, query_string={"q": text})
        assert answer.status_code == 200


@pytest.mark.parametrize("text", ["x" * 10_000, "dorn " * 2_000, '"a b' * 2_500, "İ" * 10_000])
def test_long_questions_are_cut(client: FlaskClient, text: str, page: Page) -> None:
    assert ask(client, q=text)["in_step"]
    assert len(page(f"/search?q={text[:5000]}")) < 20_000


@pytest.mark.parametrize(
    "address",
    ["kind=x", "from=yesterday", "to=20310501", "page=0", "page=x", "format=xml", "from=٢٠٣١"],
)
def test_what_cannot_be_is_said(client: FlaskClient, address: str) -> None:
    answer = client.get(f"/search?{address}")
    assert answer.status_code == 400
    assert answer.content_type == "application/problem+json"


def test_a_page_too_far_is_not_there(client: FlaskClient) -> None:
    assert client.get("/search?q=dorn&page=9").status_code == 404


def test_the_page_marks_the_words_and_links_data(page: Page) -> None:
    html = page("/search?q=river")
    assert "close the <mark>river</mark>" in html
    assert "format=json" in html
    assert '<meta name="robots" content="noindex">' in html


def test_empty_pages_help(page: Page) -> None:
    assert "Look for people" in page("/search")
    nothing = page("/search?q=unheard+river&kind=mission")
    assert "<strong>unheard</strong>" in nothing
    assert "<strong>river</strong>" not in nothing
    assert "Look everywhere" in nothing


def test_hostile_markup_is_text(page: Page) -> None:
    html = page("/search?q=alert")
    assert "<script>alert" not in html
    assert "&lt;<mark>script</mark>&gt;" in page("/search?q=script")
    assert "&lt;img src=x" in html
    assert "<img" not in html
    assert '"><b>' not in page('/search?q="><b>x</b>')


def test_every_page_has_the_box(page: Page) -> None:
    for address in ("/", "/actors", "/queries", "/ns"):
        assert 'id="find"' in page(address)
    assert page("/search").count('type="search"') == 1


@pytest.mark.parametrize(("shown", "sentence", "quote"), [("quotes", 0, 1), ("none", 0, 0)])
def test_texts_are_kept_back(make: Making, shown: str, sentence: int, quote: int) -> None:
    client = make(publish_text=shown).test_client()
    found = {one["kind"]: one["text"] for one in ask(client, q="close river")["results"]}
    assert bool(found["article"]) == sentence
    assert bool(found["statement"]) == quote
    html = client.get("/search?q=close+river", headers={"Accept": "text/html"}).text
    assert ("may <mark>close</mark>" in html) == quote


def test_others_writes_are_found_at_once(tmp_path: Path) -> None:
    with serving(tmp_path / "s") as client:
        before = client.get("/search?q=zora", headers={"Accept": "application/json"})
        data = (
            "INSERT DATA { <http://e.org/z> a cmq:Actor , cmq:Person ; "
            'rdfs:label "Zora Vint" ; cmq:name "Zora Vint" }'
        )
        assert client.post("/update", data={"update": data}, headers=AUTH).status_code == 204
        after = client.get("/search?q=zora", headers={"If-None-Match": before.headers["ETag"]})
        assert [one["label"] for one in after.get_json()["results"]] == ["Zora Vint"]


def test_an_index_behind_its_store_says_so_and_is_no_copy_to_keep(
    tmp_path: Path, make: Making, monkeypatch: pytest.MonkeyPatch
) -> None:
    made: list[Path] = []
    monkeypatch.setattr("service.http.search.index_in_step._process", made.append)
    directory = fill(tmp_path / "s")
    monkeypatch.setattr("service.store.directory.follow", lambda *_, **__: False)
    with directory.writing() as writer:
        writer.graph.clear()
    client = make(store=str(tmp_path / "s")).test_client()
    answer = client.get("/search?q=dorn")
    found = answer.get_json()
    assert (found["in_step"], found["results"]) == (False, [])
    assert "ETag" not in answer.headers
    assert made == [tmp_path / "s"]
    html = client.get("/search?q=dorn", headers={"Accept": "text/html"}).text
    assert "brought up to date" in html


def test_without_an_index_nothing_is_found_and_one_is_made(tmp_path: Path, make: Making) -> None:
    directory = fill(tmp_path / "s")
    for left in directory.path.glob("search.sqlite*"):
        left.unlink()
    client = make(store=str(tmp_path / "s")).test_client()
    assert ask(client, q="dorn")["in_step"] is False
    client.application.extensions["communique.search"].process.wait(timeout=60)
    assert labels(client, q="mila dorn")[0] == ("actor", "Mila Dorn")


def test_marks_keep_the_text_as_it_is() -> None:
    text = "Škoda’s <b>talks</b>, İstanbul e\u0301te\u0301 \u202eSkoda\u202c"
    html = highlighted(text, asked("skoda ete talk"))
    assert str(html) == (
        "<mark>Škoda’s</mark> &lt;b&gt;<mark>talks</mark>&lt;/b&gt;, İstanbul "
        "<mark>e\u0301te\u0301</mark> \u202e<mark>Skoda\u202c</mark>"
    )


def test_words_are_folded() -> None:
    assert folded("Countries’ buses, as James said: U.S. crisis!") == (
        "country buse as jame said u s crisi"
    )
    assert folded("Зеленський\u00ad習") == "zelenskiyxi"
    assert asked("the talks in Oslo").phrases == (("talk",), ("oslo",))
    assert asked("the").phrases == (("the",),)
    assert asked("'’\u202e()*").phrases == ()
