"""What speaks for capitalized words being a person's name."""

from collections.abc import Callable

import pytest

from loaders.extractors.actors.starts import given_names

PeopleOf = Callable[[str], dict[str, list[tuple[str, str | None]]]]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (
            "Delegates heard the Foreign Minister of Latvia, Zelga Ozorinja, on Monday.",
            "Zelga Ozorinja",
        ),
        ("The vote pleased Latvia's finance minister, Zelga Ozorinja.", "Zelga Ozorinja"),
        (
            "They were received by the president of Malta, Brigadier Zelgo Ozorin, at noon.",
            "Zelgo Ozorin",
        ),
        (
            "Latvia's minister spoke and her Maltese counterpart, Zelgo Ozorin, listened.",
            "Zelgo Ozorin",
        ),
        ("Latvia's minister of defence, Zelgo Ozorin (@zelgo), posted a photo.", "Zelgo Ozorin"),
    ],
)
def test_a_name_beside_a_definite_title_needs_no_known_given_name(
    people_of: PeopleOf, text: str, name: str
) -> None:
    assert name in people_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "The prime minister, Western diplomats said, was ill.",
        "The foreign ministers, Baltic Assembly members and guests sat down.",
        "A minister, Baltic Trade Fair, came up.",
    ],
)
def test_what_follows_a_title_and_comma_without_being_its_bearer(
    people_of: PeopleOf, text: str
) -> None:
    assert people_of(text) == {}


def test_the_bearer_beside_the_title_holds_it(people_of: PeopleOf) -> None:
    text = "Delegates heard the Foreign Minister of Latvia, Zelga Ozorinja, on Monday."
    assert people_of(text) == {"Zelga Ozorinja": [("Foreign Minister", "Latvia")]}


def test_an_accepted_surname_vouches_for_the_full_name(people_of: PeopleOf) -> None:
    text = "Minister Ozorinja spoke. Nobody saw Zelga Ozorinja leave."
    assert list(people_of(text)) == ["Zelga Ozorinja"]


def test_the_table_of_given_names_is_wide_and_clean() -> None:
    names = given_names()
    assert len(names) > 5000
    assert {names["kenji"], names["milica"]} == {"m", "f"}
    assert all(n.isascii() and n == n.lower() and g in "mfu" for n, g in names.items())


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("The minister was waiting for a response from Lundgren about it.", "Lundgren"),
        ("The minister had a long talk with Lundgren in May.", "Lundgren"),
        ("A university student named Kalnina said that she was glad.", "Kalnina"),
        ("Estonia's coach, Zelga Ozorinja, was glad.", "Zelga Ozorinja"),
        ("The letter was signed by Presidents Lund and Ozorin.", "Ozorin"),
        ("They were told after the departure of Bill Lund.", "Bill Lund"),
    ],
)
def test_names_alone(people_of: PeopleOf, text: str, name: str) -> None:
    assert name in people_of(text)


@pytest.mark.parametrize(
    "text",
    [
        "They marched from Anna Avenue to the harbour.",
        "They met in the Anna Lund Museum at noon.",
        "They marched through nearby Anna Lund, Narva District, at noon.",
        "Hurricane Anna hit the coast.",
        "They were glad that the George W. Lund administration agreed.",
    ],
)
def test_what_bears_a_name_but_is_nobody(people_of: PeopleOf, text: str) -> None:
    assert people_of(text) == {}


def test_a_town_that_people_go_to_is_nobody(people_of: PeopleOf) -> None:
    text = "They had a talk with Lundgren. A market in Lundgren burnt down."
    assert people_of(text) == {}


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Hamdan Turki Lundi al-Ozorini was seized at night.", "Hamdan Turki Lundi al-Ozorini"),
        ("Ozorin al-Lundi said that he was glad.", "Ozorin al-Lundi"),
        ("They spoke with Ozorin bin Lundi about fish.", "Ozorin bin Lundi"),
    ],
)
def test_names_with_an_article_or_a_fathers_name(people_of: PeopleOf, text: str, name: str) -> None:
    assert name in people_of(text)


def test_a_town_with_an_article_is_nobody(people_of: PeopleOf) -> None:
    assert people_of("They fought near Deir al-Lundi. Deir al-Lundi fell on Monday.") == {}


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("He met Senators Zork Palu (D-NY), Oru Tenk, and Ulm Vadi.", 3),
        ("They thanked Representatives Palu, Tenk and Vadi.", 3),
        ("Kim Jong Un spoke.", 1),
        ("Lund Announces Talks with Malta", 0),
    ],
)
def test_names_on_a_list_behind_a_title(
    people_of: Callable[[str], dict[str, list[tuple[str, str | None]]]], text: str, names: int
) -> None:
    assert len(people_of(text)) == names
