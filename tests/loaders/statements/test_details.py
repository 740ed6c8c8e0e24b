"""Addressee, act, channel, about, meeting, form and cue of a statement."""

from collections.abc import Callable

import pytest

from loaders.facts import Evidence, Meeting, Participation, Span, Statement, Status

Listener = Callable[..., tuple[Statement, ...]]
WHO = {"Lind": "lind", "Bora": "bora", "leaders": "lind bora", "Kyiv": "ukraine"}


def meeting(text: str, sentence: str, *actors: str) -> Meeting:
    start = text.index(sentence)
    evidence = Evidence((Span(start, start + len(sentence)),), "test")
    parts = tuple(Participation(a) for a in actors)
    return Meeting("m1", parts, Status.HELD, "meeting", evidence, evidence)


@pytest.mark.parametrize(
    ("text", "act", "addressee"),
    [
        ("Lind told Bora that the bridge is open.", "inform", "bora"),
        ("Lind assured Bora that the bridge is open.", "commit", "bora"),
        ("Lind thanked Bora for the bread.", "thank", "bora"),
        ("Lind congratulated Bora on the victory.", "congratulate", "bora"),
        ("Lind urged Bora to open the bridge.", "request", "bora"),
        ("Lind called on Bora to open the bridge.", "request", "bora"),
        ("Lind called for an end to the war.", "request", None),
        ("Lind spoke of a new bridge.", "inform", None),
        ("Lind condemned the attack on the bridge.", "condemn", None),
        ("Lind denied that the bridge shook.", "deny", None),
        ("Lind warned that the bridge may fall.", "warn", None),
        ("Lind threatened to close the bridge.", "threaten", None),
        ("Lind pledged to open the bridge.", "commit", None),
        ("Lind agreed to open the bridge.", "agree", None),
        ("Lind announced that the bridge is open.", "announce", None),
        ("Lind demanded that the bridge be opened.", "demand", None),
        ("Lind expressed concern over the bridge.", "expressConcern", None),
        ("Lind voiced support for the bridge.", "support", None),
        ("Lind offered condolences to the families of the town.", "condole", None),
    ],
)
def test_act_and_addressee(text: str, act: str, addressee: str | None, listen: Listener) -> None:
    (found,) = listen(text, WHO)
    assert (found.act, found.addressee) == (act, addressee)


@pytest.mark.parametrize(
    ("text", "channel"),
    [
        ("Lind said in a statement that the bridge is open.", "release"),
        ("“We have opened the bridge,” Lind said in an interview.", "interview"),
        ("“We have opened the bridge,” Lind said at a news conference.", "pressConference"),
        ("“We have opened the bridge,” Lind said on Twitter.", "post"),
        ("“We have opened the bridge,” Lind tweeted.", "post"),
        ("“We have opened the bridge,” Lind said in a speech.", "speech"),
        ("“We have opened the bridge,” Lind wrote in a letter.", "letter"),
        ("“We have opened the bridge,” Lind said.", None),
    ],
)
def test_channel(text: str, channel: str | None, listen: Listener) -> None:
    (found,) = listen(text, WHO)
    assert found.channel == channel


def test_about_are_the_actors_inside_the_words(listen: Listener) -> None:
    (found,) = listen("Lind said that Kyiv trusts Bora.", WHO)
    assert found.about == ("ukraine", "bora")


def test_words_at_a_meeting_told_in_the_same_sentence(listen: Listener) -> None:
    text = "Lind met Bora and said that the bridge is open. It rained."
    (found,) = listen(text, WHO, (meeting(text, "Lind met Bora", "lind", "bora"),))
    assert found.meeting == "m1"


@pytest.mark.parametrize(
    ("sentence", "at"),
    [
        ("During the meeting, Lind said that the bridge is open.", "m1"),
        ("Lind told Bora that the bridge is open.", "m1"),
        ("The leaders agreed that the bridge is open.", "m1"),
        ("Lind said that the bridge is open.", None),
    ],
)
def test_words_after_a_meeting(sentence: str, at: str | None, listen: Listener) -> None:
    text = f"Lind met Bora. {sentence}"
    (found,) = listen(text, WHO, (meeting(text, "Lind met Bora.", "lind", "bora"),))
    assert found.meeting == at


def test_words_of_somebody_who_was_not_there(listen: Listener) -> None:
    text = "Lind met Bora. During the meeting, Kyiv said that the bridge is open."
    (found,) = listen(text, WHO, (meeting(text, "Lind met Bora.", "lind", "bora"),))
    assert found.meeting is None


def test_cue_and_evidence_are_exact(listen: Listener) -> None:
    text = "Lind said that the bridge is open."
    (found,) = listen(text, WHO)
    assert found.cue == Span(5, 9)
    assert found.evidence.spans == (Span(15, 33), Span(5, 9))
    assert found.evidence.rule == "statement.indirect.clause"
    assert found.id == "s1"
