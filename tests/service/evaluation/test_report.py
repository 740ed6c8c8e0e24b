"""The page: text twice with its statements marked, the other facts as rows."""

import re

from service.evaluation.evaluation import evaluation
from service.evaluation.pieces import Marked, Piece, gold_marks, pieces, told_marks
from service.evaluation.report import report
from service.evaluation.rows import Row, actor_rows, meeting_rows, mission_rows, role_rows
from tests.service.evaluation.conftest import (
    BRIDGE,
    FERRER,
    KOVAC,
    OTHER,
    PATIENCE,
    ROAD,
    Compare,
    Json,
    quoted,
)

PEOPLE: Json = {"actors": [KOVAC, FERRER]}
GOLD = PEOPLE | {
    "statements": [quoted(ROAD, "k"), quoted(PATIENCE, "f")],
    "optional_statements": [quoted(BRIDGE, "f")],
}


def test_pieces_join_to_the_text() -> None:
    marks = [Marked(2, 6, "found", "A"), Marked(4, 8, "false", "B"), Marked(4, 8, "missed", "C")]
    found = pieces("0123456789", marks)
    assert found == [
        Piece("01", None, ()),
        Piece("23", "found", (marks[0],)),
        Piece("45", "found", (marks[1], marks[2])),
        Piece("67", "false", ()),
        Piece("89", None, ()),
    ]


def test_the_shorter_of_two_marks_shows() -> None:
    inner, outer = Marked(3, 4, "false", "B"), Marked(0, 9, "found", "A")
    states = [(piece.words, piece.state) for piece in pieces("012345678", [inner, outer])]
    assert states == [("012", "found"), ("3", "false"), ("45678", "found")]


def test_marks_outside_the_text_are_left_out() -> None:
    marks = [Marked(-1, 2, "false", "A"), Marked(2, 9, "false", "A"), Marked(1, 1, "false", "A")]
    assert pieces("012", marks) == [Piece("012", None, ())]
    assert pieces("", marks) == []


def test_states_of_statements(compare: Compare) -> None:
    told = PEOPLE | {"statements": [quoted(ROAD, "f"), quoted(BRIDGE, "f"), quoted("May", "k")]}
    found = compare(GOLD, told)
    assert [(m.state, m.speaker) for m in gold_marks(found)] == [
        ("wrong", "Ana Kovač"),
        ("missed", "Luis Ferrer"),
        ("not scored", "Luis Ferrer"),
    ]
    assert [(m.state, m.speaker) for m in told_marks(found)] == [
        ("wrong", "Luis Ferrer"),
        ("false", "Ana Kovač"),
        ("not scored", "Luis Ferrer"),
    ]


def test_rows_of_meetings(compare: Compare) -> None:
    met = {
        "participants": ["k", "f"],
        "status": "held",
        "evidence": "Ana Kovač met",
        "date": "2031",
    }
    other = {"participants": ["f", "Ida Holm"], "status": "planned"}
    found = compare(PEOPLE | {"meetings": [met]}, PEOPLE | {"meetings": [met, other]})
    words = "Ana Kovač, Luis Ferrer; held; 2031"
    assert list(meeting_rows(found)) == [
        Row("found", words, words, "Ana Kovač met", "Ana Kovač met"),
        Row("false", told="Luis Ferrer, Ida Holm; planned; no day"),
    ]
    found = compare(PEOPLE | {"meetings": [met]}, PEOPLE | {"meetings": [met | {"date": None}]})
    assert [row.state for row in meeting_rows(found)] == ["wrong"]
    found = compare(PEOPLE | {"meetings": [met]}, {})
    assert list(meeting_rows(found)) == [Row("missed", words, gold_words="Ana Kovač met")]


def test_rows_of_actors_and_roles(compare: Compare) -> None:
    gold = {"actors": [KOVAC | {"roles": [["President", None], ["Judge", "EU"]]}, FERRER]}
    told = {"actors": [KOVAC | {"roles": [["President", "Norway"], ["Mayor", None]]}, OTHER]}
    found = compare(gold, told)
    names = "Ana Kovač; Ms. Kovač"
    assert list(actor_rows(found)) == [
        Row("found", "Ana Kovač (Person)", "Ana Kovač (Person)", names, names),
        Row("missed", "Luis Ferrer (Person)", gold_words="Luis Ferrer"),
        Row("false", told="Ida Holm (Person)"),
    ]
    assert list(role_rows(found)) == [
        Row("missed", "Ana Kovač: judge of eu"),
        Row("found", "Ana Kovač: president", "president of norway"),
        Row("false", told="Ana Kovač: mayor"),
    ]


def test_rows_of_missions(compare: Compare) -> None:
    kfor = {"name": "KFOR", "lead": "NATO", "place": "Kosovo", "strength": [{"value": 3700}]}
    told = {"name": "KFOR", "lead": "EU", "place": "Kosovo", "mandate": "R", "mentions": ["KFOR"]}
    found = compare({"missions": [kfor, {"name": "UNMIK"}]}, {"missions": [told, {"name": "X"}]})
    assert list(mission_rows(found)) == [
        Row("found", "KFOR", "KFOR", told_words="KFOR"),
        Row("wrong", "lead: NATO", "lead: EU"),
        Row("found", "place: Kosovo", "place: Kosovo"),
        Row("false", told="mandate: R"),
        Row("missed", "strength: 3700"),
        Row("missed", "UNMIK"),
        Row("false", told="X"),
    ]


def test_the_page_shows_both_sides_and_says_in_words_how_they_stand(compare: Compare) -> None:
    told = PEOPLE | {"statements": [quoted(ROAD, "f")]}
    page = report(evaluation([compare(GOLD, told), compare(GOLD, GOLD)]))
    assert "<h3>Gold</h3>" in page
    assert "<h3>Told</h3>" in page
    for words in ("wrong speaker · Luis Ferrer", "missed · Luis Ferrer", "found · Ana Kovač"):
        assert words in page
    assert page.count('<article id="a') == 2
    assert "found with span (half shared) and speaker" in page


def test_the_page_needs_nothing_else(compare: Compare) -> None:
    page = report(evaluation([compare(GOLD, GOLD)]))
    assert "prefers-color-scheme: dark" in page
    assert not re.search(r"<script|<link|https?://|@import|url\(", page)
    assert set(re.findall(r'href="([^"]*)"', page)) == {"#a1"}


def test_what_articles_say_is_escaped(compare: Compare) -> None:
    text = "<script>alert(1)</script> & “<b>so</b>”"
    evil = "<i>Kovač</i>"
    said = {"start": 0, "end": 10, "speaker": evil}
    gold = {"statements": [said], "actors": [{"name": evil, "type": "Person", "mentions": ["<b>"]}]}
    page = report(evaluation([compare(gold | {"article": "<a>.txt"}, gold, text)]))
    assert "&lt;script&gt;" in page
    assert not re.search(r"<script|<i>|<b>|<a>", page)
