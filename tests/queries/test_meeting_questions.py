"""Questions about meetings, their pairs and their dates."""

from tests.queries.invented import Asking, Row

TALKS = "meeting/2030-05-01-jana-pell-mila-dorn-otto-raske-0d92d62692"
VISIT = "meeting/2030-05-20-jana-pell-mila-dorn-1612153d09"
AGAIN = "meeting/2030-06-10-mila-dorn-otto-raske-722fb9d201"


def test_a_meeting_gathers_what_all_articles_tell(ask: Asking) -> None:
    assert ask("meetings", actor="Mila Dorn", with_="otto RASKE", status="held") == [
        {
            "meeting": TALKS,
            "date": "2030-05-01",
            "status": "held",
            "form": "meeting",
            "place": "Kell Bay; Port Ellin",
            "participants": "Jana Pell; Mila Dorn; Otto Raske",
            "groups": "LU envoys",
            "topics": "dialogue and normalisation; fishing quotas",
            "outcome": "set up a hotline",
            "articles": "courier/kell.txt; wire/harbor.txt",
        }
    ]


def found(rows: list[Row]) -> list[object]:
    return [row["meeting"] for row in rows]


def test_without_parameters_accepted_meetings_come_in_order_of_time(ask: Asking) -> None:
    assert found(ask("meetings")) == ["meeting/gazette.txt/m4", TALKS, VISIT, AGAIN]


def test_days_are_inclusive_and_undated_meetings_drop_out(ask: Asking) -> None:
    assert found(ask("meetings", since="2030-05-20")) == [VISIT, AGAIN]
    assert found(ask("meetings", until="2030-05-20")) == [TALKS, VISIT]
    assert found(ask("meetings", since="2030-05-02", until="2030-05-19")) == []


def test_a_topic_finds_narrower_ones_and_articles_words(ask: Asking) -> None:
    assert found(ask("meetings", topic="diplomacy")) == [TALKS]
    assert found(ask("meetings", topic="Fishing  Quotas")) == [TALKS]
    assert found(ask("meetings", topic="trade")) == []


def test_a_place_is_found_by_its_folded_name(ask: Asking) -> None:
    assert found(ask("meetings", place="KELL BÁY")) == [TALKS]


def test_denied_and_hypothetical_meetings_are_read_from_their_claims(ask: Asking) -> None:
    denied = ask("meetings", status="denied", with_="bo ferrin")
    assert denied == [
        {
            "meeting": "meeting/gazette.txt/m3",
            "date": None,
            "status": "denied",
            "form": "meeting",
            "place": None,
            "participants": "Bo Ferrin; Mila Dorn",
            "groups": None,
            "topics": None,
            "outcome": None,
            "articles": "gazette.txt",
        }
    ]
    assert found(ask("meetings", status="hypothetical", actor="Jana Pell")) == [
        "meeting/gazette.txt/m2"
    ]
    assert ask("meetings", status="denied", since="2030-01-01") == []


def test_pairs_count_across_sides_and_else_in_the_same_meeting(ask: Asking) -> None:
    rows = ask("who-met-whom")
    assert [tuple(row.values()) for row in rows] == [
        (
            "actor/jana-pell",
            "actor/mila-dorn",
            "Jana Pell",
            "Mila Dorn",
            "same meeting",
            1,
            "2030-05-20",
            "2030-05-20",
        ),
        (
            "actor/jana-pell",
            "actor/otto-raske",
            "Jana Pell",
            "Otto Raske",
            "sides",
            1,
            "2030-05-01",
            "2030-05-01",
        ),
        (
            "actor/mila-dorn",
            "actor/otto-raske",
            "Mila Dorn",
            "Otto Raske",
            "sides",
            1,
            "2030-05-01",
            "2030-05-01",
        ),
    ]
    assert len(ask("who-met-whom", until="2030-05-01")) == 2


def test_pairs_of_one_actor_and_of_two(ask: Asking) -> None:
    def pairs(**params: str) -> list[tuple[object, object]]:
        return [(row["name_a"], row["name_b"]) for row in ask("who-met-whom", **params)]

    jana = [("Jana Pell", "Mila Dorn"), ("Jana Pell", "Otto Raske")]
    assert pairs(actor="Jana Pell") == jana
    assert pairs(with_="jana pell") == jana
    assert pairs(actor="Jana Pell", with_="Otto Raske") == [("Jana Pell", "Otto Raske")]
    assert pairs(actor="Otto Raske", with_="Jana Pell") == [("Jana Pell", "Otto Raske")]
    assert pairs(actor="Jana Pell", with_="Jana Pell") == []
    assert pairs(actor="Mila Dorn", since="2030-05-02") == [("Jana Pell", "Mila Dorn")]


def test_what_was_planned_and_not_told_as_held(ask: Asking) -> None:
    undated = {
        "meeting": "meeting/gazette.txt/m4",
        "date": None,
        "participants": "Jana Pell; Otto Raske",
        "article": "gazette.txt",
    }
    dated = {
        "meeting": AGAIN,
        "date": "2030-06-10",
        "participants": "Mila Dorn; Otto Raske",
        "article": "courier/kell.txt",
    }
    assert ask("planned-not-held") == [undated, dated]
    assert ask("planned-not-held", on="2030-06-10") == [dated]
    assert ask("planned-not-held", on="2030-06-09") == []
