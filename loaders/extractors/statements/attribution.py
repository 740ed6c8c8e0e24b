"""The cue of a quotation: before it, behind it, or a sentence that introduces it."""

from spacy.tokens import Token

from loaders.extractors.statements.assertion import told
from loaders.extractors.statements.clauses import reported_clause
from loaders.extractors.statements.cues import Verb, nouns, verb_at
from loaders.extractors.statements.found import Found
from loaders.extractors.statements.speakers import Speaker, Speakers
from loaders.extractors.statements.surroundings import (
    INTRODUCERS,
    Around,
    clause_like,
    embedded,
    is_title,
)
from loaders.facts import Form

BEFORE = "statement.direct.before"
AFTER = "statement.direct.after"
_DASHES = {"—", "–", "―", "--"}
_STOPS = {".", "?", "!"}
_FINITE = {"VBD", "VBZ", "VBP", "MD"}
_TIMES = {"DATE", "TIME"}
_INTO = {"ADP", "DET", "PART"}
_QUOTING = {"quote", "cite", "report"}
TITLED = 6  # words of a short title and a name
REACH = 25  # words between a closing mark and the verb: a speaker may have a long title


def by_cue(around: Around, speakers: Speakers) -> Found | None:
    found = _cue_before(around, speakers) or _cue_after(around, speakers)
    return found or _introduced(around, speakers)


def _cue_before(around: Around, speakers: Speakers) -> Found | None:
    """ "X said: …"."""
    before = around.before
    aside: set[int] = set()
    for k in range(len(before) - 1, -1, -1):
        cue = before[k]
        verb = verb_at(cue)
        if verb is not None and _bracketed(cue, before):
            aside.add(cue.i)
        if verb is None or not verb.takes("quote") or cue.i in aside or not told(cue):
            continue
        rest = tuple(t for t in before[k + 1 :] if t.i not in aside)
        if any(t.tag_ in _FINITE and t.dep_ not in {"relcl", "advcl"} for t in rest):
            return None
        if any(t.lower_ == "that" and t.tag_ == "IN" for t in rest[:-2]):
            return None
        ends = before[-1]
        if ends.text not in INTRODUCERS and not clause_like(around):
            return None
        if ends.text not in INTRODUCERS and not _leads_to(around, cue, rest):
            return None
        speaker = _speaker(cue, before[:k], rest, speakers)
        if speaker is None or not _reads(verb, speaker):
            return None
        return Found(around.quotation.span, speaker, Form.DIRECT, BEFORE, cue, verb)
    return None


def _bracketed(cue: Token, before: tuple[Token, ...]) -> bool:
    """Shut off from the quotation: "— as the paper reported — “…”"."""
    edges = {",", "—", "–", "--"}
    first = cue.left_edge.i
    if before[-1].text not in edges or first == 0 or cue.doc[first - 1].text not in edges:
        return False
    return any(c.lower_ in {"as", "which"} for c in cue.lefts)


def _reads(verb: Verb, speaker: Speaker) -> bool:
    """ "The statement read" reports it, "the woman read" doesn't."""
    document = speaker.token.lemma_.lower() in nouns("document")
    return document or not verb.takes("document")


def _leads_to(around: Around, cue: Token, rest: tuple[Token, ...]) -> bool:
    """Whether a cue without comma or colon opens the quotation: no "spoke of a “new start”"."""
    verb = verb_at(cue)
    if verb is None or (not around.words[:1].isupper() and not verb.takes("clause")):
        return False
    named = verb.takes("as") and bool(rest) and rest[-1].lower_ == "as"
    within = rest and (rest[-1].pos_ in _INTO or not around.words[:1].isupper())
    if named:
        return True
    return not within and all(_aside(t, cue) for t in rest)


def _aside(token: Token, cue: Token) -> bool:
    """Part of whom or when something was told, not of what."""
    while token.head != cue and token.head != token:
        token = token.head
    verb = verb_at(cue)
    told = verb is not None and verb.takes("told") and token.dep_ == "dobj"
    return token.head == cue and (
        told or token.dep_ in {"prep", "dative", "npadvmod", "advmod", "prt"}
    )


def _cue_after(around: Around, speakers: Speakers) -> Found | None:
    """ "…," X said; "…," said X; "…," according to X; "…" — X."""
    after = around.after
    while after and after[0].text in INTRODUCERS | {";"}:
        after = after[1:]
    if not after or embedded(around) or (after == around.after and not clause_like(around)):
        return None
    if around.before and is_title(around.words.split()):  # "In his book, “A Life,” X says …"
        return None
    if around.after[0].text in _DASHES and (signed := _signed(around, after, speakers)):
        return signed
    finished = around.words[-1:] in _STOPS | {"…"}
    if finished and not _closing_cue(around, after):
        return None
    if after[0].lower_ == "according":
        source = next((t for t in after if t.dep_ == "pobj"), None)
        if source is None:
            return None
        return Found(around.quotation.span, speakers.named(source), Form.DIRECT, AFTER, after[0])
    return _verb_after(around, after, speakers)


def _verb_after(around: Around, after: tuple[Token, ...], speakers: Speakers) -> Found | None:
    for k, cue in enumerate(after[:REACH]):
        verb = verb_at(cue)
        if (quoted := _quoted_as_saying(cue, after[:k])) is not None:
            return Found(around.quotation.span, speakers.named(quoted), Form.DIRECT, AFTER, cue)
        if verb is None or not verb.takes("quote") or not told(cue) or cue.tag_ == "VBG":
            if cue.tag_ in _FINITE and cue.dep_ not in {"relcl", "acl", "auxpass"}:
                return None
            continue
        if around.running and not _right_behind(cue, after[:k]):
            return None
        speaker = _speaker(cue, after[:k], after[k + 1 :], speakers)
        if speaker is None or not _reads(verb, speaker):
            continue
        return Found(around.quotation.span, speaker, Form.DIRECT, AFTER, cue, verb)
    return None


def _right_behind(cue: Token, before: tuple[Token, ...]) -> bool:
    """Whether nothing but the cue's subject and adverbs stands before it."""
    return all(t.head == cue or any(a.head == cue for a in t.ancestors) for t in before)


def _quoted_as_saying(cue: Token, before: tuple[Token, ...]) -> Token | None:
    """Who is quoted in "…," X was quoted by the agency as saying."""
    if cue.lemma_ not in _QUOTING or not any(c.lower_ == "as" for c in cue.rights):
        return None
    return next((c for c in cue.lefts if c.dep_ == "nsubjpass" and c in before), None)


def _signed(around: Around, after: tuple[Token, ...], speakers: Speakers) -> Found | None:
    """A quotation with its author's name behind a dash."""
    if len(after) > REACH or any(t.tag_ in _FINITE for t in after):
        return None
    name = next((t for t in after if t.pos_ == "PROPN" and t.dep_ != "compound"), None)
    if name is None or not speakers.named(name).ids:
        return None
    rule = "statement.direct.signed"
    return Found(around.quotation.span, speakers.named(name), Form.DIRECT, rule, name)


def _closing_cue(around: Around, after: tuple[Token, ...]) -> bool:
    """After a full stop inside the marks, a new sentence may begin: "…." He said that …"""
    first = after[0]
    if around.words[-1:] in {"?", "!"} or not first.text[0].isupper():
        return True
    for cue in after[:6]:
        verb = verb_at(cue)
        if verb is not None and verb.takes("quote"):
            ends_here = around.stopped or after[-1].text not in INTRODUCERS
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
    own = [
        c
        for c in cue.children
        if c.dep_ in {"nsubj", "nsubjpass"} and c.i in outside and c.ent_type_ not in _TIMES
    ]
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
        near = _inverted(after) or _behind_stop(cue, after, speakers)
    if near is not None:
        return speakers.named(near)
    return speakers.named(own[0]) if own else None


def _behind_stop(cue: Token, after: tuple[Token, ...], speakers: Speakers) -> Token | None:
    """The name right behind a stop that doesn't belong there: "…," said. Col. Lind, …"."""
    behind = cue.doc[cue.i + 1 : cue.i + 1 + TITLED]
    if after or len(behind) < TITLED or behind[0].text != "." or behind[1].pos_ != "PROPN":
        return None
    names = (t for t in behind[1:] if t.pos_ == "PROPN")
    return next((t for t in names if speakers.named(t).ids), None)


def _inverted(after: tuple[Token, ...]) -> Token | None:
    """The head of the noun phrase right behind the verb: "said Foreign Minister Lind of …"."""
    if not after or after[0].pos_ not in {"NOUN", "PROPN", "DET", "ADJ", "PRON"}:
        return None
    for token in after:
        if token.ent_type_ in _TIMES:
            return None
        if token.pos_ in {"NOUN", "PROPN", "PRON"} and token.dep_ not in {
            "compound",
            "nmod",
            "poss",
        }:
            return token
    return None


def _introduced(around: Around, speakers: Speakers) -> Found | None:
    """ "X gave another account: …": a colon or comma after a sentence without a verb of speech."""
    before = around.before
    if len(before) < 3 or before[-1].text not in {":", "—"} or not clause_like(around):
        return None
    if before[-1].text != ":" and not around.words[:1].isupper():
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
