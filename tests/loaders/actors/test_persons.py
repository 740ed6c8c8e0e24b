"""Persons: what makes a name, and which mentions are one person."""

from collections.abc import Callable

import pytest

from loaders.extractors.actors.persons import alike, core, fits, keys
from loaders.reading.cast import Cast

CastOf = Callable[[str], Cast]


def persons(cast: Cast) -> dict[str, tuple[str, ...]]:
    return {a.name: a.aliases for a in cast.actors if cast.is_person(a.id)}


def test_a_bare_surname_is_the_person_of_the_text(cast_of: CastOf) -> None:
    text = "Prime Minister Marta Kalnina spoke. Later Kalnina left. Kalnina's aides stayed."
    cast = cast_of(text)
    (actor,) = cast.actors
    assert (actor.id, actor.name, actor.aliases) == ("marta-kalnina", "Marta Kalnina", ("Kalnina",))
    assert [text[m.span.start : m.span.end] for m in actor.mentions] == [
        "Prime Minister Marta Kalnina",
        "Kalnina",
        "Kalnina",
    ]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("President Henrik J. Tamm, Jr. spoke.", "Henrik J. Tamm"),
        ("President Jean-Luc Moreau spoke.", "Jean-Luc Moreau"),
        ("President Omar al-Rashidi spoke.", "Omar al-Rashidi"),
        ("President Lucas de la Cruz spoke.", "Lucas de la Cruz"),
        ('Ambassador William "Will" Porter spoke.', "William Porter"),
        ("King Harald V spoke with Mr.Ilmar Tamm.", "Harald V"),
        ("The envoy met Former Prime Minister John Major in Oslo.", "John Major"),
        ("Minister Yoon Min-seo spoke.", "Yoon Min-seo"),
    ],
)
def test_shapes_of_names(cast_of: CastOf, text: str, name: str) -> None:
    assert name in persons(cast_of(text))


@pytest.mark.parametrize(
    "text",
    [
        "On Monday, President of Latvia spoke.",
        "Madam Speaker, the House will rise.",
        "The frigate USS Porter sailed to Malta.",
        "Fighting went on in Deir Hafer and around Manbij.",
    ],
)
def test_what_is_no_person(cast_of: CastOf, text: str) -> None:
    assert persons(cast_of(text)) == {}


def test_a_list_of_persons(cast_of: CastOf) -> None:
    text = "Senators Alice Brown, Peter Novak and Maria Rossi wrote a letter."
    assert list(persons(cast_of(text))) == ["Alice Brown", "Peter Novak", "Maria Rossi"]


def test_namesakes_are_told_apart_by_their_title(cast_of: CastOf) -> None:
    text = (
        "Vice President Anna Berg met Prime Minister Tomas Berg of Malta. "
        "Prime Minister Berg thanked Vice President Berg."
    )
    cast = cast_of(text)
    at = {text[r.mention.span.start : r.mention.span.end]: r.actors for r in cast.references}
    assert at["Prime Minister Berg"] == ("tomas-berg",)
    assert at["Vice President Berg"] == ("anna-berg",)


def test_two_with_one_name_get_two_ids(cast_of: CastOf) -> None:
    text = "Georgia's president spoke. Later Mr Georgia Berg and Mrs Georgia Lund agreed."
    ids = [a.id for a in cast_of(text).actors] + [a.id for a in cast_of(text).others]
    assert len(ids) == len(set(ids))


def test_core_keeps_initials_and_drops_suffixes() -> None:
    assert core(("Henrik", "J", ".", "Tamm", ",", "Jr")) == ("Henrik", "J.", "Tamm")


def test_keys_fold_and_drop_particles() -> None:
    assert keys(("Omar", "al-Rashidi")) == ("omar", "rashidi")
    assert keys(("Žofia", "Nováková")) == ("zofia", "novakova")


@pytest.mark.parametrize(
    ("short", "full", "one"),
    [
        ("tamm", "henrik tamm", True),
        ("henrik j tamm", "henrik tamm", True),
        ("joe tamm", "joseph tamm", True),
        ("anna tamm", "henrik tamm", False),
        ("fumio mori", "mori fumio", True),
        ("kalnin", "marta kalnina", True),
        ("kal", "marta kalnina", False),
    ],
)
def test_which_names_fit_one_person(short: str, full: str, one: bool) -> None:
    assert fits(tuple(short.split()), tuple(full.split())) is one


def test_surnames_alike_only_at_their_ends() -> None:
    assert alike("zelensk", "zelenska")
    assert not alike("berg", "lund")
    assert not alike("lin", "lind")


def test_speakers_of_a_transcript_in_capitals(cast_of: CastOf) -> None:
    text = "President Henrik Tamm spoke with Anna Lund.\nTAMM: We met.\nLUND: We did."
    cast = cast_of(text)
    meant = {text[r.mention.span.start : r.mention.span.end]: r.actors for r in cast.references}
    assert meant["TAMM"] == ("henrik-tamm",)
    assert meant["LUND"] == ("anna-lund",)


def test_a_title_inside_a_name(cast_of: CastOf) -> None:
    assert list(persons(cast_of("President Hassan Sheikh Omar spoke."))) == ["Hassan Sheikh Omar"]


def test_the_elect(cast_of: CastOf) -> None:
    assert list(persons(cast_of("President-Elect Luiz Moreira spoke."))) == ["Luiz Moreira"]
