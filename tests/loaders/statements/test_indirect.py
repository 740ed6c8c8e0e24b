"""Reported clauses: behind, before and around the cue."""

from collections.abc import Callable

import pytest

Heard = Callable[[str, dict[str, str]], list[tuple[str, str]]]
WHO = {
    "Lind": "lind",
    "Bora": "bora",
    "She": "lind",
    "leaders": "lind bora",
    "They": "lind bora",
    "Radio One": "radio",
    "Kyiv": "ukraine",
    "ministry": "ministry",
    "police": "police",
    "army": "army",
}


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("Lind said that the bridge is open.", "the bridge is open"),
        ("Lind said the bridge is open.", "the bridge is open"),
        ("Lind told reporters that the bridge is open.", "the bridge is open"),
        ("Lind told reporters the bridge is open.", "the bridge is open"),
        ("Lind said on Monday in the capital that the bridge is open.", "the bridge is open"),
        ("Lind made clear that the bridge is open.", "the bridge is open"),
        ("Lind made clear the bridge is open.", "the bridge is open"),
        ("Lind pointed out that the bridge is open.", "the bridge is open"),
        ("Lind is pleased to announce that the bridge is open.", "the bridge is open"),
        ("Lind went on to say that the bridge is open.", "the bridge is open"),
        ("Lind continued by saying that the bridge is open.", "the bridge is open"),
        ("The bridge is open, Lind said.", "The bridge is open"),
        ("The bridge is open, said Lind.", "The bridge is open"),
        ("And the bridge is open, Lind added.", "the bridge is open"),
        ("As Lind has said, the bridge is open.", "the bridge is open"),
        ("As Lind told Radio One, the bridge is open.", "the bridge is open"),
        ("Stating that the bridge is open, Lind left.", "the bridge is open"),
    ],
)
def test_one_clause(text: str, said: str, heard: Heard) -> None:
    assert heard(text, WHO) == [("lind", said)]


def test_cue_inside_the_clause_gives_one_span_across(heard: Heard) -> None:
    text = "The fleet, added Minister Bora, is a modern force."
    assert heard(text, WHO) == [("bora", text.rstrip("."))]
    text = "In the north, Bora said, the forces continue to advance."
    assert heard(text, WHO) == [("bora", text.rstrip("."))]


def test_reasons_belong_to_what_is_said(heard: Heard) -> None:
    text = "Lind said that the bridge is open because the river fell."
    assert heard(text, WHO) == [("lind", "the bridge is open because the river fell")]


def test_how_and_when_it_was_said_does_not(heard: Heard) -> None:
    text = "Lind announced that the bridge is open in a statement on Monday."
    ((speaker, said),) = heard(text, WHO)
    assert speaker == "lind"
    assert said in {"the bridge is open", "the bridge is open in a statement on Monday"}


def test_joined_verbs_are_statements_each(heard: Heard) -> None:
    text = "Lind said that the bridge is open, stressed that it is safe, and denied that it shook."
    assert heard(text, WHO) == [
        ("lind", "the bridge is open"),
        ("lind", "it is safe"),
        ("lind", "it shook"),
    ]


def test_participle_behind_a_comma(heard: Heard) -> None:
    text = "Lind said the bridge is open, adding that it is safe."
    assert heard(text, WHO) == [("lind", "the bridge is open"), ("lind", "it is safe")]


def test_who_speaks_of_himself_goes_on(heard: Heard) -> None:
    text = "Kyiv said it was opposed to the test and warned Bora to refrain from it."
    assert heard(text, WHO) == [
        ("ukraine", "it was opposed to the test"),
        ("ukraine", "Bora to refrain from it"),
    ]


def test_clauses_joined_inside_what_is_said(heard: Heard) -> None:
    text = "Lind said that the bridge was open, and there was no evidence of a fire."
    assert heard(text, WHO) == [
        ("lind", "the bridge was open, and there was no evidence of a fire")
    ]


def test_clause_of_the_article_behind_what_is_said(heard: Heard) -> None:
    text = "Lind said that the bridge is open, but workers still close it at night."
    assert heard(text, WHO)[0] in {
        ("lind", "the bridge is open"),
        ("lind", "the bridge is open, but workers still close it at night"),
    }


def test_quoted_end_of_a_clause_before_its_cue(heard: Heard) -> None:
    text = "The bridge “is a gift to all of our people in the north,” Minister Lind said."
    assert heard(text, WHO) == [
        ("lind", "The bridge “is a gift to all of our people in the north,”"),
    ]


def test_two_subjects_joined(heard: Heard) -> None:
    text = "Lind said that the bridge is open, and Bora denied that it is safe."
    assert heard(text, WHO) == [("lind", "the bridge is open"), ("bora", "it is safe")]


def test_subject_behind_with(heard: Heard) -> None:
    text = "The team met in the capital, with Lind noting that the bridge is open."
    assert heard(text, WHO) == [("lind", "the bridge is open")]


def test_relative_clause(heard: Heard) -> None:
    text = "Critics met Lind, who said that the bridge is open."
    assert heard(text, WHO) == [("lind", "the bridge is open")]


def test_joint_speakers(heard: Heard) -> None:
    assert heard("The leaders agreed that the bridge is safe.", WHO) == [
        ("lind+bora", "the bridge is safe")
    ]
    assert heard("Lind and Bora agreed that the bridge is safe.", WHO) == [
        ("lind+bora", "the bridge is safe")
    ]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        ("Kyiv said that the bridge is open.", "ukraine"),
        ("The ministry said in a statement that the bridge is open.", "ministry"),
        ("Police said the bridge is open.", ""),
        ("A spokesman for the ministry said the bridge is open.", "ministry"),
        ("The army released a statement saying that the bridge is open.", "army"),
        ("State television quoted the army as saying that the bridge is open.", "army"),
        ("The army was quoted as saying that the bridge is open.", "army"),
    ],
)
def test_who_speaks_for_whom(text: str, speaker: str, heard: Heard) -> None:
    assert heard(text, WHO) == ([(speaker, "the bridge is open")] if speaker else [])


def test_a_medium_that_reports_words_of_others_is_no_speaker(heard: Heard) -> None:
    text = "Radio One reported that Lind said the bridge is open."
    assert heard(text, WHO) == [("lind", "the bridge is open")]
    text = "Radio One reported that the bridge is open."
    assert heard(text, WHO) == [("radio", "the bridge is open")]


def test_of_nested_speech_the_outer_speaker_counts(heard: Heard) -> None:
    text = "Lind said that Bora denied the bridge is open."
    assert heard(text, WHO) == [("lind", "Bora denied the bridge is open")]


def test_courts_say_what_they_find(heard: Heard) -> None:
    who = {"court": "court"}
    assert heard("The court found that the law is void.", who) == [("court", "the law is void")]
    assert heard("The court ruled that the law is void.", who) == [("court", "the law is void")]


def test_quoted_words_make_it_mixed(listen: Callable[..., tuple]) -> None:  # type: ignore[type-arg]
    text = "Lind said the bridge was “a gift to all of us” and safe."
    (found,) = listen(text, WHO)
    assert text[found.span.start : found.span.end] == text[len("Lind said ") : -1]
    assert found.form.value == "mixed"
