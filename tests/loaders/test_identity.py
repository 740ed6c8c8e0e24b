"""Persons of different articles: who is one, who stays apart."""

from hypothesis import given
from hypothesis import strategies as st

from loaders.identity import Link, Naming, link

STATE = "zubrowka"


def person(article: str, name: str, *offices: tuple[str, str], keys: str = "") -> Naming:
    words = name.lower().split()
    known = tuple(keys.split()) or (words[-1],)
    return Naming(article, words[-1], name, tuple(words[:-1]), known, offices)


def target(people: list[Naming], article: str, actor: str) -> str:
    return link(people)[article, actor].slug


def test_a_full_name_is_the_same_person_everywhere() -> None:
    people = [person("a", "Ana Kovac"), person("b", "Ana Kovac")]
    assert target(people, "a", "kovac") == target(people, "b", "kovac") == "ana-kovac"


def test_initials_do_not_tell_people_apart() -> None:
    people = [person("a", "Ana B. Kovac"), person("b", "Ana Kovac")]
    assert target(people, "a", "kovac") == "ana-kovac"


def test_other_given_names_do() -> None:
    people = [person("a", "Ana Kovac"), person("b", "Eva Kovac")]
    assert target(people, "b", "kovac") == "eva-kovac"


def test_a_surname_alone_joins_nobody() -> None:
    people = [person("a", "Ana Kovac", ("president", STATE)), person("b", "Kovac")]
    assert target(people, "b", "kovac") == "kovac~b"


def test_a_surname_with_the_office_joins_the_one_who_holds_it() -> None:
    people = [
        person("a", "Ana Kovac", ("president", STATE)),
        person("b", "Kovac", ("president", "")),
    ]
    reason = "the one full name among the articles for Kovac with the office president"
    assert link(people)["b", "kovac"] == Link("ana-kovac", reason)


def test_the_office_may_stand_in_a_third_article() -> None:
    people = [
        person("a", "Ana Kovac"),
        person("b", "Kovac", ("president", STATE)),
        person("c", "Ana Kovac", ("president", STATE)),
    ]
    assert target(people, "b", "kovac") == "ana-kovac"


def test_a_vice_president_is_not_the_president() -> None:
    people = [
        person("a", "Ana Kovac", ("vice president", STATE)),
        person("b", "Kovac", ("president", STATE)),
    ]
    assert target(people, "b", "kovac") == "kovac~b"


def test_a_minister_may_be_the_foreign_minister() -> None:
    people = [
        person("a", "Ana Kovac", ("foreign minister", STATE)),
        person("b", "Kovac", ("minister", STATE)),
    ]
    assert target(people, "b", "kovac") == "ana-kovac"


def test_a_family_name_that_comes_first_is_a_name_too() -> None:
    people = [
        person("a", "Wen Daiyu", ("premier", STATE), keys="daiyu wen"),
        person("b", "Wen", ("premier", STATE)),
    ]
    assert target(people, "b", "wen") == "wen-daiyu"


NAMES = st.sampled_from(["Kovac", "Ana Kovac", "Eva Kovac", "Ana B. Kovac"])
OFFICES = st.lists(
    st.tuples(
        st.sampled_from(["president", "minister"]), st.sampled_from(["", STATE, "ruritania"])
    ),
    max_size=2,
)


@given(st.lists(st.tuples(NAMES, OFFICES), max_size=6), st.randoms())
def test_the_order_of_articles_does_not_matter(
    said: list[tuple[str, list[tuple[str, str]]]], chance: object
) -> None:
    people = [person(f"a{n}", name, *offices) for n, (name, offices) in enumerate(said)]
    mixed = list(people)
    chance.shuffle(mixed)  # type: ignore[attr-defined]
    assert link(mixed) == link(people)
