"""What meetings deal with: "talks on …", "met to …", "they also discussed …"."""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

from spacy.tokens import Doc, Token
from spacy.tokens import Span as Words

from loaders.facts import Meeting, Span, Status
from loaders.reading.cast import Cast
from loaders.tables import rows, wide

_ABOUT = {"on", "about", "regarding", "concerning", "over", "around"}
_NAMED = {
    "summit",
    "conference",
    "forum",
    "dialogue",
    "session",
    "negotiation",
    "talk",
    "ministerial",
}
_LEADERS = {"leader", "minister", "official", "side", "both", "two", "pair", "president", "they"}
_PARTIES = {"counterpart", "delegation", "participant", "party", "group", "secretary", "we", "who"}
_TRIPS = {"trip", "visit", "travel", "tour"}
_CALLS = {"call", "conversation"}
_SITTINGS = {"meeting", "talk", "talks", "discussion", "summit", "session", "agenda", "dialogue"}
_KINDS = {**dict.fromkeys(_TRIPS, "visit"), **dict.fromkeys(_CALLS, "call")}
_BACKGROUND = re.compile(r"\s*(?:following|after|ahead of|prior to|before|since)\b", re.IGNORECASE)
_WILL = {"will", "'ll", "’ll"}
_COMING = {"join", "participate", "host", "lead", "welcome", "receive", "engage"}
_MATTERS = {"dobj", "prep", "xcomp", "ccomp", "dative"}
_DATES = {"DATE", "TIME"}


@dataclass(frozen=True)
class Agendas:
    """Finds the words that tell what each of the article's meetings deals with."""

    doc: Doc
    cast: Cast
    meetings: Sequence[Meeting]

    def of(self, meeting: Meeting) -> tuple[Span, ...]:
        """The words on its agenda, in text order."""
        return tuple(sorted({span for owner, span in self._told if owner is meeting}))

    def tells(self, span: Span) -> bool:
        """Whether the words are on the agenda of some meeting."""
        return any(span.overlaps(told) for _, told in self._told)

    @cached_property
    def _told(self) -> list[tuple[Meeting, Span]]:
        """Every agenda of the article with its meeting."""
        found = []
        for sentence in self.doc.sents if self.meetings else ():
            here = self._here(sentence)
            for token in sentence:
                for matter in (*_purposes(token, bool(here)), *_themes(token)):
                    found += [(m, _span(matter)) for m in self._nearest(here, token)]
                matters = list(_matters(token)) or list(self._announced(token, here))
                owners = self._dealing(token, here) if matters else []
                found += [(owner, _span(m)) for m in matters for owner in owners]
        return found

    def _here(self, sentence: Words) -> list[Meeting]:
        """Meetings that the sentence tells."""
        span = Span(sentence.start_char, sentence.end_char)
        return [m for m in self.meetings if any(s.overlaps(span) for s in m.evidence.spans)]

    def _nearest(self, here: list[Meeting], token: Token) -> list[Meeting]:
        """The meeting of several in a sentence whose kind the words name, else the first."""
        kind = next(
            (_KINDS[t.lemma_.lower()] for t in _up(token) if t.lemma_.lower() in _KINDS), ""
        )
        fitting = [m for m in here if m.kind == kind] or here
        return fitting[:1]

    def _dealing(self, verb: Token, here: list[Meeting]) -> list[Meeting]:
        """The meeting that the subject of `verb` held: told in the sentence, else before it."""
        subject = _subject(verb)
        if subject is None:
            return self._nearest(here, verb)
        who, lemma = set(self.cast.at(subject)), subject.lemma_.lower()
        sitting = lemma in {*_SITTINGS, *_KINDS, "participation"}
        if not who and not sitting and lemma not in _LEADERS | _PARTIES:
            return []
        kind = _KINDS.get(lemma) or _occasion(verb)
        for meetings in (self._led(verb, here), self._before(verb, here)):
            fitting = [m for m in meetings if not kind or m.kind == kind]
            if not sitting and lemma not in {"we", "who"}:
                theirs = [m for m in fitting if who and who <= _participants(m)]
                fitting = theirs or ([] if _one(subject) else fitting)
            if fitting:
                return fitting[:1] if _one(subject) or sitting else _told_with(fitting)
        return []

    def _announced(self, verb: Token, here: list[Meeting]) -> Iterator[Token]:
        """What is said of a coming meeting: "the trip will …", "there she will stress …"."""
        subject = _subject(verb) if _will(verb) or verb.tag_ == "VBZ" else None
        if subject is None or subject.dep_ == "nsubjpass" or (here and _meets(verb)):
            return
        sitting = subject.lemma_.lower() in {*_SITTINGS, *_KINDS, "participation"}
        if sitting or (_will(verb) and _tells(verb)):
            yield from (c for c in verb.rights if c.dep_ in _MATTERS)

    def _led(self, verb: Token, here: list[Meeting]) -> list[Meeting]:
        """Meetings of the sentence; "in which they discussed" looks at what it hangs on."""
        return self._nearest(here, verb) if verb.dep_ == "relcl" else here

    def _before(self, verb: Token, here: list[Meeting]) -> list[Meeting]:
        """Meetings told before, the last first, without those told as background."""
        told = [m for m in self.meetings if m.evidence.spans[0].start < verb.idx and m not in here]
        told = [m for m in told if not _BACKGROUND.match(self._words(m))]
        if verb.tag_ == "VBD":
            told = [m for m in told if m.status is Status.HELD]
        if _will(verb):
            told = [m for m in told if m.status is Status.PLANNED and self._near(verb, m)]
        return sorted(told, key=lambda m: m.evidence.spans[0].start, reverse=True)

    def _near(self, verb: Token, meeting: Meeting) -> bool:
        """Whether the meeting is told in the verb's paragraph."""
        last = max(s.end for s in meeting.evidence.spans if s.start < verb.idx)
        return "\n" not in self._text[last : verb.idx]

    @cached_property
    def _text(self) -> str:
        return self.doc.text  # built anew at every access

    def _words(self, meeting: Meeting) -> str:
        span = meeting.evidence.spans[0]
        return self._text[span.start : span.end]


def _one(subject: Token) -> bool:
    """Whether one person by name or pronoun is the subject: she must have been there."""
    return subject.pos_ == "PROPN" or subject.lower_ in {"he", "she", "i", "it"}


def _told_with(meetings: list[Meeting]) -> list[Meeting]:
    """The first, and those told by the same words: "talks with A and B. The leaders …"."""
    return [m for m in meetings if m.evidence.spans[0] == meetings[0].evidence.spans[0]]


def _participants(meeting: Meeting) -> set[str]:
    return {p.actor for p in meeting.participations}


def _purposes(token: Token, told: bool) -> Iterator[Token]:
    """ "met to …", "travelled to Oslo to …": what the meeting is for."""
    to = any(c.dep_ == "aux" and c.lower_ == "to" for c in token.children)
    below = told and to and token.dep_ in {"advcl", "xcomp", "acl", "relcl"}
    deals = token.lemma_.lower() in _frames()
    if below and _meets(token.head) and (deals or not _meets(token)):
        yield token


def _themes(token: Token) -> Iterator[Token]:
    """ "talks on …", "the climate summit": what stands beside the meeting's noun."""
    lemma = token.lemma_.lower()
    if token.pos_ not in {"NOUN", "PROPN"} or lemma not in _NAMED | _SITTINGS | _TRIPS | _CALLS:
        return
    for child in token.children:
        if child.dep_ == "prep" and child.lower_ in _ABOUT:
            yield from (c for c in child.children if c.dep_ == "pobj" and c.ent_type_ not in _DATES)
        beside = child.dep_ in {"compound", "amod", "nmod"}
        titled = token.pos_ == "PROPN" and child.dep_ == "prep" and child.lower_ in {"for", "of"}
        if lemma in _NAMED and (beside or titled):
            yield child


def _matters(token: Token) -> Iterator[Token]:
    """What a verb of `agenda_verbs.tsv` has as its matter."""
    if token.pos_ not in {"VERB", "AUX"} or any(c.dep_ == "neg" for c in token.children):
        return
    for frame, noun in _frames().get(token.lemma_.lower(), ()):
        if frame == "object":
            yield from (c for c in token.rights if c.dep_ in {"dobj", "ccomp", "xcomp"})
            continue
        holders = [c for c in token.rights if c.lemma_.lower() == noun] if noun else [token]
        for holder in holders:
            for child in holder.rights:
                if child.dep_ == "prep" and child.lower_ == frame:
                    yield from (c for c in child.children if c.dep_ in {"pobj", "pcomp"})


@cache
def _frames() -> dict[str, tuple[tuple[str, str], ...]]:
    """Frames and the nouns that they need, by the verb's lemma."""
    found: dict[str, list[tuple[str, str]]] = {}
    for lemma, frame, noun in wide("agenda_verbs", 3):
        found.setdefault(lemma, []).append((frame, noun))
    return {lemma: tuple(frames) for lemma, frames in found.items()}


def _meets(token: Token) -> bool:
    """Whether the word is a verb of coming together or of travel, or a meeting's noun."""
    lemma = token.lemma_.lower()
    nouns = _NAMED | _SITTINGS | _TRIPS | _CALLS
    return lemma in _meeting_verbs() if token.pos_ in {"VERB", "AUX"} else lemma in nouns


@cache
def _meeting_verbs() -> frozenset[str]:
    listed = {row[0] for row in (*rows("meeting_verbs"), *rows("visiting_verbs"))}
    return frozenset(
        listed | {"travel", "hold", "gather", "convene", "attend", "arrive", "fly", *_COMING}
    )


def _will(verb: Token) -> bool:
    return any(c.dep_ == "aux" and c.lower_ in _WILL for c in verb.children)


def _tells(verb: Token) -> bool:
    """Whether the verb reports or underlines something."""
    return verb.lemma_.lower() in _speech_verbs()


@cache
def _speech_verbs() -> frozenset[str]:
    return frozenset(row[0] for row in rows("speech_verbs"))


def _subject(verb: Token) -> Token | None:
    """The verb's own subject, or that of the verb it is joined to or hangs on."""
    seen = verb
    for _ in range(4):
        own = next((c for c in seen.children if c.dep_ in {"nsubj", "nsubjpass"}), None)
        if own is not None:
            return own
        if seen.dep_ not in {"conj", "xcomp", "advcl", "ccomp", "acl", "dobj"} or seen.head == seen:
            return None
        seen = seen.head
    return None


def _occasion(verb: Token) -> str:
    """The kind of meeting that a phrase beside the verb names: "throughout their visit"."""
    phrases: Iterable[Token] = (c for c in verb.children if c.dep_ == "prep")
    things = (c for p in phrases for c in p.children if c.dep_ == "pobj")
    return next((_KINDS[t.lemma_.lower()] for t in things if t.lemma_.lower() in _KINDS), "")


def _up(token: Token) -> Iterator[Token]:
    yield token
    yield from token.ancestors


def _span(matter: Token) -> Span:
    """The matter's words with all that hangs on it."""
    last = matter.doc[matter.right_edge.i]
    return Span(matter.left_edge.idx, last.idx + len(last))
