"""Who says each quotation: the cue before, behind or between, else the talk around it."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from spacy.tokens import Token

from loaders.extractors.statements.assertion import told
from loaders.extractors.statements.cues import Verb, nouns, verb_at
from loaders.extractors.statements.extents import is_stop
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.indirect import addressee, reported_clause
from loaders.extractors.statements.spans import Spans
from loaders.extractors.statements.speakers import Speaker, Speakers
from loaders.facts import Form
from loaders.reading.quotations import Quotation

_BEFORE = "statement.direct.before"
_AFTER = "statement.direct.after"
_STOPS = {".", "?", "!"}
_INTRODUCERS = {",", ":", "—", "–", "--", "-"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
REACH = 25  # words between a closing mark and the verb: a speaker may have a long title
SENTENCE = 4  # words that a quotation without a cue must have to be speech


@dataclass(frozen=True)
class Around:
    """A quotation with the words of its sentence outside it."""

    quotation: Quotation
    before: tuple[Token, ...]
    after: tuple[Token, ...]
    stopped: bool


def find_quoted(spans: Spans, speakers: Speakers) -> Iterator[Found]:
    """A statement for every quotation that is speech."""
    last: Found | None = None
    for i, quotation in enumerate(spans.quotations):
        around = _around(spans, i)
        found = _by_cue(around, speakers)
        if found is None and not quotation.single:
            found = _by_neighbour(spans, speakers, around, last)
        if found is None:
            continue
        if last is not None and _touches(spans, last, found):
            last = replace(last, span=replace(last.span, end=found.span.end))
            continue
        if last is not None:
            yield last
        last = found
    if last is not None:
        yield last


def _touches(spans: Spans, before: Found, after: Found) -> bool:
    """Two quotations of one speaker with nothing but marks and blanks between them."""
    between = spans.doc.text[before.span.end : after.span.start]
    own_cue = after.rule != before.rule and after.rule in {_AFTER, _BEFORE}
    same = before.speaker.ids == after.speaker.ids and (before.cue == after.cue or not own_cue)
    return same and not any(c.isalnum() for c in between) and between.count("\n") < 3


def _around(spans: Spans, i: int) -> Around:
    q, text = spans.quotations[i], spans.doc.text
    start = text.rfind("\n", 0, q.outer.start) + 1
    end = text.find("\n", q.outer.end)
    end = len(text) if end < 0 else end
    if i > 0:
        start = max(start, spans.quotations[i - 1].outer.end)
    if i + 1 < len(spans.quotations):
        end = min(end, spans.quotations[i + 1].outer.start)
    before = _tokens(spans, start, q.outer.start)
    stops = [k for k, t in enumerate(before) if is_stop(t)]
    after = _tokens(spans, q.outer.end, end)
    stop = next((k for k, t in enumerate(after) if is_stop(t) or t.text == ";"), len(after))
    opening = before[stops[-1] + 1 :] if stops else before
    return Around(q, tuple(opening), tuple(after[:stop]), stop < len(after))


def _tokens(spans: Spans, start: int, end: int) -> list[Token]:
    window = spans.doc.char_span(start, end, alignment_mode="contract") if start < end else None
    marks = set("\"“”„‟«»‘’'")
    return [t for t in window or () if not t.is_space and not set(t.text) <= marks]


def _by_cue(around: Around, speakers: Speakers) -> Found | None:
    found = _cue_before(around, speakers) or _cue_after(around, speakers)
    return found or _introduced(around, speakers)


def _cue_before(around: Around, speakers: Speakers) -> Found | None:
    """ "X said: …"."""
    before = around.before
    for k in range(len(before) - 1, -1, -1):
        cue = before[k]
        verb = verb_at(cue)
        if verb is None or not verb.takes("quote") or not told(cue):
            continue
        rest = before[k + 1 :]
        if any(t.tag_ in _FINITE and t.dep_ not in {"relcl", "advcl"} for t in rest):
            return None
        ends = before[-1]
        if ends.text not in _INTRODUCERS and not _clause_like(around):
            return None
        if ends.text not in _INTRODUCERS and not all(_aside(t, cue) for t in rest):
            return None
        speaker = _speaker(cue, before[:k], rest, speakers)
        if speaker is None or not _reads(verb, speaker):
            return None
        to = addressee(cue, verb)
        return Found(around.quotation.span, speaker, Form.DIRECT, _BEFORE, cue, verb, to)
    return None


def _reads(verb: Verb, speaker: Speaker) -> bool:
    """ "The statement read" reports it, "the woman read" doesn't."""
    document = speaker.token.lemma_.lower() in nouns("document")
    return document or not verb.takes("document")


def _aside(token: Token, cue: Token) -> bool:
    """Part of whom or when something was told, not of what."""
    while token.head != cue and token.head != token:
        token = token.head
    verb = verb_at(cue)
    told = verb is not None and verb.takes("told") and token.dep_ == "dobj"
    return token.head == cue and (
        told or token.dep_ in {"prep", "dative", "npadvmod", "advmod", "prt"}
    )


def _clause_like(around: Around) -> bool:
    """Whether what is quoted can stand alone: some words, or a sentence's end."""
    text = around.before[-1].doc.text if around.before else around.after[0].doc.text
    words = text[around.quotation.span.start : around.quotation.span.end]
    return len(words.split()) >= SENTENCE or words[-1:] in {".", "!", "?", ","}


def _cue_after(around: Around, speakers: Speakers) -> Found | None:
    """ "…," X said; "…," said X; "…," according to X."""
    after = around.after
    while after and after[0].text in {",", "-", "–", "—", "--", ";"}:
        after = after[1:]
    if not after:
        return None
    text = after[0].doc.text
    if (after == around.after and not _clause_like(around)) or _embedded(around):
        return None
    finished = text[around.quotation.span.end - 1] in _STOPS | {"…"}
    if finished and not _closing_cue(around, after):
        return None
    if after[0].lower_ == "according":
        source = next((t for t in after if t.dep_ == "pobj"), None)
        if source is None:
            return None
        return Found(around.quotation.span, speakers.named(source), Form.DIRECT, _AFTER, after[0])
    for k, cue in enumerate(after[:REACH]):
        verb = verb_at(cue)
        if verb is None or not verb.takes("quote") or not told(cue) or cue.tag_ == "VBG":
            if cue.tag_ in _FINITE and cue.dep_ not in {"relcl", "acl"}:
                return None
            continue
        speaker = _speaker(cue, after[:k], after[k + 1 :], speakers)
        if speaker is None or not _reads(verb, speaker):
            continue
        to = addressee(cue, verb)
        to = None if to is not None and to.i == speaker.token.i else to
        return Found(around.quotation.span, speaker, Form.DIRECT, _AFTER, cue, verb, to)
    return None


def _embedded(around: Around) -> bool:
    """Quoted words that go on in a sentence begun outside: "she had “given up”"."""
    if not around.before or around.before[-1].text in _INTRODUCERS:
        return False
    return not around.before[0].doc.text[around.quotation.span.start].isupper()


def _closing_cue(around: Around, after: tuple[Token, ...]) -> bool:
    """After a full stop inside the marks, a new sentence may begin: "…." He said that …"""
    first = after[0]
    text = first.doc.text
    if text[around.quotation.span.end - 1] in "?!" or not first.text[0].isupper():
        return True
    for cue in after[:6]:
        verb = verb_at(cue)
        if verb is not None and verb.takes("quote"):
            ends_here = around.stopped or after[-1].text not in _INTRODUCERS
            return (
                reported_clause(cue) is None
                and ends_here
                and len(after) < 12
                and not _has_object(cue)
            )
    return False


def _has_object(cue: Token) -> bool:
    return any(c.dep_ in {"dobj", "xcomp", "ccomp"} and c.i > cue.i for c in cue.children)


def _speaker(
    cue: Token, before: tuple[Token, ...], after: tuple[Token, ...], speakers: Speakers
) -> Speaker | None:
    """The cue's subject, if it stands outside the quotation; else the nearest one who is known."""
    outside = {t.i for t in (*before, *after)}
    own = [c for c in cue.children if c.dep_ in {"nsubj", "nsubjpass"} and c.i in outside]
    if own:
        speaker = speakers.of(cue) if own[0].dep_ == "nsubj" else speakers.named(own[0])
        if speaker is not None and speaker.ids:
            return speaker
    if before:
        lent = speakers.of(cue)
        if lent is not None and lent.ids and lent.token.i in outside:
            return lent
    near = _inverted(after) if not before or (not own and before[-1].text == ",") else None
    if near is None:
        near = next(
            (t for t in reversed(before) if speakers.named(t).ids and t.pos_ != "ADJ"), None
        )
    if near is None and not own:
        near = _inverted(after)
    if near is not None:
        return speakers.named(near)
    return speakers.named(own[0]) if own else None


def _inverted(after: tuple[Token, ...]) -> Token | None:
    """The head of the noun phrase right behind the verb: "said Foreign Minister Lind of …"."""
    if not after or after[0].pos_ not in {"NOUN", "PROPN", "DET", "ADJ", "PRON"}:
        return None
    for token in after:
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.dep_ not in {
            "compound",
            "nmod",
            "poss",
        }:
            return token
    return None


def _introduced(around: Around, speakers: Speakers) -> Found | None:
    """ "X gave a different account: …": a colon or a comma after a sentence without a verb of speech."""
    before = around.before
    if len(before) < 3 or before[-1].text not in {":", ",", "—"} or not _clause_like(around):
        return None
    text = before[0].doc.text
    if before[-1].text != ":" and not text[around.quotation.span.start].isupper():
        return None
    subject = next(
        (t for t in before if t.dep_ == "nsubj" and t.head.dep_ in {"ROOT", "ccomp"}), None
    )
    if subject is None:
        return None
    speaker = speakers.named(subject)
    if not speaker.ids:
        return None
    return Found(
        around.quotation.span, speaker, Form.DIRECT, "statement.direct.introduced", subject.head
    )


def _by_neighbour(
    spans: Spans, speakers: Speakers, around: Around, last: Found | None
) -> Found | None:
    """A quotation that has no cue of its own goes on where its neighbour spoke."""
    text, q = spans.doc.text, around.quotation
    words = text[q.span.start : q.span.end].split()
    if len(words) < SENTENCE:
        return None
    if (
        last is not None
        and _same_paragraph(text, last.span.end, q.outer.start)
        and _goes_on(around, last)
    ):
        return replace(last, span=q.span, rule="statement.direct.continued", cue=last.cue)
    alone = not around.before and (not around.after or around.after[0].text[0].isupper())
    if not alone or text[q.span.end - 1] not in ".!?…,":
        return None
    sentence = _sentence_before(spans, q)
    for token in reversed(sentence):
        verb = verb_at(token)
        if verb is not None and not spans.in_quotation(token):
            speaker = speakers.of(token)
            if speaker is not None and speaker.ids:
                rule = "statement.direct.alone"
                return Found(q.span, speaker, Form.DIRECT, rule, token, verb)
    return None


def _same_paragraph(text: str, start: int, end: int) -> bool:
    return "\n" not in text[start:end]


def _goes_on(around: Around, last: Found) -> bool:
    """Only the neighbour's cue stands between, or a comma or stop ends it."""
    if last.cue is None:
        return False
    return not around.before or any(t.i == last.cue.i for t in around.before)


def _sentence_before(spans: Spans, q: Quotation) -> list[Token]:
    before = [t for t in spans.doc if t.idx < q.outer.start and not t.is_space]
    return list(before[-1].sent) if before else []
