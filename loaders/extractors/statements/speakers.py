"""Whose words a verb reports: the actors behind its subject."""

from dataclasses import dataclass

from spacy.tokens import Token

from loaders.extractors.statements.cues import nouns
from loaders.extractors.statements.states import is_demonym, state_named
from loaders.extractors.statements.subjects import subject_of
from loaders.facts import ActorType, Span
from loaders.reading.cast import Cast
from loaders.tables import terms

_INSIDE = {"compound", "poss", "nmod", "amod", "appos"}
_OPERATIONS = {"mission", "operation", "force"}
_LISTING = {"including", "like"}


@dataclass(frozen=True)
class Speaker:
    """The actors who speak and the word that names them; `ids` is empty where nobody is known."""

    ids: tuple[str, ...]
    token: Token


def _definite(noun: Token) -> bool:
    return any(c.lower_ in {"the", "these", "those"} or c.dep_ == "poss" for c in noun.lefts)


def _issued_by(document: Token) -> bool:
    """Whether the text says by whom: "a statement released by the office"."""
    participles = (c for c in document.children if c.dep_ == "acl")
    agents = (by for p in participles for by in p.children if by.dep_ == "agent")
    named = any(c.lower_ == "by" for c in document.rights) or any(map(is_demonym, document.lefts))
    return named or any(agents)


class Speakers:
    """Names the actors behind words, with what a cast knows; remembers who issued a document."""

    def __init__(self, cast: Cast) -> None:
        self._cast = cast

    def of(self, verb: Token) -> Speaker | None:
        """Who says what `verb` reports."""
        agent = next((c for c in verb.children if c.dep_ == "agent"), None)
        if agent is not None and verb.tag_ == "VBN":
            token = next((c for c in agent.children if c.dep_ == "pobj"), None)
        else:
            token = subject_of(verb) or self._just_before(verb)
        return None if token is None else self.named(token)

    def _just_before(self, verb: Token) -> Token | None:
        """For "From Rome, Minister Lind, an old hand, wrote": the name before the verb."""
        if verb.tag_ not in {"VBD", "VBZ"} or verb.dep_ != "ROOT":
            return None
        before = verb.doc[verb.sent.start : verb.i]
        if any(t.tag_ in {"VBD", "VBZ", "VBP", "MD"} or t.is_quote for t in before):
            return None
        people = (t for t in reversed(before) if t.pos_ in {"PROPN", "NOUN"})
        return next((t for t in people if any(map(self._cast.is_person, self._cast.at(t)))), None)

    def means(self, speaker: Speaker) -> bool:
        """Whether the word itself means the speaker, and no decision or paper of his."""
        return self._cast.at(speaker.token) == speaker.ids[:1]

    def named(self, token: Token) -> Speaker:
        """The actors that the phrase around `token` means, joined ones after the first."""
        ids = list(self._ids(token))
        for other in token.conjuncts:
            if other.i > token.i and other.sent == token.sent:
                ids.extend(self._ids(other))
        return Speaker(tuple(dict.fromkeys(ids)), token)

    def labelled(self, token: Token, name: str) -> Speaker:
        """For the label of a turn, often in capitals: the one person whose name ends so."""
        ids = tuple(i for i in self._cast.at(token) if self._cast.is_person(i))
        if ids:
            return Speaker(ids, token)
        ending, people = (
            [name.casefold()],
            [a for a in self._cast.actors if self._cast.is_person(a.id)],
        )
        found = [a.id for a in people if a.name.casefold().split()[-1:] == ending]
        return Speaker(tuple(found) if len(found) == 1 else (), token)

    def surname(self, name: str) -> bool:
        """Whether the name is, or ends as, that of a person."""
        last = name.casefold().rsplit(maxsplit=1)[-1]
        people = (a for a in self._cast.actors if self._cast.is_person(a.id))
        return any(a.name.casefold().split()[-1:] == [last] for a in people)

    def people_in(self, within: Span) -> list[tuple[str, Span]]:
        """The persons named within, each with its mention, in text order."""
        inside = [r for r in self._cast.references if within.covers(r.mention.span)]
        ordered = sorted(inside, key=lambda r: r.mention.span)
        return [(i, r.mention.span) for r in ordered for i in r.actors if self._cast.is_person(i)]

    def _ids(self, token: Token) -> tuple[str, ...]:
        found = self._cast.at(token)
        if found:
            return found
        for child in token.children:
            if child.dep_ == "appos" and self._cast.at(child):
                return self._cast.at(child)
        if token.lemma_.lower() in nouns("document"):
            return self._issuer(token)
        if token.lemma_.lower() in nouns("spokesman"):
            return self._state(token) or self._within(token) or self._shortened(token)
        if token.lemma_.lower() in nouns("survey"):
            return self._within(token) or self._by_participle(token)
        if token.lower_ in terms("state_nouns", "state"):
            return self._state(token) or self._shortened(token)
        return self._listed(token) or self._shortened(token)

    def _shortened(self, token: Token) -> tuple[str, ...]:
        """ "The ministry", "a mission spokesman": the only body named before that is one."""
        word = token.lower_
        if token.pos_ != "NOUN" or not (_definite(token) or token.dep_ == "compound"):
            return ()
        bodies = (a for a in self._cast.by_id.values() if a.type is ActorType.ORGANIZATION)
        named = {
            body.id
            for body in bodies
            if body.name.lower().split()[-1:] == [word]
            and any(m.span.end <= token.idx for m in body.mentions)
        }
        named |= {m.id for m in self._cast.missions if word in _OPERATIONS}
        return tuple(named) if len(named) == 1 else ()

    def _state(self, token: Token) -> tuple[str, ...]:
        """ "German officials" and "Germany's government" speak for Germany."""
        for child in token.lefts:
            inside = child.dep_ in _INSIDE
            found = state_named(child, self._cast) if inside else ()
            found = found or (self._states(child) if inside and child.dep_ == "poss" else ())
            if found:
                return found
        return ()

    def _states(self, token: Token) -> tuple[str, ...]:
        known = self._cast.by_id
        return tuple(
            i for i in self._cast.at(token) if i in known and known[i].type is ActorType.STATE
        )

    def _listed(self, token: Token) -> tuple[str, ...]:
        """ "firms including A, B and C" are those that are named."""
        found: list[str] = []
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in _LISTING:
                for name in (c for c in child.children if c.dep_ == "pobj"):
                    for one in (name, *(c for c in name.conjuncts if c.i > name.i)):
                        found.extend(self._cast.at(one))
        return tuple(found)

    def _within(self, token: Token) -> tuple[str, ...]:
        """The organization or office that a spokesman speaks for, from his title."""
        others = token.lemma_.lower() in nouns("other")
        for child in token.children:
            found = self._cast.at(child) if child.dep_ in _INSIDE else ()
            if others and any(self._cast.is_person(i) for i in found):
                return ()
            if not found and child.dep_ == "compound":
                found = self._within(child) or self._shortened(child)
            if found:
                return found
        for child in token.children:
            if child.dep_ == "prep" and child.lower_ in {"of", "for", "from", "by", "in", "at"}:
                for other in child.children:
                    found = self._cast.at(other) or self._within(other)
                    if others and any(self._cast.is_person(i) for i in found):
                        return ()
                    if found:
                        return found
        return ()

    def _issuer(self, document: Token) -> tuple[str, ...]:
        """Who issued a document: named with it, by its verb, or some lines above."""
        found = self._stated_issuer(document)
        bare = document.tag_ in {"NNS", "NNPS"} and not _definite(document)
        generic = bare or any(c.lower_ in {"a", "an"} for c in document.lefts)
        return found if found or generic or _issued_by(document) else self._earlier(document)

    def _stated_issuer(self, document: Token) -> tuple[str, ...]:
        found = self._state(document) or self._within(document) or self._by_participle(document)
        if found or _issued_by(document):
            return found
        by = document.head
        if document.dep_ == "pobj" and by.lower_ in {"in", "with", "through"}:
            by = by.head
        if by.pos_ == "VERB" and by.lower_ != "according" and document.dep_ in {"dobj", "pobj"}:
            subject = subject_of(by)
            if subject is not None and subject.i != document.i:
                return self._cast.at(subject) or self._within(subject)
        return ()

    def _by_participle(self, document: Token) -> tuple[str, ...]:
        for child in document.children:
            if child.dep_ in {"acl", "relcl"}:
                for by in child.children:
                    if by.dep_ == "agent":
                        return next((self._cast.at(c) or self._within(c) for c in by.children), ())
        return ()

    def _earlier(self, document: Token) -> tuple[str, ...]:
        """ "the statement" is the last such document before it."""
        doc = document.doc
        for i in range(document.i - 1, -1, -1):
            other = doc[i]
            if other.lemma_.lower() in nouns("document") and other.pos_ == "NOUN":
                found = self._stated_issuer(other)
                if found or _issued_by(other):
                    return found
        return ()
