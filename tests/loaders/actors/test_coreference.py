"""Pronouns and plurals resolved from a memory of mentions."""

from loaders.reading.coreference.memory import Memory, Seen
from loaders.reading.coreference.plural import leaders, together
from loaders.reading.coreference.singular import person, thing


def seen(
    who: str, at: int, sentence: int, *, subject: bool = False, kind: str = "person", verb: int = -1
) -> Seen:
    return Seen(tuple(who.split()), at, sentence, subject, kind, verb)


def asked(at: int, sentence: int, verb: int = 99) -> Seen:
    return Seen((), at, sentence, True, "person", verb)


def test_memory_looks_back_the_latest_first_and_not_too_far() -> None:
    memory = Memory([seen("a", 0, 0), seen("b", 5, 1), seen("c", 9, 2), seen("d", 20, 3)])
    assert [s.actors[0] for s in memory.before(15, 2, 1)] == ["c", "b"]


def test_the_subject_before_wins_over_the_object() -> None:
    memory = Memory([seen("a", 0, 0, subject=True), seen("b", 3, 0)])
    assert person("he", asked(10, 1), memory, {}) == "a"


def test_gender_excludes() -> None:
    memory = Memory([seen("a", 0, 0, subject=True), seen("b", 3, 0)])
    assert person("she", asked(10, 1), memory, {"a": "m"}) == "b"
    assert person("she", asked(10, 1), memory, {"a": "m", "b": "m"}) is None


def test_sure_gender_wins_over_unknown() -> None:
    memory = Memory([seen("a", 0, 0), seen("b", 3, 0)])
    assert person("she", asked(10, 1), memory, {"a": "f"}) == "a"


def test_no_one_is_the_object_of_the_own_verb() -> None:
    memory = Memory([seen("a", 0, 0, subject=True, verb=1)])
    assert person("him", asked(2, 0, verb=1), memory, {}) is None
    assert person("his", asked(2, 0, verb=1), memory, {}) == "a"


def test_reflexives_mean_the_neighbour() -> None:
    memory = Memory([seen("a", 0, 0, subject=True), seen("b", 4, 0)])
    assert person("himself", asked(5, 0), memory, {}) == "b"


def test_it_stops_at_another_subject() -> None:
    body = seen("nato", 0, 0, subject=True, kind="thing")
    assert thing(asked(9, 1), Memory([body])) == "nato"
    assert thing(asked(9, 1), Memory([body, seen("", 5, 1, subject=True, kind="noun")])) is None
    assert thing(asked(9, 4), Memory([body])) is None


def test_they_are_those_named_together() -> None:
    memory = Memory([seen("a", 0, 0, subject=True), seen("b", 3, 0)])
    assert together(asked(9, 1), memory) == ("a", "b")


def test_they_are_whom_a_plural_meant_before() -> None:
    memory = Memory([seen("a b c", 0, 0, subject=True), seen("a", 5, 1), seen("d", 7, 1)])
    assert together(asked(9, 2), Memory(memory.seen[:1])) == ("a", "b", "c")


def test_they_are_a_body_where_no_two_persons_are_named() -> None:
    body = seen("nato", 0, 0, subject=True, kind="thing")
    assert together(asked(9, 1), Memory([body])) == ("nato",)


def test_one_person_is_not_they() -> None:
    assert together(asked(9, 1), Memory([seen("a", 0, 0, subject=True)])) == ()


def test_the_two_leaders_are_the_two_of_highest_rank() -> None:
    memory = Memory([seen("a", 0, 0, subject=True), seen("m", 2, 0), seen("b", 4, 0)])
    ranks = {"a": 2, "b": 2, "m": 1}
    assert leaders(asked(9, 1), memory, ranks, 2) == ("a", "b")
    assert leaders(asked(9, 1), memory, {"a": 2}, 2) == ()


def test_the_leaders_are_all_in_office() -> None:
    memory = Memory([seen("a", 0, 0), seen("b", 2, 0), seen("c", 4, 0), seen("x", 6, 0)])
    ranks = {"a": 2, "b": 2, "c": 2}
    assert leaders(asked(9, 1), memory, ranks, None) == ("a", "b", "c")


def test_a_pronoun_is_none_of_those_below_it() -> None:
    memory = Memory([seen("a", 0, 0, subject=True), seen("b", 3, 1, subject=True)])
    assert person("he", asked(10, 1), memory, {}) == "b"
    assert person("he", asked(10, 1), memory, {}, frozenset({"b"})) == "a"
