"""At which meeting words were said, and to whom across its table."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from loaders.facts import Evidence, Meeting, Participation, Span, Statement, Status

Listener = Callable[..., tuple[Statement, ...]]
WHO = {"Lind": "lind", "Bora": "bora", "Adler": "adler", "Both": "lind bora"}
HEADLINE = "Readout of the call between Lind and Bora\n\n"


def told(text: str, sentence: str, *sides: str, status: Status = Status.HELD) -> Meeting:
    start = text.index(sentence)
    evidence = Evidence((Span(start, start + len(sentence)),), "test")
    parts = tuple(
        Participation(actor, side=side)
        for side, named in enumerate(sides)
        for actor in named.split()
    )
    return Meeting("m1", parts, status, "call", evidence, evidence)


def test_what_one_side_said_is_said_to_the_other(listen: Listener) -> None:
    text = "Lind met Bora. Lind underlined that the bridge is open."
    (found,) = listen(text, WHO, (told(text, "Lind met Bora.", "lind", "bora"),))
    assert found.addressee is None  # nothing ties the words to the meeting
    text = "Lind met Bora and underlined that the bridge is open."
    (found,) = listen(text, WHO, (told(text, "Lind met Bora", "lind", "bora"),))
    assert (found.meeting, found.addressee) == ("m1", "bora")


def test_in_a_readout_the_words_after_the_meeting_belong_to_it(listen: Listener) -> None:
    text = HEADLINE + "Lind met Bora. It rained.\n\nLind underlined that the bridge is open."
    meeting = told(text, "Lind met Bora.", "lind", "bora")
    (found,) = listen(text, WHO, (meeting,), headline=Span(0, len(HEADLINE) - 2))
    assert (found.meeting, found.addressee) == ("m1", "bora")


def test_of_several_across_the_first_is_named(listen: Listener) -> None:
    text = "Lind met Bora and Adler and underlined that the bridge is open."
    (found,) = listen(text, WHO, (told(text, "Lind met Bora and Adler", "lind", "bora adler"),))
    assert found.addressee == "bora"


def test_both_sides_together_speak_to_nobody(listen: Listener) -> None:
    text = HEADLINE + "Lind met Bora. Both underlined that the bridge is open."
    meeting = told(text, "Lind met Bora.", "lind", "bora")
    (found,) = listen(text, WHO, (meeting,), headline=Span(0, len(HEADLINE) - 2))
    assert (found.meeting, found.addressee) == ("m1", None)


@pytest.mark.parametrize(
    "said",
    [
        "Lind told reporters that the bridge is open.",
        "Lind said at a press conference that the bridge is open.",
        "“The bridge is open,” Lind said.",
    ],
)
def test_words_for_the_press_are_not_said_across_the_table(said: str, listen: Listener) -> None:
    text = f"{HEADLINE}Lind met Bora. {said}"
    meeting = told(text, "Lind met Bora.", "lind", "bora")
    (found,) = listen(text, WHO, (meeting,), headline=Span(0, len(HEADLINE) - 2))
    assert found.addressee is None


def test_a_meeting_told_as_background_or_not_held_is_no_occasion(listen: Listener) -> None:
    text = f"{HEADLINE}After Lind met Bora, it rained. Lind underlined that the bridge is open."
    behind = told(text, "After Lind met Bora, it rained.", "lind", "bora")
    (found,) = listen(text, WHO, (behind,), headline=Span(0, len(HEADLINE) - 2))
    assert (found.meeting, found.addressee) == (None, None)
    text = f"{HEADLINE}Lind will meet Bora. Lind underlined that the bridge is open."
    coming = told(text, "Lind will meet Bora.", "lind", "bora", status=Status.PLANNED)
    (found,) = listen(text, WHO, (coming,), headline=Span(0, len(HEADLINE) - 2))
    assert (found.meeting, found.addressee) == (None, None)


def test_an_invitation_is_accepted_at_the_meeting_held_not_at_the_one_to_come(
    listen: Listener,
) -> None:
    text = f"{HEADLINE}Lind met Bora. Lind accepted an invitation to visit Bora."
    held = told(text, "Lind met Bora.", "lind", "bora")
    sentence = "Lind accepted an invitation to visit Bora."
    coming = replace(told(text, sentence, "lind", "bora", status=Status.PLANNED), id="m2")
    (found,) = listen(text, WHO, (held, coming), headline=Span(0, len(HEADLINE) - 2))
    assert (found.meeting, found.addressee) == ("m1", "bora")


def test_a_headline_that_only_names_a_summit_makes_no_readout(listen: Listener) -> None:
    head = "Lind leaves the summit early\n\n"
    text = f"{head}Lind met Bora. It rained.\n\nLind underlined that the bridge is open."
    meeting = told(text, "Lind met Bora.", "lind", "bora")
    (found,) = listen(text, WHO, (meeting,), headline=Span(0, len(head) - 2))
    assert (found.meeting, found.addressee) == (None, None)


def test_with_sides_unknown_only_a_pair_is_told_apart(listen: Listener) -> None:
    text = "Lind met Bora and underlined that the bridge is open."
    start = Evidence((Span(0, 13),), "test")
    pair = (Participation("lind"), Participation("bora"))
    (found,) = listen(text, WHO, (Meeting("m1", pair, Status.HELD, "call", start, start),))
    assert found.addressee == "bora"
    more = (*pair, Participation("adler"))
    (found,) = listen(text, WHO, (Meeting("m1", more, Status.HELD, "call", start, start),))
    assert found.addressee is None
