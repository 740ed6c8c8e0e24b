"""Whom titles, descriptions and pronouns mean."""

from collections.abc import Callable

import pytest

from loaders.facts import MentionKind
from loaders.reading.cast import Cast

Meant = Callable[[str], list[tuple[str, tuple[str, ...]]]]
OPENING = "Estonian President Marta Kalnina met Maltese Prime Minister Peter Lund in Tallinn. "


def last(found: list[tuple[str, tuple[str, ...]]], words: str) -> tuple[str, ...] | None:
    return next((who for text, who in reversed(found) if text == words), None)


@pytest.mark.parametrize(
    ("sentence", "words", "who"),
    [
        ("She thanked him.", "She", ("Marta Kalnina",)),
        ("She thanked him.", "him", ("Peter Lund",)),
        ("He left.", "He", ("Peter Lund",)),
        ("They agreed to meet again.", "They", ("Marta Kalnina", "Peter Lund")),
        ("The two leaders agreed to talk.", "The two leaders", ("Marta Kalnina", "Peter Lund")),
        ("Both sides agreed to talk.", "Both sides", ("Marta Kalnina", "Peter Lund")),
        ("The president agreed.", "president", ("Marta Kalnina",)),
        ("The Estonian leader agreed.", "Estonian leader", ("Marta Kalnina",)),
        ("The Maltese prime minister agreed.", "Maltese prime minister", ("Peter Lund",)),
        ("Kalnina thanked Lund for his patience.", "his", ("Peter Lund",)),
        ("Latvia's foreign minister agreed.", "Latvia's foreign minister", ()),
        ("A Latvian government spokesman agreed.", "she", None),
    ],
)
def test_after_a_meeting(
    meant_in: Meant, sentence: str, words: str, who: tuple[str, ...] | None
) -> None:
    assert last(meant_in(OPENING + sentence), words) == who


def test_an_unnamed_spokesman_speaks_for_the_body(meant_in: Meant) -> None:
    found = meant_in("A NATO spokesman said on Monday that ships had left.")
    assert last(found, "NATO spokesman") == ("NATO",)


def test_the_alliance_is_the_one_named_before(meant_in: Meant) -> None:
    found = meant_in("NATO met on Monday. The alliance sent ships.")
    assert last(found, "The alliance") == ("NATO",)


def test_it_is_the_body_that_acted_last(meant_in: Meant) -> None:
    found = meant_in("The European Union met on Monday. It sent money.")
    assert last(found, "It") == ("European Union",)


def test_it_without_meaning_is_nobody(meant_in: Meant) -> None:
    found = meant_in("The European Union met on Monday. It is important to act.")
    assert last(found, "It") is None


def test_address_tells_gender(meant_in: Meant) -> None:
    text = (
        "President Kalnina and Minister Lund spoke in Tallinn. "
        "Madam President also thanked the hosts. She left."
    )
    assert last(meant_in(text), "She") == ("Kalnina",)


def test_a_pronoun_after_a_quotation_is_the_subject_outside(meant_in: Meant) -> None:
    text = "President Henrik Tamm spoke. “I saw Peter Lund,” he said."
    assert last(meant_in(text), "he") == ("Henrik Tamm",)


def test_a_pronoun_is_never_the_subject_of_its_own_verb(meant_in: Meant) -> None:
    text = "President Henrik Tamm arrived. Peter Lund greeted him."
    assert last(meant_in(text), "him") == ("Henrik Tamm",)


def test_they_after_a_plural_noun_are_not_the_leaders(meant_in: Meant) -> None:
    found = meant_in(OPENING + "Farmers blocked the roads. They want money.")
    assert last(found, "They") is None


def test_kinds_of_mentions(cast_of: Callable[[str], Cast]) -> None:
    cast = cast_of(OPENING + "She left. The president smiled. Both leaders smiled.")
    assert [r.mention.kind for r in cast.references if r.actors][-3:] == [
        MentionKind.PRONOUN,
        MentionKind.OFFICE,
        MentionKind.DESCRIPTION,
    ]


def test_missions_are_referred_to_by_name(cast_of: Callable[[str], Cast]) -> None:
    cast = cast_of("KFOR said that its soldiers had left.")
    (mission,) = cast.missions
    assert cast.references[0].actors == (mission.id,)


def test_nor_the_subject_across_a_preposition(meant_in: Meant) -> None:
    text = "President Henrik Tamm invited Prime Minister Peter Lund to talk. Lund met with him."
    assert last(meant_in(text), "him") == ("Henrik Tamm",)


def test_several_holders_of_a_title_the_subject_is_meant(meant_in: Meant) -> None:
    text = (
        "Estonian President Marta Kalnina spoke with Maltese President Peter Lund. "
        "The president thanked the hosts."
    )
    assert last(meant_in(text), "president") == ("Marta Kalnina",)


def test_a_former_holder_is_not_meant_by_the_title(meant_in: Meant) -> None:
    text = (
        "Former Estonian President Peter Lund met Estonian President Marta Kalnina. "
        "The president smiled."
    )
    assert last(meant_in(text), "president") == ("Marta Kalnina",)


def test_they_are_the_body_that_acted(meant_in: Meant) -> None:
    text = "The European Commission criticized the plan. They released a statement."
    assert last(meant_in(text), "They") == ("European Commission",)


def test_the_country_is_the_one_named_last(meant_in: Meant) -> None:
    found = meant_in("Malta signed the treaty. The country joined in May.")
    assert last(found, "The country") == ("Malta",)


def test_a_plural_title_means_no_single_holder(meant_in: Meant) -> None:
    found = meant_in("Estonian President Marta Kalnina left. Presidents often travel.")
    assert last(found, "Presidents") is None


def test_reflexives_mean_their_neighbour(meant_in: Meant) -> None:
    text = "Peter Lund waited while President Henrik Tamm himself opened the door."
    assert last(meant_in(text), "himself") == ("Henrik Tamm",)
