"""Bodies that a common noun beside their name tells, and campaigns by their candidate."""

from collections.abc import Callable

import pytest

from loaders.facts import ActorType
from loaders.reading.cast import Cast

CastOf = Callable[[str], Cast]


def _bodies(cast: Cast) -> list[str]:
    return [a.name for a in cast.actors if a.type is ActorType.ORGANIZATION]


@pytest.mark.parametrize(
    ("text", "body"),
    [
        ("The rebel group Sons of the Desert denied the raid.", "Sons of the Desert"),
        ("Pharmaceutical company Nordexa denied the report.", "Nordexa"),
        ("The Islamist group Ansar al-Narwa seized the town.", "Ansar al-Narwa"),
        ("Medical charity Doctors of the Delta asked for access.", "Doctors of the Delta"),
        ("The Dernovo newspaper reported that the ferry sank.", "Dernovo"),
        ("The minister told al-Lundiya television that the ferry sank.", "al-Lundiya"),
        ("Anna Brandt lost. The Brandt campaign denied the report.", "Brandt campaign"),
    ],
)
def test_a_noun_tells_the_body(cast_of: CastOf, text: str, body: str) -> None:
    assert _bodies(cast_of(text)) == [body]


@pytest.mark.parametrize(
    "text",
    [
        "The company Tuesday denied the report.",
        "The group Anna Lund founded denied the report.",
        "He told the newspaper President Anna Lund was ill.",
        "The Estonian newspaper denied the report.",
        "The Estonia campaign went on.",
    ],
)
def test_no_body_is_made_of_days_persons_and_states(cast_of: CastOf, text: str) -> None:
    assert _bodies(cast_of(text)) == []


def test_other_mentions_of_the_name_are_the_bodys(cast_of: CastOf) -> None:
    text = "The rebel group Sons of Narwa fled. Later Sons of Narwa returned."
    (body,) = cast_of(text).actors
    assert [text[m.span.start : m.span.end] for m in body.mentions] == ["Sons of Narwa"] * 2
