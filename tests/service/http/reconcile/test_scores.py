"""What a score says: how a name fits, and what context makes of it."""

import pytest

from service.http.reconcile.scores import Context, Level, fit, in_context, is_match
from tests.service.http.reconcile.conftest import Asking


@pytest.mark.parametrize(
    ("asked", "level", "score"),
    [
        ("Aleksandar Vujčić", Level.LABEL, 100),
        ("Vujčić", Level.ALIAS, 99),
        ("the aleksandar VUJCIC", Level.FOLDED, 97),
        ("Vujčić, Aleksandar", Level.ORDER, 94),
        ("Prime Minister Aleksandar Vujčić", Level.UNTITLED, 93),
    ],
)
def test_a_persons_name(asked: str, level: Level, score: float) -> None:
    found = fit(asked, "Aleksandar Vujčić", ["Vujčić"])
    assert (found.level, found.score) == (level, score)


@pytest.mark.parametrize(
    ("asked", "name", "level"),
    [
        ("OTAN", "NATO", Level.KNOWN),
        ("Deutschland", "Germany", Level.KNOWN),
        ("North Atlantic Treaty Organistion", "NATO", Level.KNOWN),
        ("LUR", "Lakes Union of Rowers", Level.ACRONYM),
        ("Lakes Union of Rowers", "LUR", Level.ACRONYM),
    ],
)
def test_other_names_of_states_and_bodies(asked: str, name: str, level: Level) -> None:
    assert fit(asked, name, []).level is level


def test_the_more_alike_the_more_points() -> None:
    names = ["Aleksander Vujcic", "Aleks. Vujčić", "Vujčić", "Aleksa Vuk", "Otto Raske"]
    scores = [fit(name, "Aleksandar Vujčić", []).score for name in names]
    assert scores == sorted(scores, reverse=True)
    assert len(set(scores)) == len(scores)
    assert scores[0] < Level.FUZZY
    assert scores[-1] == 0


@pytest.mark.parametrize(
    ("agreed", "score"),
    [((), 80), ((1.0,), 90), ((None,), 75), ((0.0,), 60), ((1.0, 0.0), 75), ((1.0, None), 82.5)],
)
def test_context_raises_and_lowers(agreed: tuple[float | None, ...], score: float) -> None:
    context = Context(tuple((f"p{n}", value) for n, value in enumerate(agreed)))
    assert in_context(80, context) == score
    assert 0 <= in_context(3, context) <= 100


def test_a_match_is_good_and_far_ahead() -> None:
    assert is_match([95], 0)
    assert is_match([95, 90], 0)
    assert not is_match([95, 90.1], 0)
    assert not is_match([89.9], 0)
    assert not is_match([95, 90], 1)
    assert not is_match([], 0)


def test_an_office_or_a_country_tells_namesakes_apart(ask: Asking) -> None:
    nobody_sure = ask(query="J. Thistlewood")
    assert {one["id"] for one in nobody_sure[:2]} == {
        "actor/jane-thistlewood",
        "actor/john-thistlewood",
    }
    assert not nobody_sure[0]["match"]
    for pid, value, meant in (
        ("officeOf", "UK", "actor/john-thistlewood"),
        ("officeOf", {"id": "actor/nato"}, "actor/jane-thistlewood"),
        ("office", "Secretary General", "actor/jane-thistlewood"),
        ("office", "special envoy of the United Kingdom", "actor/john-thistlewood"),
    ):
        first, second, *_ = ask(query="J. Thistlewood", properties=[{"pid": pid, "v": value}])
        assert (first["id"], first["match"]) == (meant, True)
        assert first["score"] > nobody_sure[0]["score"] > second["score"]
        assert {"id": f"property-{pid}", "value": 1.0} in first["features"]


def test_what_nobody_tells_lowers_all_alike(ask: Asking) -> None:
    plain = ask(query="Mila Dorn")
    asked = ask(query="Mila Dorn", properties=[{"pid": "shoe size", "v": 38}])
    assert [one["id"] for one in plain] == [one["id"] for one in asked]
    assert asked[0]["score"] == plain[0]["score"] - 5


def test_types_choose(ask: Asking) -> None:
    assert ask(query="Georgia", type="Polity")[0]["id"] == "actor/georgia"
    assert ask(query="Georgia", type="Mission") == []
    assert ask(query="KFOR", type="Organization")[0]["id"] == "mission/kfor"
    assert ask(query="KFOR", type=["Organization", "Polity"], type_strict="all") == []
    assert ask(query="KFOR", type="https://w3id.org/communique/ns#Mission")[0]["match"]
    should = ask(query="Georgia", type="Person", type_strict="should")
    assert (should[0]["id"], should[0]["score"]) == ("actor/georgia", 80)


def test_features_say_what_the_score_was_made_of(ask: Asking) -> None:
    [found, *_] = ask(query="vujcic aleksandar")
    features = {one["id"]: one["value"] for one in found["features"]}
    assert features["name"] == found["score"] == 94
    assert [name for name, value in features.items() if value is True] == ["order", "type"]


def test_an_identifier_is_itself(ask: Asking) -> None:
    for given in ("actor/mila-dorn", "http://example.org/id/actor/mila-dorn"):
        [found] = ask(query=given)
        assert (found["id"], found["score"], found["match"]) == ("actor/mila-dorn", 100, True)
