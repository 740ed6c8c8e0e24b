"""What was missed, invented or told wrongly, and where it stands."""

from service.evaluation.context import context
from service.evaluation.mistakes import Mistake, mistakes
from tests.service.evaluation.conftest import (
    BRIDGE,
    FERRER,
    KOVAC,
    OTHER,
    PATIENCE,
    ROAD,
    TEXT,
    Compare,
    Json,
    quoted,
)

PEOPLE: Json = {"actors": [KOVAC, FERRER]}
MET: Json = {
    "participants": ["k", "f"],
    "status": "held",
    "kind": "meeting",
    "date": "2031-05-03",
    "place": "Vaduz",
    "evidence": "Ana Kovač met Luis Ferrer",
}


def at(words: str) -> tuple[int, int]:
    return TEXT.index(words), TEXT.index(words) + len(words)


def test_no_mistake_in_gold_itself(compare: Compare) -> None:
    gold = PEOPLE | {"statements": [quoted(ROAD, "k")], "meetings": [MET]}
    assert mistakes(compare(gold, gold)) == []


def test_statements_in_the_order_of_the_text(compare: Compare) -> None:
    gold = PEOPLE | {"statements": [quoted(PATIENCE, "f"), quoted(ROAD, "k")]}
    told = PEOPLE | {"statements": [quoted(ROAD, "f"), quoted(BRIDGE, "f")]}
    assert mistakes(compare(gold, told)) == [
        Mistake("speaker_accuracy", "wrong", "Luis Ferrer, where gold has Ana Kovač", at(ROAD)),
        Mistake("statements", "missed", "Luis Ferrer", at(PATIENCE)),
        Mistake("statements", "false", "Luis Ferrer", at(BRIDGE)),
    ]


def test_offsets_that_do_not_hold(compare: Compare) -> None:
    wrong = quoted(ROAD, "k") | {"text": "The road is shut,"}
    gold = PEOPLE | {"statements": [quoted(ROAD, "k")]}
    (mistake,) = mistakes(compare(gold, PEOPLE | {"statements": [wrong]}))
    start, end = at(ROAD)
    what = f"the article hasn't 'The road is shut,' at {start} to {end}"
    assert mistake == Mistake("spans_exact", "wrong", what)


def test_meetings_missed_and_false(compare: Compare) -> None:
    told = MET | {"status": "planned", "groups": ["aides"], "date": None, "place": ["A", "B"]}
    told |= {"evidence": None, "evidence_spans": [[16, 24]]}
    gold = PEOPLE | {"meetings": [MET]}
    place = at("Ana Kovač met Luis Ferrer")
    wanted = "Ana Kovač, Luis Ferrer; held; meeting; 2031-05-03; Vaduz"
    found = "Ana Kovač, Luis Ferrer, aides; planned; meeting; no day; A / B"
    assert mistakes(compare(gold, PEOPLE | {"meetings": [told]})) == [
        Mistake("meetings", "false", found, (16, 24)),
        Mistake("meetings", "missed", wanted, place),
    ]


def test_details_of_a_meeting(compare: Compare) -> None:
    told = MET | {"date": None, "place": None, "kind": "call"}
    place = at("Ana Kovač met Luis Ferrer")
    assert mistakes(compare(PEOPLE | {"meetings": [MET]}, PEOPLE | {"meetings": [told]})) == [
        Mistake("meeting_date", "wrong", "no day, where gold has 2031-05-03", place),
        Mistake("meeting_place", "wrong", "no place, where gold has Vaduz", place),
        Mistake("meeting_kind", "wrong", "call, where gold has meeting", place),
    ]


def test_actors_where_they_are_first_named(compare: Compare) -> None:
    assert mistakes(compare({"actors": [KOVAC]}, {"actors": [OTHER, FERRER]})) == [
        Mistake("actors", "missed", "Ana Kovač (Person)", at("Ana Kovač")),
        Mistake("actors", "false", "Luis Ferrer (Person)", at("Luis Ferrer")),
        Mistake("actors", "false", "Ida Holm (Person)"),
    ]


def test_roles_of_a_person(compare: Compare) -> None:
    gold = {"actors": [KOVAC | {"roles": [["President", "Norway"]]}]}
    told = {"actors": [KOVAC | {"roles": [["Judge", None]]}]}
    assert mistakes(compare(gold, told)) == [
        Mistake("roles", "missed", "Ana Kovač: president of norway", at("Ana Kovač")),
        Mistake("roles", "false", "Ana Kovač: judge", at("Ana Kovač")),
    ]


def test_missions_and_their_facts(compare: Compare) -> None:
    gold = {"missions": [{"name": "KFOR", "lead": "NATO", "strength": [{"value": 3700}]}]}
    told = {"missions": [{"name": "KFOR", "lead": "NATO", "strength": []}, {"name": "UNMIK"}]}
    assert mistakes(compare(gold, told)) == [
        Mistake("missions", "false", "UNMIK"),
        Mistake("mission_facts", "wrong", "KFOR: strength: nothing, where gold has 3700"),
    ]
    assert mistakes(compare(gold, {})) == [Mistake("missions", "missed", "KFOR")]


def test_context_has_line_offset_and_the_words_around() -> None:
    found = context(TEXT, *at("patience"))
    assert (found.line, found.offset) == (5, TEXT.index("patience"))
    assert str(found).endswith("Ferrer promised [patience] and a new bridge. ")
    assert found.before.startswith("…")


def test_context_at_both_ends() -> None:
    assert str(context("Talks", 0, 5)) == "[Talks]"
    assert str(context("Talks", 90, 95)) == "Talks[]"


def test_long_words_are_cut_in_their_middle() -> None:
    found = context("a" * 200 + "b" * 200, 0, 400)
    assert found.words == "a" * 80 + " … " + "b" * 80
