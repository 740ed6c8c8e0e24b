"""What stretches of an article are about: concepts of the scheme `topics`, and instruments."""

from collections.abc import Collection, Iterable, Iterator
from dataclasses import replace
from functools import cache

from spacy.tokens import Token

from loaders.facts import Evidence, Instrument, Meeting, MentionKind, Span, Stated, Statement
from loaders.reading.cast import Cast
from loaders.reading.reading import Reading
from loaders.tables import rows

RULE = "topic.lexicon"
_CONFIDENCE = 0.8

Term = tuple[tuple[str, ...], str]


def find_topics(reading: Reading, span: Span, named: Collection[Span] = ()) -> tuple[Stated, ...]:
    """The topics whose words stand in `span`, in order of their first words.

    `named` are the mentions of actors, missions and instruments: "energy" in the name of
    an agency is no topic, but a name that the lexicon itself holds is ("ICC").
    """
    words = reading.doc.char_span(span.start, span.end, alignment_mode="contract")
    tokens = [t for t in words if not t.is_space] if words else []
    found: dict[str, list[Span]] = {}
    names = [name for name in named if name.overlaps(span)]
    for concept, where in sorted(_matches(tokens, names), key=lambda m: (m[1], m[0])):
        found.setdefault(concept, []).append(where)
    return tuple(_stated(concept, where) for concept, where in found.items())


def attach_topics(
    statements: Iterable[Statement],
    instruments: tuple[Instrument, ...],
    reading: Reading,
    named: Collection[Span] = (),
) -> tuple[Statement, ...]:
    """The statements with the topics and instruments that their own words name."""
    return tuple(
        replace(
            statement,
            topics=find_topics(reading, statement.span, named),
            instruments=tuple(_named(instruments, (statement.span,))),
        )
        for statement in statements
    )


def attach_meeting_topics(
    meetings: Iterable[Meeting],
    instruments: tuple[Instrument, ...],
    reading: Reading,
    named: Collection[Span] = (),
) -> tuple[Meeting, ...]:
    """The meetings with concepts beside the wording of their topics, and instruments in it."""
    return tuple(_classified(meeting, instruments, reading, named) for meeting in meetings)


def _classified(
    meeting: Meeting,
    instruments: tuple[Instrument, ...],
    reading: Reading,
    named: Collection[Span],
) -> Meeting:
    spans = tuple(s for topic in meeting.topics for s in topic.evidence.spans)
    concepts: dict[str, list[Span]] = {}
    for topic in (t for span in spans for t in find_topics(reading, span, named)):
        concepts.setdefault(topic.value, []).extend(topic.evidence.spans)
    classes = (_stated(concept, sorted(set(where))) for concept, where in concepts.items())
    return replace(
        meeting,
        topics=(*meeting.topics, *classes),
        instruments=meeting.instruments or tuple(_named(instruments, spans)),
    )


def _stated(concept: str, where: list[Span]) -> Stated:
    return Stated(concept, Evidence(tuple(where), RULE, _CONFIDENCE))


def _named(instruments: Iterable[Instrument], spans: tuple[Span, ...]) -> Iterator[Stated]:
    for instrument in instruments:
        inside = [m.span for m in instrument.mentions if any(s.covers(m.span) for s in spans)]
        if inside:
            evidence = Evidence(tuple(inside), "instrument.named", instrument.evidence.confidence)
            yield Stated(instrument.id, evidence)


@cache
def _terms() -> dict[str, tuple[Term, ...]]:
    """Terms by their first word: as written where they hold a capital, else by lemma."""
    by_first: dict[str, list[Term]] = {}
    for concept, _, _, terms in rows("topics"):
        for term in terms.split("|"):
            words = tuple(_words(term))
            by_first.setdefault(words[0].lower(), []).append((words, concept))
    return {first: tuple(terms) for first, terms in by_first.items()}


def _words(term: str) -> Iterator[str]:
    """The words as the tokenizer parts them: at hyphens and before commas and "'s"."""
    spaced = term.replace("-", " - ").replace("'", " '").replace(",", " ,")
    yield from spaced.split()


def _matches(tokens: list[Token], names: list[Span]) -> Iterator[tuple[str, Span]]:
    """The longest terms of each concept; a term inside another concept's longer one counts not."""
    end = 0
    for i, token in enumerate(tokens):
        fitting = [
            (concept, len(words))
            for words, concept in _starting(token)
            if len(words) <= len(tokens) - i
            and all(map(_fits, tokens[i : i + len(words)], words))
            and not _inside_name(tokens[i : i + len(words)], words, names)
        ]
        longest = max((length for _, length in fitting), default=0)
        last = tokens[i + longest - 1]
        if longest and last.idx + len(last) > end:
            end = last.idx + len(last)
            for concept in sorted({c for c, length in fitting if length == longest}):
                yield concept, Span(token.idx, end)


def _inside_name(tokens: list[Token], words: tuple[str, ...], names: list[Span]) -> bool:
    """Whether a plain term is only a part of a name: "rule of law" of a mission."""
    if not all(word.islower() or not word.isalpha() for word in words):
        return False
    where = Span(tokens[0].idx, tokens[-1].idx + len(tokens[-1]))
    return any(name.covers(where) and name != where for name in names)


def named_spans(cast: Cast, instruments: Iterable[Instrument]) -> tuple[Span, ...]:
    """The mentions of all actors, missions and instruments, without pronouns."""
    spans = {r.mention.span for r in cast.references if r.mention.kind is not MentionKind.PRONOUN}
    spans |= {m.span for mission in cast.missions for m in mission.mentions}
    spans |= {m.span for instrument in instruments for m in instrument.mentions}
    return tuple(sorted(spans))


def _starting(token: Token) -> tuple[Term, ...]:
    terms, forms = _terms(), sorted({token.lower_, token.lemma_.lower()})
    return tuple(term for form in forms for term in terms.get(form, ()))


def _fits(token: Token, word: str) -> bool:
    if not word.islower() and any(c.isalpha() for c in word):
        return token.text == word
    return word in (token.lower_, token.lemma_.lower(), token.text.replace("’", "'"))
