"""Who can't be meant: names below a pronoun, speakers of others, holders of other portfolios."""

from collections.abc import Callable

import pytest

Meant = Callable[[str], list[tuple[str, tuple[str, ...]]]]


def test_he_is_nobody_named_in_his_own_clause(meant_in: Meant) -> None:
    text = (
        "Karl Ozorin spoke in Riga. Peter Tarvel listened. "
        "He said that he talks with Peter Tarvel every day."
    )
    assert [who for words, who in meant_in(text) if words.lower() == "he"] == [
        ("Karl Ozorin",),
        ("Karl Ozorin",),
    ]


def test_a_turn_after_a_dash_is_quoted(meant_in: Meant) -> None:
    text = (
        "Karl Ozorin spoke in Riga.\n\n– Peter Tarvel knows the road – said the guest.\n\n"
        "He left at noon."
    )
    assert ("He", ("Karl Ozorin",)) in meant_in(text)


def test_the_two_ministers_are_not_the_one_who_speaks_of_them(meant_in: Meant) -> None:
    text = (
        "Latvian Finance Minister Karl Ozorin received Maltese Finance Minister Peter Tarvel. "
        "Estonian Finance Minister Paul Lumiste announced that the two ministers would meet again."
    )
    assert ("the two ministers", ("Karl Ozorin", "Peter Tarvel")) in meant_in(text)


def test_the_two_ministers_are_ministers(meant_in: Meant) -> None:
    text = (
        "Latvian Finance Minister Karl Ozorin received Maltese Finance Minister Peter Tarvel. "
        "NATO Secretary General Paul Lumiste came. The two ministers left."
    )
    assert ("The two ministers", ("Karl Ozorin", "Peter Tarvel")) in meant_in(text)


@pytest.mark.parametrize(
    ("title", "who"),
    [
        ("Latvian leader", ("Karl Ozorin",)),
        ("Latvian defense chief", ()),
        ("head of Latvian diplomacy", ("Anna Tarvel",)),
    ],
)
def test_which_head_is_meant(meant_in: Meant, title: str, who: tuple[str, ...]) -> None:
    text = (
        "Latvian President Karl Ozorin and Latvian Foreign Minister Anna Tarvel came. "
        f"The {title} spoke."
    )
    found = [w for words, w in meant_in(text) if words.endswith(title) and w]
    assert found == ([who] if who else [])
