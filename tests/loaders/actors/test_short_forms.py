"""Short forms, page and identifiers: the small parts by themselves."""

from collections.abc import Callable

from loaders.extractors.actors.gazetteer import find_hits, gazetteer
from loaders.extractors.actors.identifiers import Identifiers
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.short_forms import abbreviations, bind_short, in_context
from loaders.reading.cast import Cast
from loaders.reading.parse import language

CastOf = Callable[[str], Cast]
PageOf = Callable[[str], Page]


def test_short_names_take_the_key_of_the_full_one(page_of: PageOf) -> None:
    page = page_of("The Supreme Court of the United Kingdom sat. The Supreme Court ruled.")
    keys = [h.key for h in bind_short(page, find_hits(page), gazetteer().entities)]
    assert keys == ["org:Supreme Court of the United Kingdom"] * 2


def test_a_body_that_the_table_knows_is_no_part_of_a_longer_name(page_of: PageOf) -> None:
    page = page_of("The United Nations Security Council sat. The United Nations paid.")
    hits = find_hits(page)
    assert [h.key for h in bind_short(page, hits, gazetteer().entities)] == [h.key for h in hits]
    assert len({h.key for h in hits}) == 2


def test_a_short_name_before_the_full_one_stays(page_of: PageOf) -> None:
    page = page_of("The Supreme Court ruled. The Supreme Court of the United Kingdom sat.")
    keys = [h.key for h in bind_short(page, find_hits(page), gazetteer().entities)]
    assert keys == ["org:Supreme Court", "org:Supreme Court of the United Kingdom"]


def test_no_id_is_both_an_actor_s_and_a_mission_s(cast_of: CastOf) -> None:
    text = (
        "Porter visits Baltic Sea Monitoring Mission\n\nRIGA, May 3, 2026 - Anna Porter met the "
        "Baltic Sea Monitoring Mission in Riga. KFOR praised the Baltic Sea Monitoring Mission."
    )
    cast = cast_of(text)
    actors = {a.id for a in (*cast.actors, *cast.others)}
    missions = {m.id for m in cast.missions}
    assert "kfor" in missions
    assert not actors & missions


def test_a_reserved_id_is_not_given_again() -> None:
    ids = Identifiers()
    ids.reserve("mission:kfor", "kfor")
    assert (ids.of("KFOR", "org:KFOR"), ids.keys["mission:kfor"]) == ("kfor-2", "kfor")


def test_one_word_is_never_a_short_form(page_of: PageOf) -> None:
    page = page_of("The European Parliament and the NATO Parliamentary Assembly met NATO.")
    hits = find_hits(page)
    assert bind_short(page, hits, gazetteer().entities) == hits


def test_states_have_no_bracketed_abbreviation(page_of: PageOf) -> None:
    page = page_of("Malta (MLX) met MLX.")
    assert abbreviations(page, find_hits(page)) == []


def test_a_bracket_with_a_common_word_is_no_abbreviation(page_of: PageOf) -> None:
    page = page_of("The World Bank (here) met here.")
    assert abbreviations(page, find_hits(page)) == []


def test_a_coalition_of_parties_is_not_meant(page_of: PageOf) -> None:
    page = page_of("ISIS fled. They formed a coalition.")
    assert in_context(page, find_hits(page)) == []


def test_ids_are_given_once() -> None:
    ids = Identifiers()
    assert [ids.of("Anna Berg", 1), ids.of("Anna Berg", 2), ids.of("Anna Berg", 1)] == [
        "anna-berg",
        "anna-berg-2",
        "anna-berg",
    ]


def test_a_page_holds_the_headline_in_its_place() -> None:
    text = "Tamm Meets Lund\n\nThey met."
    blank = " " * 15 + text[15:]
    page = Page(language()(blank), language()(text[:15]), 0)
    assert page.source == text
    assert [w.text for w in page.words][:3] == ["Tamm", "Meets", "Lund"]
    assert [t.text for t in page.tokens][:3] == ["Tamm", "Meets", "Lund"]
    assert page.tokens[3].text == "They"


def test_lines_keep_words_apart(page_of: PageOf) -> None:
    page = page_of("One two\nthree")
    assert not page.apart(0, 1)
    assert page.apart(1, 2)
    assert page.lower(-1) == page.lower(9) == ""
    assert page.text(0, 0) == ""
