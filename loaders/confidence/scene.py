"""What the signs of a fact are read from: the article's facts, its parse and who is meant where."""

from dataclasses import dataclass
from functools import cached_property

from spacy.tokens import Token

from loaders.facts import Actor, Facts, MentionKind, Span
from loaders.reading.cast import Cast
from loaders.reading.quotations import find_quotations
from loaders.reading.reading import Reading

TURN = "statement.direct.turn"  # the rule of transcripts


@dataclass(frozen=True)
class Scene:
    """One article with all that was found in it."""

    facts: Facts
    reading: Reading
    cast: Cast

    @cached_property
    def _tokens(self) -> dict[int, Token]:
        return {token.idx: token for token in self.reading.doc}

    @cached_property
    def actors(self) -> dict[str, Actor]:
        """The article's actors by id."""
        return {actor.id: actor for actor in (*self.facts.actors, *self.facts.others)}

    @cached_property
    def _mentions(self) -> dict[str, list[tuple[Span, MentionKind]]]:
        found: dict[str, list[tuple[Span, MentionKind]]] = {}
        for reference in self.cast.references:
            for actor in reference.actors:
                found.setdefault(actor, []).append((reference.mention.span, reference.mention.kind))
        return found

    @cached_property
    def transcript(self) -> bool:
        """Whether the article is one of turns."""
        return any(s.evidence.rule == TURN for s in self.facts.statements)

    @cached_property
    def _quoted(self) -> tuple[Span, ...]:
        return tuple(quotation.span for quotation in find_quotations(self.reading.body))

    def token(self, span: Span) -> Token | None:
        """The word that begins where the span does."""
        return self._tokens.get(span.start)

    def sentence(self, span: Span) -> Span:
        """The sentence in which the span begins, the span itself where no word does."""
        token = self.token(span)
        return span if token is None else Span(token.sent.start_char, token.sent.end_char)

    def mentions(self, actor: str) -> list[tuple[Span, MentionKind]]:
        """Where the actor is meant, and by what kind of words."""
        return self._mentions.get(actor, [])

    def quoted(self, span: Span) -> bool:
        """Whether the span stands between quotation marks."""
        return any(quotation.covers(span) for quotation in self._quoted)

    def words(self, span: Span) -> list[Token]:
        """The words inside the span."""
        found = self.reading.doc.char_span(span.start, span.end, alignment_mode="expand")
        return [] if found is None else [token for token in found if not token.is_space]
