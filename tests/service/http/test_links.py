"""What things are called, and where their pages are."""

from collections.abc import Iterator

import pyoxigraph as ox
import pytest
from flask import Flask

from service.http.links import link, page_of, predicate_label
from service.http.state import snapshot
from tests.service.http.conftest import Making
from tests.service.http.story import BASE

NS, CONCEPT = "https://w3id.org/communique/ns#", "https://w3id.org/communique/concept/"


@pytest.fixture(scope="module")
def app(make: Making) -> Flask:
    return make()


@pytest.fixture
def asking(app: Flask) -> Iterator[ox.Store]:
    with app.test_request_context("/"):
        app.preprocess_request()
        yield snapshot().store


@pytest.mark.parametrize(
    ("iri", "text", "href"),
    [
        (f"{BASE}actor/mila-dorn", "Mila Dorn", "/page/actor/mila-dorn"),
        (f"{BASE}mission/sentinel", "SENTINEL", "/page/mission/sentinel"),
        (
            f"{BASE}claim/courier.txt/meeting-m-denied",
            "Claim about Jana Pell, Mila Dorn",
            "/page/claim/courier.txt/meeting-m-denied",
        ),
        (
            f"{BASE}mention/a/b.txt/3-17",
            "a/b.txt, characters 3 to 17",
            "/page/mention/a/b.txt/3-17",
        ),
        (f"{BASE}statement/hostile.txt/79-101", None, "/page/statement/hostile.txt/79-101"),
        (f"{BASE}actor/unknown", "actor/unknown", "/page/actor/unknown"),
        (f"{NS}Meeting", "meeting", "/ns#Meeting"),
        (f"{CONCEPT}moreThan", "more than", "/ns#concept-moreThan"),
        ("http://www.wikidata.org/entity/Q1", None, "http://www.wikidata.org/entity/Q1"),
        ("javascript:alert(1)", "javascript:alert(1)", None),
        (
            "http://www.w3.org/ns/prov#Activity",
            "prov:Activity",
            "http://www.w3.org/ns/prov#Activity",
        ),
    ],
)
def test_a_thing_by_name_and_page(
    asking: ox.Store, iri: str, text: str | None, href: str | None
) -> None:
    found = link(asking, ox.NamedNode(iri))
    assert found.href == href
    assert text is None or found.text == text
    assert found.away is (href is not None and href.startswith("http"))


def test_a_place_in_an_article(asking: ox.Store) -> None:
    assert page_of(f"{BASE}article/courier.txt", "c=3-9") == "/page/article/courier.txt#c=3-9"
    assert page_of(BASE) is None


def test_properties_are_called_by_their_labels(asking: ox.Store) -> None:
    assert predicate_label(f"{NS}atPlace") == "at place"
    assert predicate_label("http://purl.org/dc/terms/title") == "dcterms:title"
    assert predicate_label("http://elsewhere.example/p") == "http://elsewhere.example/p"
