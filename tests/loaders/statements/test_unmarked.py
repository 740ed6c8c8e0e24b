"""Direct speech that only the layout marks: transcripts, paragraphs after a colon, dashes."""

from collections.abc import Callable

import pytest

from loaders.facts import Span

Heard = Callable[[str, dict[str, str]], list[tuple[str, str]]]
WHO = {"LIND": "lind", "BORA": "bora", "Lind": "lind", "Bora": "bora"}


@pytest.fixture
def heard_in(listen: Callable[..., tuple]) -> Heard:  # type: ignore[type-arg]
    """(speaker, words) of each statement under a headline that is the first line."""

    def hearing(text: str, who: dict[str, str]) -> list[tuple[str, str]]:
        found = listen(text, who, (), Span(0, text.index("\n")))
        return [(s.speaker, text[s.span.start : s.span.end]) for s in found]

    return hearing


def test_turns_of_a_transcript(heard: Heard) -> None:
    text = (
        "Remarks After a Meeting\n\nMINISTER LIND: We talked. It went well.\n\n"
        "MR. BORA: (Inaudible.)\n\nI want to thank the minister.\n\nThe road is long.\n\n"
        "MINISTER LIND: Yes. (Laughter.)\n\n10:30 A.M. CET\n"
    )
    assert heard(text, WHO) == [
        ("lind", "We talked. It went well."),
        ("bora", "I want to thank the minister.\n\nThe road is long."),
        ("lind", "Yes."),
    ]


def test_questions_of_a_transcript_have_no_speaker(heard: Heard) -> None:
    text = "MS. LIND: Good morning.\n\nQ Will you go?\n\nMS. LIND: Perhaps.\n"
    assert heard(text, WHO) == [("lind", "Good morning."), ("lind", "Perhaps.")]


def test_paragraphs_after_a_colon(heard: Heard) -> None:
    text = "Foreign Secretary Lind said:\n\nI welcome the accord.\n\nIt will last for years.\n"
    assert heard(text, WHO) == [("lind", "I welcome the accord.\n\nIt will last for years.")]


def test_heading_with_a_colon_is_no_cue(heard: Heard) -> None:
    assert heard("Participants from the office of Lind:\n\nBora was there.\n", WHO) == []


def test_list_after_a_colon_is_no_speech(heard: Heard) -> None:
    assert heard("Lind said:\n\n- one\n\n- two\n", WHO) == []


def test_dash_on_both_sides(heard: Heard) -> None:
    text = "– We have many programmes. They bring us closer together – said Lind.\n"
    assert heard(text, WHO) == [("lind", "We have many programmes. They bring us closer together")]


def test_dash_before_the_cue_alone(heard: Heard) -> None:
    text = "We sent soldiers because the tension grew – Lind concluded.\n"
    assert heard(text, WHO) == [("lind", "We sent soldiers because the tension grew")]


def test_dashes_around_an_aside_are_no_quotation(heard: Heard) -> None:
    text = "The road – two miles of it – is closed, and nobody knows what Lind said to him.\n"
    assert heard(text, WHO) == []


def test_label_with_an_honorific_keeps_an_unknown_name(heard: Heard) -> None:
    text = "MS. LIND: Good morning.\n\nMR. MCKAY: Thank you. Call me McKay.\n"
    assert heard(text, WHO) == [("lind", "Good morning."), ("McKay", "Thank you. Call me McKay.")]


def test_repeated_label_with_an_office_keeps_an_unknown_name(heard: Heard) -> None:
    text = (
        "Remarks by Prime Minister Orr\n\nPRIME MINISTER ORR: Good morning.\n\n"
        "SENIOR OFFICIAL: Hello.\n\nSENIOR OFFICIAL: Yes.\n\nPRIME MINISTER ORR: Thank you.\n\n"
        "MINISTER LIND: Welcome.\n"
    )
    assert heard(text, WHO) == [
        ("Orr", "Good morning."),
        ("Orr", "Thank you."),
        ("lind", "Welcome."),
    ]


def test_heading_in_capitals_is_no_label(heard: Heard) -> None:
    assert heard("NAMES SENT TO THE SENATE:\n\nAnna Bora, of the north.\n", WHO) == []


def test_statement_in_the_first_person_is_its_authors(listen: Callable[..., tuple]) -> None:  # type: ignore[type-arg]
    body = (
        "Over the past days I have been in close contact with all of my friends in the north.\n\n"
        "I am sure that they will stay."
    )
    text = f"Statement by Minister Lind on the North\n\nMay 3, 2021\n\n{body}\n"
    (found,) = listen(text, WHO, (), Span(0, 39))
    assert text[found.span.start : found.span.end] == body
    assert (found.speaker, found.channel) == ("lind", "release")
    assert found.evidence.rule == "statement.direct.document"


def test_i_and_we_in_such_a_statement_are_its_author(heard_in: Heard) -> None:
    body = (
        "Over the past days I have been in close contact with all of my friends in the north.\n\n"
        "I urge Bora to stay. We welcome the vote of the town."
    )
    assert heard_in(f"Statement by Minister Lind on the North\n\n{body}\n", WHO) == [
        ("lind", body),
        ("lind", "Bora to stay"),
        ("lind", "welcome the vote of the town"),
    ]


def test_statement_in_the_third_person_is_read_as_a_report(listen: Callable[..., tuple]) -> None:  # type: ignore[type-arg]
    text = (
        "Statement by Minister Lind on the North\n\n"
        "The envoy Bora said that the bridge in the north is open, after months of work on it.\n"
    )
    (found,) = listen(text, WHO, (), Span(0, 39))
    assert found.speaker == "bora"


def test_an_office_as_label_is_who_holds_it_in_the_headline(heard_in: Heard) -> None:
    text = (
        "Remarks by Chairman Lind on the Bridge\n\nTHE CHAIRMAN: Good morning to you.\n\n"
        "Q Will you call on Bora, Mr. Chairman?\n\nTHE CHAIRMAN: Tomorrow. Bora knows it.\n"
    )
    assert heard_in(text, WHO) == [
        ("lind", "Good morning to you."),
        ("lind", "Tomorrow. Bora knows it."),
    ]


@pytest.mark.parametrize("marks", ["", "  ", "**"])
def test_written_labels_are_turns_where_a_name_of_the_cast_comes_twice(
    marks: str, heard: Heard
) -> None:
    text = (
        "A talk about bridges\n\n**Question:** Is the bridge open?\n\n"
        "**Lind:** It is open since May.\n\n**Question:** And the road?\n\n"
        "**Lind:** The road is next. It is long.\n\nIn the evening Lind went home to the island.\n"
    )
    assert heard(text.replace("**", marks), WHO) == [
        ("lind", "It is open since May."),
        ("lind", "The road is next. It is long."),
    ]


@pytest.mark.parametrize(
    "text",
    [
        "A note\n\nLind: a life of bridges.\n\nIt rained on the town.\n",
        "A note\n\nPrice: ten crowns.\n\nPlace: the town hall.\n\nPrice: two crowns.\n",
    ],
)
def test_a_line_with_a_colon_is_no_turn(text: str, heard: Heard) -> None:
    assert heard(text, WHO) == []


def test_a_dash_before_who_answers(heard: Heard) -> None:
    text = "Some asked.\n\n– Nobody told me about the bridge – Lind answered the reporters.\n"
    assert heard(text, WHO) == [("lind", "Nobody told me about the bridge")]
