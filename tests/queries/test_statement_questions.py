"""Questions about what was said."""

from tests.queries.invented import Asking, Row

TALKS = "meeting/2030-05-01-jana-pell-mila-dorn-otto-raske-0d92d62692"
WARNING = "statement/wire-harbor-txt-71108aa4fa/251-278"
PROMISE = "statement/wire-harbor-txt-71108aa4fa/291-332"
ECHO = "statement/gazette.txt/147-174"
THANKS = "statement/leaflet.txt/22-55"


def found(rows: list[Row]) -> list[object]:
    return [row["statement"] for row in rows]


def test_a_statement_comes_with_everything_about_it(ask: Asking) -> None:
    (row,) = ask(
        "statements",
        speaker="mila dorn",
        to="Otto Raske",
        about="Veldania",
        topic="dialogue",
        act="warn",
        form="direct",
        meeting=f"http://example.org/id/{TALKS}",
        text="THE RIVER",
    )
    confidence = row.pop("confidence")
    assert str(confidence) == "0.9"
    assert row == {
        "statement": WARNING,
        "date": "2030-05-01",
        "speaker": "Mila Dorn",
        "addressee": "Otto Raske",
        "form": "direct",
        "act": "warn",
        "channel": "remarks",
        "text": "Nobody may close the river.",
        "about": "Veldania",
        "topics": "dialogue and normalisation",
        "meeting": TALKS,
        "article": "wire/harbor.txt",
        "start": 251,
        "end": 278,
    }


def test_statements_come_in_order_and_undated_ones_first(ask: Asking) -> None:
    assert found(ask("statements")) == [THANKS, WARNING, PROMISE, ECHO]


def test_without_a_day_of_its_own_a_statement_has_that_of_its_article(ask: Asking) -> None:
    assert found(ask("statements", since="2030-05-02", until="2030-05-02")) == [PROMISE]
    assert found(ask("statements", since="2030-05-21")) == [ECHO]
    assert found(ask("statements", until="2030-05-01")) == [WARNING]


def test_an_instrument_counts_as_what_a_statement_is_about(ask: Asking) -> None:
    (row,) = ask("statements", about="resolution 77")
    assert row["about"] == "Resolution 77; SENTINEL; Veldania"


def test_positions_on_a_topic(ask: Asking) -> None:
    assert ask("positions", topic="dialogue") == [
        {
            "speaker": "Mila Dorn",
            "date": "2030-05-01",
            "text": "Nobody may close the river.",
            "article": "wire/harbor.txt",
            "statement": WARNING,
        }
    ]


def test_dyads_by_month_and_year(ask: Asking) -> None:
    assert [tuple(row.values()) for row in ask("dyads")] == [
        ("Mila Dorn", "Ivo Hart", "thank", None, 1, 0),
        ("Mila Dorn", "Otto Raske", "warn", "2030-05", 1, 1),
        ("Mila Dorn", "Veldania", "warn", "2030-05", 1, 0),
        ("Otto Raske", "Jana Pell", "inform", "2030-05", 1, 1),
        ("Otto Raske", "SENTINEL", "inform", "2030-05", 1, 0),
        ("Otto Raske", "Veldania", "inform", "2030-05", 1, 0),
    ]
    rows = ask("dyads", source="Mila Dorn", target="Otto Raske", act="warn", by="year")
    assert [row["period"] for row in rows] == ["2030"]
