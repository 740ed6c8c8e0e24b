"""Quotations and who says them."""

from collections.abc import Callable

import pytest

Heard = Callable[[str, dict[str, str]], list[tuple[str, str]]]
WHO = {
    "Anna Lind": "lind",
    "Lind": "lind",
    "Bora": "bora",
    "She": "lind",
    "she": "lind",
    "he": "bora",
    "He": "bora",
}


@pytest.mark.parametrize(
    "text",
    [
        "“We are ready to talk,” Lind said.",
        "“We are ready to talk,” said Lind.",
        "“We are ready to talk”, said Foreign Minister Anna Lind.",
        "Lind said, “We are ready to talk,” during a visit.",
        "Lind said: “We are ready to talk,”",
        "Lind wrote “We are ready to talk,” on Monday.",
        "Lind told reporters in the capital, “We are ready to talk,”",
        "“We are ready to talk,” Lind told reporters after the vote.",
        "In a short speech, Lind declared: “We are ready to talk,”",
        "“We are ready to talk,” said Capt. Anna Lind, commander of the guard.",
        "“We are ready to talk,” according to a note by Lind.",
        "As Minister Lind told the Daily News, “We are ready to talk,”",
        "Lind commented on the vote — which the Daily News saw as a gift — “We are ready to talk,”",
    ],
)
def test_cue_before_or_behind(text: str, heard: Heard) -> None:
    said = "We are ready to talk" + ("," if "talk,”" in text else "")
    assert heard(text, WHO) == [("lind", said)]


def test_broken_by_the_cue_are_two(heard: Heard) -> None:
    text = "“We are ready,” said Lind. “Nobody else has offered a plan so far.”"
    assert heard(text, WHO) == [
        ("lind", "We are ready,"),
        ("lind", "Nobody else has offered a plan so far."),
    ]


def test_broken_inside_a_sentence(heard: Heard) -> None:
    text = "“We are ready,” Lind said, “and therefore nobody should wait for others.”"
    assert heard(text, WHO) == [
        ("lind", "We are ready,"),
        ("lind", "and therefore nobody should wait for others."),
    ]


def test_next_speaker_before_his_own_quotation(heard: Heard) -> None:
    text = "“We are ready to talk.” Bora later added, “They are not ready at all.”"
    assert ("bora", "They are not ready at all.") in heard(text, WHO)


def test_sentence_behind_a_closed_quotation_is_no_cue(heard: Heard) -> None:
    text = "Lind said, “We are ready.” Bora stressed that the road was long."
    assert heard(text, WHO) == [("lind", "We are ready."), ("bora", "the road was long")]


def test_paragraphs_that_each_open_a_mark_are_one(heard: Heard) -> None:
    text = "Lind said: “We are ready.\n\n“We shall wait for them.”"
    assert heard(text, WHO) == [("lind", "We are ready.\n\n“We shall wait for them.")]


def test_quoted_sentences_in_a_row_are_one(heard: Heard) -> None:
    text = "Lind said: “We are ready to talk.” “We shall wait for them.”"
    assert heard(text, WHO) == [("lind", "We are ready to talk.” “We shall wait for them.")]


def test_without_a_cue_the_sentence_before_names_the_speaker(heard: Heard) -> None:
    text = "Lind criticized the vote. “This has never happened in our long history.”"
    assert ("lind", "This has never happened in our long history.") in heard(text, WHO)


def test_colon_behind_a_sentence_without_a_verb_of_speech(heard: Heard) -> None:
    text = "Lind had another view of it: “This has never happened before.”"
    assert heard(text, WHO) == [("lind", "This has never happened before.")]


def test_cue_inside_the_marks_stays(heard: Heard) -> None:
    text = "“The force, she continued, is ready to help with all missions.\n\nIt rained."
    assert heard("Lind said no more.\n\n" + text, WHO) in (
        [("lind", "The force, she continued, is ready to help with all missions.")],
        [],
    )


def test_statement_that_reads(heard: Heard) -> None:
    text = "Lind issued a statement on Monday. “Nobody was hurt in the attack,” read the statement."
    assert heard(text, WHO) == [("lind", "Nobody was hurt in the attack,")]


def test_statement_in_which_somebody_spoke(heard: Heard) -> None:
    text = (
        "Lind, in a statement on Monday, announced that the bridge is open. "
        "The statement also said that nobody was hurt."
    )
    assert heard(text, WHO) == [("lind", "the bridge is open"), ("lind", "nobody was hurt")]


def test_doubled_marks(heard: Heard) -> None:
    text = '"""We are hoping for help,"" Lind said, adding that the talks might end."'
    assert heard(text, WHO) == [
        ("lind", "We are hoping for help,"),
        ("lind", "the talks might end"),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "Lind walked through the so-called “safe zone” on Monday.",
        "Lind read “The Long Road Home” on the train.",
        "Fans held signs that read “Stop the war” near Lind.",
    ],
)
def test_scare_quotes_and_titles_are_none(text: str, heard: Heard) -> None:
    assert heard(text, WHO) == []


def test_unknown_speaker_makes_no_statement(heard: Heard) -> None:
    assert heard("“We are ready to talk,” a passer-by said.", WHO) == []
