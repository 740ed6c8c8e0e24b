"""Lead, place and mandate."""

from collections.abc import Callable

import pytest

from loaders.facts import ActorType, Mission, Stated

Read = Callable[..., tuple[Mission, ...]]
NATO = {"NATO": ActorType.ORGANIZATION}


def given(stated: Stated | None, text: str) -> tuple[str, str, str] | None:
    if stated is None:
        return None
    span = stated.evidence.spans[0]
    return (stated.value, text[span.start : span.end], stated.evidence.rule)


@pytest.mark.parametrize(
    ("text", "words", "rule"),
    [
        ("The NATO-led KFOR grew.", "NATO-led", "mission.lead.led"),
        ("KFOR, a force led by NATO, grew.", "led by NATO", "mission.lead.led-by"),
        (
            "KFOR, under the command of NATO, grew.",
            "under the command of NATO",
            "mission.lead.led-by",
        ),
    ],
)
def test_lead_in_words(missions: Read, text: str, words: str, rule: str) -> None:
    (mission,) = missions(text, NATO)
    assert given(mission.lead, text) == ("NATO", words, rule)


def test_lead_and_place_in_the_name(missions: Read) -> None:
    text = "The United Nations Interim Administration Mission in Kosovo met."
    (mission,) = missions(text)
    name = "United Nations Interim Administration Mission in Kosovo"
    assert given(mission.lead, text) == ("United Nations", name, "mission.lead.name")
    assert given(mission.place, text) == ("Kosovo", name, "mission.place.name")


def test_led_right_before_the_name_counts_beside_other_missions(missions: Read) -> None:
    text = "UNMIK and EULEX spoke with the NATO-led peacekeeping force KFOR about it."
    kfor = next(m for m in missions(text, NATO) if m.id == "kfor")
    assert given(kfor.lead, text) == ("NATO", "NATO-led", "mission.lead.led")
    text = "KFOR is here. The NATO-led alliance, KFOR and EULEX spoke."
    kfor = next(m for m in missions(text, NATO) if m.id == "kfor")
    assert given(kfor.lead, text) == ("NATO", "KFOR", "mission.lead.known")


def test_what_only_the_table_knows_behind_an_abbreviation_is_less_sure(missions: Read) -> None:
    text = "MINUSCA grew."
    (mission,) = missions(text)
    assert given(mission.lead, text) == ("United Nations", "MINUSCA", "mission.lead.known")
    assert given(mission.place, text) == (
        "Central African Republic",
        "MINUSCA",
        "mission.place.known",
    )
    assert mission.lead is not None
    assert mission.lead.evidence.confidence == 0.6


def test_a_lead_that_no_name_holds_is_left_out(missions: Read) -> None:
    (alone,) = missions("Barkhane ended.")
    (beside,) = missions("Barkhane ended. So said France.", {"France": ActorType.STATE})
    assert (alone.lead, beside.lead) == (None, None)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The French envoy met Barkhane.", ["French", "Barkhane"]),
        ("France says so. Our Operation Barkhane ended.", ["Our", "Operation Barkhane"]),
        ("France says so. Our Operation Sand [Barkhane] ended.", ["Our", "Barkhane"]),
    ],
)
def test_a_known_lead_that_the_sentence_names(missions: Read, text: str, words: list[str]) -> None:
    (mission,) = missions(text, {"France": ActorType.STATE})
    assert mission.lead is not None
    evidence = mission.lead.evidence
    assert mission.lead.value == "France"
    assert [text[s.start : s.end] for s in evidence.spans] == words
    assert (evidence.rule, evidence.confidence) == ("mission.lead.known", 0.6)


def test_the_leader_is_the_body_of_that_very_name(missions: Read) -> None:
    bodies = dict.fromkeys(("United Nations Council", "United Nations"), ActorType.ORGANIZATION)
    text = "The United Nations Council met. The United Nations sent MINUSCA."
    (mission,) = missions(text, bodies)
    assert mission.lead is not None
    assert mission.lead.value == "United Nations"


def test_a_place_that_the_name_hides_needs_its_words(missions: Read) -> None:
    (bare,) = missions("ISAF ended.")
    text = "ISAF ended in Afghanistan."
    (told,) = missions(text)
    assert bare.place is None
    assert given(told.place, text) == ("Afghanistan", "Afghanistan", "mission.place.sentence")
    (people,) = missions("ISAF trained Afghanistani cooks.")
    assert people.place is None


def test_a_place_beside_a_name_without_one(missions: Read) -> None:
    text = "Operation Inherent Resolve in Syria went on."
    (mission,) = missions(text)
    assert given(mission.place, text) == ("Syria", "Syria", "mission.place.in")


def test_a_pattern_gives_lead_and_place(missions: Read) -> None:
    (mission,) = missions("The EU Police Training Mission in Ruritania opened.")
    assert mission.lead is not None
    assert mission.place is not None
    assert (mission.lead.value, mission.place.value) == ("European Union", "Ruritania")


def test_mandate_in_the_sentence(missions: Read) -> None:
    text = "Under its mandate from Resolution 1244, KFOR patrols."
    (mission,) = missions(text)
    assert given(mission.mandate, text) == (
        "United Nations Security Council Resolution 1244",
        "Resolution 1244",
        "mission.mandate.sentence",
    )


def test_a_mandate_that_is_known_is_named_soon_after(missions: Read) -> None:
    text = "KFOR is ready. Resolution 1244 binds everyone."
    (mission,) = missions(text)
    assert mission.mandate is not None
    assert mission.mandate.evidence.rule == "mission.mandate.known"


def test_an_instrument_nearby_is_no_mandate(missions: Read) -> None:
    (mission,) = missions("KFOR is ready. Resolution 1325 speaks of women.")
    assert mission.mandate is None
    (other,) = missions("Under the Paris Agreement, said KFOR, states report.")
    assert other.mandate is None
