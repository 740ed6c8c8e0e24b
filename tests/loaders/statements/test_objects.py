"""What is said as a noun phrase, an infinitive, or with its verb."""

from collections.abc import Callable

import pytest

Heard = Callable[[str, dict[str, str]], list[tuple[str, str]]]
WHO = {
    "Lind": "lind",
    "Bora": "bora",
    "leaders": "lind bora",
    "She": "lind",
    "Kyiv": "ukraine",
    "neighbours": "neighbours",
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lind expressed concern over the floods.", "concern over the floods"),
        ("Lind voiced support for the harbour plan.", "support for the harbour plan"),
        ("Lind emphasized the need to rebuild roads.", "the need to rebuild roads"),
        ("Lind underscored her commitment to reform.", "her commitment to reform"),
        ("Lind reaffirmed the bond between the towns.", "the bond between the towns"),
        ("Lind re-affirmed the bond between the towns.", "the bond between the towns"),
        ("Lind raised Russia's war against the region.", "Russia's war against the region"),
        ("Lind conveyed her hope that talks will resume.", "her hope that talks will resume"),
        ("Lind called for an end to the fighting.", "an end to the fighting"),
        ("Lind warned of a return to violence.", "a return to violence"),
        ("Lind warned against a return to violence.", "a return to violence"),
        ("Lind insisted on a full inquiry.", "a full inquiry"),
        ("Lind spoke of a new chapter.", "a new chapter"),
        ("Lind took note of the work on roads.", "the work on roads"),
        ("Lind extended an invitation to visit the port.", "an invitation to visit the port"),
        ("Lind offered his condolences to the families.", "his condolences to the families"),
        ("Lind announced new limits on flights.", "new limits on flights"),
    ],
)
def test_noun_phrase_without_the_verb(text: str, said: str, heard: Heard) -> None:
    assert heard(text, WHO) == [("lind", said)]


@pytest.mark.parametrize(
    "said",
    [
        "thanked Bora for the bread",
        "praised Bora's work as an example to others",
        "condemned the attack on the port",
        "welcomed the visit of the delegation",
        "congratulated Bora on the election victory",
        "accused Bora of misleading the town",
        "blamed Bora for the delay",
        "criticized Bora for the delay",
    ],
)
def test_verb_that_carries_what_is_said_stays(said: str, heard: Heard) -> None:
    assert heard(f"Lind {said}.", WHO) == [("lind", said)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lind called on neighbours to open the road.", "neighbours to open the road"),
        ("Lind urged neighbours to open the road.", "neighbours to open the road"),
        ("Lind invited neighbours to open the road.", "neighbours to open the road"),
        ("Lind agreed to open the road.", "to open the road"),
        ("Lind pledged to open the road.", "to open the road"),
        ("Lind threatened to close the road.", "to close the road"),
        ("Lind committed to opening the road.", "opening the road"),
    ],
)
def test_infinitives(text: str, said: str, heard: Heard) -> None:
    assert heard(text, WHO) == [("lind", said)]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lind called the vote a gift.", "the vote a gift"),
        ("Lind described the vote as a gift.", "the vote as a gift"),
        ("Lind characterized the attack as a breach of law.", "the attack as a breach of law"),
    ],
)
def test_thing_and_what_it_is_called(text: str, said: str, heard: Heard) -> None:
    assert heard(text, WHO) == [("lind", said)]


def test_joined_verbs_with_an_object_each(heard: Heard) -> None:
    text = "Lind thanked Bora for the bread and underscored the need for peace."
    assert heard(text, WHO) == [
        ("lind", "thanked Bora for the bread"),
        ("lind", "the need for peace"),
    ]


def test_joined_verb_that_the_parse_hangs_low(heard: Heard) -> None:
    text = "The leaders agreed to meet again and agreed on the need for peace."
    assert heard(text, WHO) == [("lind+bora", "to meet again"), ("lind+bora", "the need for peace")]


def test_one_verb_with_joined_objects_is_one(heard: Heard) -> None:
    text = "Lind reaffirmed the value of trade and the need for peace."
    assert heard(text, WHO) == [("lind", "the value of trade and the need for peace")]


def test_list_of_verbs(heard: Heard) -> None:
    text = "Lind raised concerns about trade, noted the need for peace, and praised the new law."
    assert heard(text, WHO) == [
        ("lind", "concerns about trade"),
        ("lind", "the need for peace"),
        ("lind", "praised the new law"),
    ]


def test_list_of_verbs_that_the_parse_takes_for_a_participle(heard: Heard) -> None:
    text = "The leaders condemned the attack, called for restraint and underlined their support."
    assert heard(text, WHO) == [
        ("lind+bora", "condemned the attack"),
        ("lind+bora", "restraint"),
        ("lind+bora", "their support"),
    ]


def test_how_it_was_said_is_left_out(heard: Heard) -> None:
    text = "Lind expressed concern over the floods during the call."
    assert heard(text, WHO) == [("lind", "concern over the floods")]
    text = "Lind expressed concern over the floods on Monday."
    assert heard(text, WHO) == [("lind", "concern over the floods")]


def test_argument_that_is_told_by_a_noun(heard: Heard) -> None:
    text = "Lind's argument was that the law is old."
    assert heard(text, WHO) == [("lind", "the law is old")]
