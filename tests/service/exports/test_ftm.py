"""FollowTheMoney: every entity is valid by its own model, and tells what the graph does."""

import json
from typing import Any

import pytest

from service.exports.ftm import identify
from service.exports.source import Source
from tests.service.exports.conftest import BASE, Exporting, chunks, client


def entities(data: bytes) -> dict[str, dict[str, Any]]:
    found = [json.loads(line) for line in data.decode().splitlines()]
    made = {entity["id"]: entity for entity in found}
    assert len(made) == len(found)
    return made


@pytest.fixture(scope="module")
def found(export: Exporting) -> dict[str, dict[str, Any]]:
    return entities(export("ftm"))


def named(found: dict[str, dict[str, Any]], iri: str) -> dict[str, list[str]]:
    told: dict[str, list[str]] = found[identify(BASE + iri)]["properties"]
    return told


def test_followthemoney_validates_every_entity(found: dict[str, dict[str, Any]]) -> None:
    ftm = client("followthemoney")
    proxy = client("followthemoney.proxy").EntityProxy
    for entity in found.values():
        schema = ftm.model.get(entity["schema"])
        schema.validate(entity)
        made = proxy.from_dict(entity, cleaned=False)
        for name, values in entity["properties"].items():
            assert sorted(made.get(name)) == sorted(set(values)), (entity, name)
            prop = schema.get(name)
            if prop.range:
                for value in values:
                    assert ftm.model.get(found[value]["schema"]).is_a(prop.range), name


def test_actors_have_names_and_aliases(found: dict[str, dict[str, Any]]) -> None:
    assert found[identify(f"{BASE}actor/mila-dorn")]["schema"] == "Person"
    union = found[identify(f"{BASE}actor/lakes-union")]
    assert union["schema"] == "Organization"
    assert union["properties"] == {"name": ["Lakes Union"], "alias": ["LU"]}
    assert found[identify(f"{BASE}actor/veldania")]["schema"] == "PublicBody"
    assert found[identify(f"{BASE}actor/ivo-hart")]["schema"] == "Person"  # commands
    assert found[identify(f"{BASE}actor/ostmark")]["schema"] == "LegalEntity"


def test_offices_are_positions_that_people_hold(found: dict[str, dict[str, Any]]) -> None:
    office = named(found, "office/secretary-general-of-lakes-union")
    assert office["organization"] == [identify(f"{BASE}actor/lakes-union")]
    held = [
        e["properties"]
        for e in found.values()
        if e["schema"] == "Occupancy"
        and e["properties"]["holder"] == [identify(f"{BASE}actor/otto-raske")]
    ]
    assert held == [
        {
            "holder": [identify(f"{BASE}actor/otto-raske")],
            "post": [identify(f"{BASE}office/secretary-general-of-lakes-union")],
            "date": ["2030-05-02"],
        }
    ]


def test_a_meeting_is_an_event(found: dict[str, dict[str, Any]]) -> None:
    [event] = [e["properties"] for e in found.values() if e["properties"].get("summary")]
    assert event["date"] == ["2030-05-01"]
    assert event["location"] == ["Kell Bay", "Port Ellin"]
    assert event["description"] == ["held", "meeting"]
    assert event["summary"] == ["set up a hotline"]
    people = ("jana-pell", "mila-dorn", "otto-raske")
    assert event["involved"] == [identify(f"{BASE}actor/{who}") for who in people]
    assert len(event["proof"]) == 2


def test_a_statement_is_a_message(found: dict[str, dict[str, Any]]) -> None:
    [said] = [
        e["properties"] for e in found.values() if "warn" in e["properties"].get("description", ())
    ]
    assert said["bodyText"] == ["Nobody may close the river."]
    assert said["sender"] == [identify(f"{BASE}actor/mila-dorn")]
    assert said["recipients"] == [identify(f"{BASE}actor/otto-raske")]
    assert said["namesMentioned"] == ["Veldania"]


def test_members_of_missions_are_told(found: dict[str, dict[str, Any]]) -> None:
    ties = {
        (e["properties"]["role"][0], e["properties"]["member"][0])
        for e in found.values()
        if e["schema"] == "Membership"
    }
    assert ties == {
        ("lead", identify(f"{BASE}actor/lakes-union")),
        ("contributor", identify(f"{BASE}actor/lakes-union")),
        ("contributor", identify(f"{BASE}actor/ostmark")),
    }


def test_filters_leave_no_tie_in_the_air(source: Source) -> None:
    left = entities(chunks(source, "ftm", kinds=["meetings", "missions"], since="2030-05-10"))
    assert left
    for entity in left.values():
        for values in entity["properties"].values():
            assert {v for v in values if v.startswith("cmq-")} <= set(left)


def test_of_nothing_nothing_remains(empty: Source, backwards: Source, export: Exporting) -> None:
    assert chunks(empty, "ftm") == b""
    assert chunks(backwards, "ftm") == export("ftm")
