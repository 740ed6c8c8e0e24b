"""Documents are bounded, and say where the rest is."""

from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pyoxigraph as ox
import pytest
from flask.testing import FlaskClient

from ontology.terms import CMQ
from service.app import create_app
from service.http.linked import describing
from service.settings import Settings
from service.store.directory import StoreDirectory
from tests.service.http.story import BASE

MILA = ox.NamedNode(f"{BASE}actor/mila-dorn")
SEE = ox.NamedNode("http://www.w3.org/2000/01/rdf-schema#seeAlso")


def quads(client: FlaskClient, address: str) -> set[ox.Quad]:
    return set(ox.parse(client.get(address).data, format=ox.RdfFormat.N_QUADS))


def test_a_whole_document_points_nowhere(client: FlaskClient) -> None:
    assert not [q for q in quads(client, "/data/actor/mila-dorn.nq") if q.predicate == SEE]


def test_a_long_one_is_cut_and_leads_to_all_of_it(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = quads(client, "/data/actor/mila-dorn.nq")
    monkeypatch.setattr(describing, "SIDE", 6)
    monkeypatch.setattr(describing, "SHARE", 1)
    monkeypatch.setattr(describing, "CLAIMS", 1)
    part = quads(client, "/data/actor/mila-dorn.nq?again")
    properties = {q.predicate for q in whole}
    for side in ("subject", "object"):
        assert len([q for q in part if getattr(q, side) == MILA]) <= 6 + 1 + 2 * len(properties)
    [rest] = [q.object for q in part if q.predicate == SEE]
    assert {q for q in part if q.predicate != SEE} < whole
    assert isinstance(rest, ox.NamedNode)
    asked = urlsplit(rest.value)
    assert (asked.netloc, asked.path) == ("localhost", "/sparql")
    answer = client.get(f"{asked.path}?{asked.query}", headers={"Accept": "text/turtle"})
    told = {q.triple for q in ox.parse(answer.data, format=ox.RdfFormat.TURTLE)}
    default = {q.triple for q in whole if q.graph_name == ox.DefaultGraph()}
    assert told == {t for t in default if MILA in (t.subject, t.object)}
    assert parse_qs(asked.query)["query"][0].startswith(f"CONSTRUCT {{ {MILA}")


def test_many_of_one_property_hide_none_of_the_others(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = quads(client, "/data/actor/mila-dorn.nq")
    monkeypatch.setattr(describing, "SIDE", 1)
    monkeypatch.setattr(describing, "SHARE", 2)
    part = quads(client, "/data/actor/mila-dorn.nq?shared")
    for side in ("subject", "object"):
        of_whole = {q.predicate for q in whole if getattr(q, side) == MILA}
        of_part = {q.predicate for q in part if getattr(q, side) == MILA}
        assert of_part - {SEE} == of_whole


def test_a_claim_that_says_very_much_is_cut_too(
    client: FlaskClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    name = "claim/wire-harbor-txt"
    [claim] = sorted(
        {
            q.subject.value
            for q in quads(client, "/data/mission/sentinel.nq")
            if isinstance(q.subject, ox.NamedNode)
            and q.subject.value.endswith("/mission-sentinel-lead")
        }
    )
    assert name in claim
    monkeypatch.setattr(describing, "SIDE", 1)
    found = quads(client, f"/data/{claim.removeprefix(BASE)}.nq")
    assert len([q for q in found if q.graph_name == ox.NamedNode(claim)]) == 1


def test_a_thing_with_thousands_of_mentions_has_a_short_document(tmp_path: Path) -> None:
    directory = StoreDirectory.create(tmp_path / "s")
    denoted, told = (ox.NamedNode(str(p)) for p in (CMQ.denotedBy, CMQ.speaker))
    mentions = (ox.NamedNode(f"{BASE}mention/a{n}.txt/1-2") for n in range(3000))
    said = (ox.NamedNode(f"{BASE}statement/a{n}.txt/1-2") for n in range(3000))
    with directory.writing() as writer:
        writer.graph.extend([ox.Quad(MILA, denoted, one) for one in mentions])
        writer.graph.extend([ox.Quad(one, told, MILA) for one in said])
    client = create_app(Settings(store=str(directory.path), base=BASE)).test_client()
    found = quads(client, "/data/actor/mila-dorn.nq")
    both = describing.SIDE + describing.SHARE
    assert 2 * describing.SIDE <= len(found) <= 2 * both + 1
    assert len([q for q in found if q.predicate == SEE]) == 1
