"""Verbs and nouns of speech as the tables have them."""

import pytest

from loaders.extractors.statements.cues import channel_of, nouns, object_nouns, verb_at
from loaders.reading.parse import language
from loaders.tables import rows
from ontology.concepts import members

FRAMES = {
    *("that", "performs"),
    *("quote", "clause", "told", "object", "kept", "kept+", "kept-for", "infinitive", "request"),
    *("credit", "as", "rule", "say", "quasi", "document", "wish", "denial", "details", "plan"),
    *("invitation", "invitation-kept", "condolence", "commitment"),
    *("for", "on", "of", "to", "with", "against", "upon"),
}


def verb_in(text: str, word: str) -> str | None:
    token = next(t for t in language()(text) if t.text == word)
    verb = verb_at(token)
    return verb.lemma if verb is not None else None


@pytest.mark.parametrize(
    ("text", "word", "lemma"),
    [
        ("Lind said it.", "said", "say"),
        ("Lind made clear that it rained.", "made", "make clear"),
        ("Lind made a cake.", "made", None),
        ("Lind pointed out that it rained.", "pointed", "point out"),
        ("Lind laid out her plan.", "laid", "lay out"),
        ("Lind laid the table.", "laid", None),
        ("Lind took note of the rain.", "took", "take note"),
        ("Lind re-affirmed the bond.", "affirmed", "affirm"),
        ("Lind slept well.", "slept", None),
        ("The statement was long.", "statement", None),
    ],
)
def test_verbs_of_speech(text: str, word: str, lemma: str | None) -> None:
    assert verb_in(text, word) == lemma


def test_every_row_has_a_known_frame_and_no_verb_comes_twice() -> None:
    lemmas = [lemma for lemma, _, _ in rows("speech_verbs")]
    assert len(lemmas) == len(set(lemmas))
    for lemma, _, frames in rows("speech_verbs"):
        assert set(frames.split()) <= FRAMES, lemma


def test_every_act_and_channel_is_a_concept() -> None:
    acts = {row[1] for row in rows("speech_verbs")} | {row[1] for row in rows("speech_object_acts")}
    channels = {row[2] for row in rows("speech_nouns") if len(row) > 2 and row[2]}
    assert acts <= members("acts")
    assert channels <= members("channels")


def test_nouns_by_kind() -> None:
    assert "statement" in nouns("document")
    assert "spokesman" in nouns("spokesman")
    assert "moderator" in nouns("role")
    assert "banana" not in nouns("document")
    assert "invitation" in object_nouns("invitation")
    assert "banana" not in object_nouns("invitation")


@pytest.mark.parametrize(
    ("noun", "channel"),
    [("tweet", "post"), ("interview", "interview"), ("letter", "letter"), ("visit", None)],
)
def test_channel_of_a_noun(noun: str, channel: str | None) -> None:
    assert channel_of(noun) == channel


def test_no_noun_comes_twice() -> None:
    listed = [row[0] for row in rows("speech_nouns")]
    assert len(listed) == len(set(listed))
