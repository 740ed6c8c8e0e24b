"""Bodies that no table knows, by what they do."""

from collections.abc import Callable

import pytest

from loaders.facts import ActorType
from loaders.reading.cast import Cast

CastOf = Callable[[str], Cast]


def _bodies(cast: Cast) -> list[str]:
    return [a.name for a in cast.actors if a.type is ActorType.ORGANIZATION]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("The army said that the bridge was closed.", ["Army"]),
        ("Later, the palace announced that the king was ill.", ["Palace"]),
        ("The ministry crossed the bridge.", []),
        ("A rebel army said that the bridge was closed.", []),
        ("The Kenyan military advanced. The army said that it was over.", ["Kenyan military"]),
        ("He spoke to the army.", []),
    ],
)
def test_nouns_that_say_something(cast_of: CastOf, text: str, names: list[str]) -> None:
    assert _bodies(cast_of(text)) == names


@pytest.mark.parametrize(
    ("text", "names"),
    [
        (
            "The Irmet Independent School District said that it would close.",
            ["Irmet Independent School District"],
        ),
        ("The Affordable Rope Act said so.", []),
        ("They visited the Irmet Independent School District.", []),
    ],
)
def test_names_that_say_something(cast_of: CastOf, text: str, names: list[str]) -> None:
    assert _bodies(cast_of(text)) == names


def test_a_noun_alone_is_the_body_named_in_full(cast_of: CastOf) -> None:
    text = "The Church of Narva denied it. The Church said that it was false."
    assert _bodies(cast_of(text)) == ["Church of Narva"]
