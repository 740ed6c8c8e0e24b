"""The ontology at /ns."""

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from ontology.files import CONCEPTS, VOCABULARY, read
from tests.service.http.conftest import HTML


def size() -> int:
    files = (read(VOCABULARY), read(CONCEPTS))
    return sum(len(list(ox.parse(file, format=ox.RdfFormat.TURTLE))) for file in files)


@pytest.mark.parametrize(
    "media",
    ["text/turtle", "application/rdf+xml", "application/ld+json", "application/n-triples"],
)
def test_all_of_it_in_every_format(client: FlaskClient, media: str) -> None:
    response = client.get("/ns", headers={"Accept": media})
    assert response.mimetype == media
    form = ox.RdfFormat.from_media_type(media)
    assert form is not None
    assert len(list(ox.parse(response.data, format=form))) == size()


def test_a_page_with_an_anchor_a_term_and_a_concept(client: FlaskClient) -> None:
    html = client.get("/ns", headers=HTML).text
    for anchor in ("Meeting", "participant", "concept-held", "concept-moreThan"):
        assert f'id="{anchor}"' in html
    assert "Actors come together, or are to" in html


def test_format_wins(client: FlaskClient) -> None:
    assert client.get("/ns?format=ttl", headers=HTML).mimetype == "text/turtle"
    assert client.get("/ns", headers={"Accept": "image/png"}).status_code == 406
