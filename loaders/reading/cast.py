"""Who is in the article, and whom each stretch of it means."""

from dataclasses import dataclass, field
from functools import cached_property

from spacy.tokens import Span as Words
from spacy.tokens import Token

from loaders.facts import Actor, ActorType, Mention, Mission, Span


@dataclass(frozen=True)
class Reference:
    """Whom a phrase means: ids of actors (several for "they") or missions; empty where unknown."""

    mention: Mention
    actors: tuple[str, ...]


@dataclass(frozen=True)
class Cast:
    """The article's actors and every reference to them, by token.

    Names, offices ("the Secretary General"), descriptions ("the Serbian leader") and
    pronouns all stand in `references`: extractors ask `at(token)` and resolve nothing
    themselves. `missions` are bare: their names and mentions, no facts yet. `others` are
    states and bodies that are named but do nothing by themselves: actors only once a fact
    uses them (`loaders.extractors.actors.acting`).
    """

    actors: tuple[Actor, ...] = ()
    references: tuple[Reference, ...] = ()
    missions: tuple[Mission, ...] = field(default=())
    others: tuple[Actor, ...] = field(default=())

    @cached_property
    def by_id(self) -> dict[str, Actor]:
        """Actors by their id, those of `others` too."""
        return {actor.id: actor for actor in (*self.actors, *self.others)}

    @cached_property
    def _by_character(self) -> dict[int, Reference]:
        longest_last = sorted(
            self.references, key=lambda r: r.mention.span.end - r.mention.span.start
        )
        return {
            i: reference
            for reference in longest_last
            for i in range(reference.mention.span.start, reference.mention.span.end)
        }

    def reference(self, token: Token) -> Reference | None:
        """The longest reference that covers the token."""
        return self._by_character.get(token.idx)

    def at(self, token: Token) -> tuple[str, ...]:
        """Ids of the actors that the phrase at `token` means; empty where nobody is known."""
        found = self.reference(token)
        return found.actors if found else ()

    def within(self, words: Words) -> tuple[str, ...]:
        """Ids of all actors referred to inside `words`, in order of mention, each once."""
        inside = Span(words.start_char, words.end_char)
        ordered = sorted(self.references, key=lambda r: r.mention.span)
        ids = [i for r in ordered if inside.covers(r.mention.span) for i in r.actors]
        return tuple(dict.fromkeys(ids))

    def is_person(self, actor: str) -> bool:
        """Whether the id is a person's."""
        return actor in self.by_id and self.by_id[actor].type is ActorType.PERSON
