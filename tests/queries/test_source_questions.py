"""Questions about articles, evidence, agreement and disagreement."""

from tests.queries.invented import Asking

TALKS = "meeting/2030-05-01-jana-pell-mila-dorn-otto-raske-0d92d62692"


def test_every_fact_of_an_article_with_its_words(ask: Asking) -> None:
    rows = ask("article", article="leaflet.txt")
    assert [tuple(row.values()) for row in rows] == [
        ("actor", "Mila Dorn", "Mila Dorn", None, 0, 9, "Mila Dorn"),
        ("statement", "thank", "Mila Dorn", None, 22, 55, "thanked Ivo Hart for his patience"),
    ]


def test_a_figure_is_listed_once(ask: Asking) -> None:
    rows = [r for r in ask("article", article="wire/harbor.txt") if r["kind"] == "figure"]
    assert rows
    assert len({(r["start"], r["end"]) for r in rows}) == len(rows)
    assert not any("http" in str(r["what"]) for r in rows)


def test_an_article_also_tells_what_is_denied(ask: Asking) -> None:
    rows = ask("article", article="gazette.txt")
    told = [(row["kind"], row["what"], row["who"]) for row in rows if row["text"] == "was denied"]
    assert told == [
        ("meeting", "Bo Ferrin, Mila Dorn", "Bo Ferrin; Mila Dorn"),
        ("status", "denied", "Bo Ferrin; Mila Dorn"),
    ]
    assert {row["kind"] for row in ask("article", article="wire/harbor.txt")} == {
        "actor",
        "role",
        "meeting",
        "status",
        "place",
        "date",
        "topic",
        "outcome",
        "about",
        "statement",
        "mission",
        "lead",
        "mandate",
        "commander",
        "contributor",
        "figure",
        "instrument",
    }


def test_evidence_of_a_fact_by_names(ask: Asking) -> None:
    rows = ask("evidence", subject="SENTINEL", predicate="ledBy", object="LU")
    assert [(row["article"], row["text"], row["factuality"]) for row in rows] == [
        ("courier/kell.txt", "Lakes Union", "asserted"),
        ("wire/harbor.txt", "led by the Lakes Union", "asserted"),
    ]
    (denied,) = ask("evidence", predicate="status", object="denied")
    assert str(denied.pop("confidence")) == "0.9"
    assert denied == {
        "claim": "claim/gazette.txt/meeting-m3-status",
        "article": "gazette.txt",
        "start": 117,
        "end": 127,
        "text": "was denied",
        "factuality": "denied",
        "rule": "test.rule",
    }


def test_facts_that_several_articles_tell(ask: Asking) -> None:
    rows = ask("corroborated", least="3")
    assert [tuple(row.values()) for row in rows] == [
        (
            "tenure/mila-dorn/president-of-veldania",
            predicate,
            value,
            "courier/kell.txt; gazette.txt; wire/harbor.txt",
            "Harbor Wire; Vale Courier; unknown",
            2,
        )
        for predicate, value in (("holder", "Mila Dorn"), ("office", "President of Veldania"))
    ]
    assert len(ask("corroborated")) == 11


def test_what_can_not_all_be_true(ask: Asking) -> None:
    assert [tuple(row.values()) for row in ask("contradictions")] == [
        (TALKS, "atPlace", "Kell Bay; Port Ellin", "courier/kell.txt; wire/harbor.txt", None),
        (
            "mission/sentinel",
            "level",
            "1200; 1500",
            "courier/kell.txt; wire/harbor.txt",
            "troops, 2030-05-02",
        ),
        (
            "statement/gazette.txt/147-174",
            "speaker",
            "Mila Dorn; Otto Raske",
            "gazette.txt; wire/harbor.txt",
            "Nobody may close the river.",
        ),
    ]


def test_sources_with_their_dates(ask: Asking) -> None:
    assert [tuple(row.values()) for row in ask("sources")] == [
        ("Harbor Wire", 1, 1, 2, "2030-05-02", "2030-05-02"),
        ("Vale Courier", 1, 3, 0, "2030-05-03", "2030-05-03"),
        ("unknown", 2, 2, 2, "2030-05-21", "2030-05-21"),
    ]


def test_coverage_counts_facts_and_tells_warnings(ask: Asking) -> None:
    assert [tuple(row.values()) for row in ask("coverage")] == [
        ("courier/kell.txt", 17, 0, 3, 0, None),
        ("gazette.txt", 14, 1, 4, 0, None),
        ("leaflet.txt", 2, 1, 0, 0, None),
        ("wire/harbor.txt", 30, 2, 1, 1, "a date was not read"),
    ]
