"""Questions about actors, offices, missions and instruments."""

from decimal import Decimal

from tests.queries.invented import Asking


def test_actors_with_type_offices_and_counts(ask: Asking) -> None:
    assert [tuple(row.values()) for row in ask("actors")] == [
        ("actor/ivo-hart", "Ivo Hart", None, "Commander of SENTINEL", 0, 0),
        ("actor/jana-pell", "Jana Pell", "Person", "minister of Veldania", 3, 0),
        ("actor/lakes-union", "Lakes Union", "Organization", None, 0, 0),
        ("actor/mila-dorn", "Mila Dorn", "Person", "President of Veldania", 3, 2),
        ("actor/ostmark", "Ostmark", None, None, 0, 0),
        ("actor/otto-raske", "Otto Raske", "Person", "Secretary General of Lakes Union", 3, 2),
        ("mission/sentinel", "SENTINEL", "Mission", None, 0, 0),
        ("actor/veldania", "Veldania", "Polity", None, 0, 0),
    ]


def test_actors_by_type_and_words_in_a_name(ask: Asking) -> None:
    assert [row["name"] for row in ask("actors", type="State")] == ["Veldania"]
    assert [row["name"] for row in ask("actors", text="DÓR", type="person")] == ["Mila Dorn"]
    assert [row["name"] for row in ask("actors", text="lu")] == ["Lakes Union"]
    assert ask("actors", text="nobody of that name") == []


def test_offices_with_first_and_last_attestation(ask: Asking) -> None:
    assert ask("offices", office="president", of="VELDANIA", actor="dorn") == [
        {
            "actor": "Mila Dorn",
            "office": "President of Veldania",
            "of": "Veldania",
            "holder": "Mila Dorn",
            "attested_first": "2030-05-02",
            "attested_last": "2030-05-21",
            "start": None,
            "stop": None,
            "articles": "courier/kell.txt; gazette.txt; wire/harbor.txt",
        }
    ]


def test_on_a_day_the_attestations_around_it_count(ask: Asking) -> None:
    rows = ask("offices", on="2030-05-10")
    around = [(r["holder"], r["attested_first"], r["attested_last"]) for r in rows]
    assert around == [
        ("Ivo Hart", "2030-05-02", None),
        ("Mila Dorn", "2030-05-03", "2030-05-21"),
        ("Otto Raske", "2030-05-02", None),
        ("Jana Pell", "2030-05-02", None),
    ]


def test_wordings_of_an_actor(ask: Asking) -> None:
    everywhere = "courier/kell.txt; gazette.txt; leaflet.txt; wire/harbor.txt"
    assert [tuple(row.values()) for row in ask("naming", actor="mila dorn")] == [
        ("Mila Dorn", "Mila Dorn", 4, everywhere),
        ("Mila Dorn", "Dorn", 1, "wire/harbor.txt"),
    ]


def test_a_mission_with_what_it_stands_on(ask: Asking) -> None:
    assert ask("missions", mission="sentinel") == [
        {
            "mission": "mission/sentinel",
            "name": "SENTINEL",
            "lead": "Lakes Union",
            "mandate": "Resolution 77",
            "place": "Veldania",
            "commander": "Ivo Hart",
            "contributors": "Lakes Union; Ostmark",
        }
    ]
    assert len(ask("missions")) == 1


def test_figures_of_a_mission_with_their_words(ask: Asking) -> None:
    rows = ask("mission-figures", mission="SENTINEL", measure="troops", kind="proposed")
    assert rows == [
        {
            "mission": "mission/sentinel",
            "measure": "troops",
            "kind": "proposed",
            "bound": "about",
            "value": Decimal(200),
            "as_of": None,
            "reported": "2030-05-02",
            "said_by": "Ivo Hart",
            "text": "200 more",
            "article": "wire/harbor.txt",
            "start": 441,
            "end": 449,
        }
    ]
    levels = ask("mission-figures", kind="level")
    assert [(row["value"], row["as_of"]) for row in levels] == [
        (Decimal(1500), "2030-05-02"),
        (Decimal(1200), None),
    ]


def test_an_instrument_and_what_refers_to_it(ask: Asking) -> None:
    assert [tuple(row.values()) for row in ask("instruments", instrument="RESOLUTION 77")] == [
        ("Resolution 77", "resolution", "SENTINEL", 1, 1, "wire/harbor.txt")
    ]


def test_a_timeline_between_two_days(ask: Asking) -> None:
    rows = ask("timeline", actor="Mila Dorn", since="2030-05-20", until="2030-06-30")
    assert [tuple(row.values()) for row in rows] == [
        (
            "2030-05-20",
            "meeting",
            "held: Jana Pell, Mila Dorn (2030-05-20)",
            "courier/kell.txt; gazette.txt",
        ),
        ("2030-05-21", "office", "Mila Dorn, President of Veldania", "gazette.txt"),
        (
            "2030-06-10",
            "meeting",
            "planned: Mila Dorn, Otto Raske (2030-06-10)",
            "courier/kell.txt",
        ),
    ]


def test_a_timeline_of_everything_begins_with_what_is_undated(ask: Asking) -> None:
    rows = ask("timeline", actor="SENTINEL")
    assert [row["label"] for row in rows] == [
        "SENTINEL: 1,200 soldiers",
        "SENTINEL: 1,500 soldiers",
        "SENTINEL: 200 more",
    ]
    assert ask("timeline")[0]["date"] is None
