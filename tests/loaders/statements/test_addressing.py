"""To whom words are said: by the verb, by a letter or call, by calling a name."""

from collections.abc import Callable

import pytest

from loaders.facts import Statement

Listener = Callable[..., tuple[Statement, ...]]
WHO = {
    "Lind": "lind",
    "Bora": "bora",
    "Kyiv": "ukraine",
    "the Harbour Council": "council",
    "Radio Fjord": "radio",
    "leaders": "lind bora",
}


@pytest.mark.parametrize(
    ("text", "addressee"),
    [
        ("Lind told Radio Fjord that the bridge is open.", "radio"),
        ("Lind informed the Harbour Council that the bridge is open.", "council"),
        ("Lind reminded Bora that the bridge is open.", "bora"),
        ("Lind warned Kyiv that the bridge may fall.", "ukraine"),
        ("“The bridge is open,” Lind told Bora.", "bora"),
        ("“The bridge is open,” Lind said to Bora.", "bora"),
        ("Lind asked Bora to open the bridge.", "bora"),
        ("“Open the bridge,” Lind wrote to Kyiv.", "ukraine"),
    ],
)
def test_the_verb_names_whom(text: str, addressee: str, listen: Listener) -> None:
    assert [s.addressee for s in listen(text, WHO)] == [addressee]


@pytest.mark.parametrize(
    "text",
    [
        "Lind told reporters that the bridge is open.",
        "Lind said that the bridge to Kyiv is open.",
        "Lind accused Bora of closing the bridge.",
        "Lind blamed Bora for the broken bridge.",
        "Lind praised Bora for the new bridge.",
        "Lind condemned the attack on Bora.",
        "Lind was told that the bridge is open.",
        "Lind commented on Bora: “The bridge is hers.”",
    ],
)
def test_who_is_only_spoken_of_is_no_addressee(text: str, listen: Listener) -> None:
    assert {s.addressee for s in listen(text, WHO)} <= {None}


@pytest.mark.parametrize(
    "text",
    [
        "In a letter to Bora, Lind said that the bridge is open.",
        "In a phone call with Bora, Lind said that the bridge is open.",
        "Lind said in a message to Bora that the bridge is open.",
    ],
)
def test_letters_and_calls_say_to_whom(text: str, listen: Listener) -> None:
    assert [s.addressee for s in listen(text, WHO)] == ["bora"]


def test_a_call_for_somebody_to_act_is_said_to_them(listen: Listener) -> None:
    (found,) = listen("Lind issued a call for Kyiv to open the bridge.", WHO)
    assert found.addressee == "ukraine"


def test_a_second_verb_takes_the_addressee_of_the_first(listen: Listener) -> None:
    text = "Lind thanked Bora for the bread, adding that the bridge is open."
    assert [s.addressee for s in listen(text, WHO)] == ["bora", "bora"]


def test_thanks_expressed_to_somebody(listen: Listener) -> None:
    (found,) = listen("Lind expressed her condolences to Bora.", WHO)
    assert found.addressee == "bora"


def test_names_called_in_direct_speech(listen: Listener) -> None:
    (found,) = listen("“Thank you, Mr. Bora. The bridge is open,” Lind said.", WHO)
    assert found.addressee == "bora"
    (found,) = listen("“Bora, we are with you on the bridge,” Lind said.", WHO)
    assert found.addressee == "bora"


def test_a_name_spoken_of_in_direct_speech_is_not_called(listen: Listener) -> None:
    (found,) = listen("“I saw Mr. Bora on the bridge,” Lind said.", WHO)
    assert found.addressee is None
