"""One statement for one stretch of text."""

from loaders.extractors.statements.cues import verb_at
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.merging import merge
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speaker
from loaders.facts import Anatomy, Form, Span
from loaders.reading.parse import language
from loaders.reading.quotations import find_quotations

CLAUSE, OBJECT, TURN = (
    "statement.indirect.clause",
    "statement.indirect.object",
    "statement.direct.turn",
)


def found(spans: Spans, words: str, cue: str, rule: str = CLAUSE, who: str = "lind") -> Found:
    start = spans.text.index(words)
    token = next(t for t in spans.doc if t.text == cue)
    ids = (who,) if who else ()
    form = Form.DIRECT if ".direct." in rule else Form.INDIRECT
    span = Span(start, start + len(words))
    return Found(span, Speaker(ids, spans.doc[0]), form, rule, token, verb_at(token))


def spans_of(text: str) -> Spans:
    return Spans(language()(text), text, find_quotations(text))


def test_nested_speech_goes() -> None:
    spans = spans_of("Lind said that Bora denied the fire.")
    outer = found(spans, "Bora denied the fire", "said")
    inner = found(spans, "the fire", "denied", OBJECT, "bora")
    assert merge([inner, outer], spans, Anatomy()) == [outer]


def test_nested_speech_goes_though_nobody_knows_the_outer_speaker() -> None:
    spans = spans_of("Critics said that Bora denied the fire.")
    outer = found(spans, "Bora denied the fire", "said", who="")
    inner = found(spans, "the fire", "denied", OBJECT, "bora")
    assert merge([inner, outer], spans, Anatomy()) == [outer]


def test_report_yields_to_who_is_reported() -> None:
    spans = spans_of("Radio reported that Bora denied the fire.")
    outer = found(spans, "Bora denied the fire", "reported", who="radio")
    inner = found(spans, "the fire", "denied", OBJECT, "bora")
    assert merge([outer, inner], spans, Anatomy()) == [inner]


def test_report_stands_where_nobody_is_known_inside() -> None:
    spans = spans_of("Radio reported that critics denied the fire.")
    outer = found(spans, "critics denied the fire", "reported", who="radio")
    inner = found(spans, "the fire", "denied", OBJECT, "")
    assert merge([outer, inner], spans, Anatomy()) == [outer]


def test_second_finding_of_the_same_words_goes() -> None:
    spans = spans_of("Lind noted the need for peace.")
    clause = found(spans, "the need for peace", "noted")
    thing = found(spans, "need for peace", "noted", OBJECT)
    assert merge([thing, clause], spans, Anatomy()) == [clause]


def test_whatever_is_reported_in_a_turn_is_its_speakers_own() -> None:
    spans = spans_of("LIND: Bora denied the fire.")
    turn = found(spans, "Bora denied the fire.", "LIND", TURN)
    inner = found(spans, "the fire", "denied", OBJECT, "bora")
    assert merge([inner, turn], spans, Anatomy()) == [turn]


def test_headline_is_left_out() -> None:
    spans = spans_of("Lind noted the need for peace.")
    clause = found(spans, "the need for peace", "noted")
    assert merge([clause], spans, Anatomy(headline=Span(0, 20))) == []


def test_quoted_words_make_it_mixed_and_order_is_the_texts() -> None:
    spans = spans_of("Lind noted the “need” for peace. Bora said it rained.")
    mixed = found(spans, "the “need” for peace", "noted", OBJECT)
    later = found(spans, "it rained", "said", CLAUSE, "bora")
    first, second = merge([later, mixed], spans, Anatomy())
    assert (first.form, first.span) == (Form.MIXED, mixed.span)
    assert second == later
