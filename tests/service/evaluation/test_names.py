"""When two names are one actor's."""

import pytest

from service.evaluation.names import Resolver, fold, namings, same
from service.evaluation.records import ActorRecord, Document, MissionRecord


def person(name: str, *aliases: str, mentions: tuple[str, ...] = ()) -> ActorRecord:
    return ActorRecord(name, type="Person", aliases=aliases, mentions=mentions)


def body(name: str, *aliases: str, mentions: tuple[str, ...] = ()) -> ActorRecord:
    return ActorRecord(name, type="Organization", aliases=aliases, mentions=mentions)


@pytest.mark.parametrize(
    ("name", "folded"),
    [
        ("The United Nations", "united nations"),
        ("Vučić", "vucic"),
        ("Anđić", "andjic"),
        ("Michał Sørli", "michal sorli"),
        ("U.S. Navy", "u s navy"),
        ("A. Holm", "holm"),
        ("", ""),
        (None, ""),
    ],
)
def test_folding(name: str | None, folded: str) -> None:
    assert fold(name) == folded


@pytest.mark.parametrize(
    ("one", "other", "is_same"),
    [
        (person("Ana Kovač"), person("ana kovac"), True),
        (person("Ana Kovač"), person("Kovač"), True),
        (person("Ana Kovač"), person("President Kovač"), True),
        (person("Ana Kovač"), person("Ana Marija Kovač"), True),
        (person("Ana Kovač"), person("Ida Kovač"), False),
        (person("Ana Kovač"), person("Ana Holm"), False),
        (person("Ana Kovačević"), person("Ana Kovač"), True),  # cut
        (person("Lu Xi"), person("Lu Xin"), False),  # too short to be a cut name
        (person("Ana Kovač"), person("Holm", "Ana Kovač"), True),
        (person("Ana Kovač"), ActorRecord("Kovač"), True),  # no type told
        (person("Ana Kovač"), body("Kovač"), False),
        (person("President"), person("Minister"), False),  # nothing but titles
        (person("Ana Kovač", mentions=("she",)), person("Ida Holm", mentions=("she",)), False),
        (body("NATO"), body("North Atlantic Treaty Organization", "NATO"), True),
        (body("NATO"), body("The Alliance", mentions=("NATO",)), True),
        (body("NATO"), body("OSCE"), False),
    ],
)
def test_same(one: ActorRecord, other: ActorRecord, is_same: bool) -> None:
    assert same(one, other) is is_same
    assert same(other, one) is is_same


def test_the_same_item_of_wikidata_is_the_same_actor() -> None:
    assert same(ActorRecord("A", wikidata="Q1"), ActorRecord("B", wikidata="Q1"))
    assert not same(ActorRecord("A", wikidata="Q1"), ActorRecord("B", wikidata="Q2"))


def test_namings_hold_mentions_and_no_empty_name() -> None:
    assert namings(ActorRecord(None, aliases=("",), mentions=("The Alliance",))) == {"alliance"}


def test_references_are_ids_then_names_then_themselves() -> None:
    nato = ActorRecord("NATO", id="n", aliases=("the Alliance",))
    resolve = Resolver(Document("a", actors=(nato,), missions=(MissionRecord("KFOR"),)))
    assert resolve("n") is nato
    assert resolve("Alliance") is nato
    assert resolve("kfor") == ActorRecord("KFOR")
    assert resolve("Nobody") == ActorRecord("Nobody")
    assert resolve(None) is None
    assert resolve.all(["n", "x"]) == [nato, ActorRecord("x")]
