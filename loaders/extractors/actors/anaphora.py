"""References without a name, read in text order: titles, descriptions, pronouns."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from spacy.tokens import Doc, Token

from loaders.extractors.actors.holders import Holder, candidates, holders, is_voice, ranks
from loaders.extractors.actors.offices import Office
from loaders.extractors.actors.page import Page
from loaders.extractors.actors.titles import singular, title_words
from loaders.facts import ActorType, Mention, MentionKind, Span
from loaders.reading.cast import Cast, Reference
from loaders.reading.coreference.memory import Memory, Seen
from loaders.reading.coreference.plural import leaders, together
from loaders.reading.coreference.singular import GENDERS, person, thing
from loaders.reading.quotations import find_quotations
from loaders.tables import rows

_ADDRESSES = {"madam": "f", "madame": "f", "mister": "m"}
_SUBJECTS = {"nsubj", "nsubjpass"}
_OBJECT_VERBS = {"thank", "praise", "commend", "congratulate", "applaud", "honor", "accuse"}
_EXPLETIVE = {"be", "seem", "appear", "become", "remain"}
_PARTIES = 8  # sentences back that "the two sides" still finds who met
_PERSONS = 40  # sentences back that a title still finds its holder's name
_TURN = re.compile(r"^[ \t]*[–—-][ \t]+(\S.*?)(?=[ \t][–—-][ \t]|$)", re.MULTILINE)
Title = tuple[Office, str | None, bool]


@dataclass(frozen=True)
class Known:
    """What is known of the actors: kinds of bodies, genders, titles without a name."""

    kinds: Mapping[str, str]
    genders: Mapping[str, str]
    titles: list[Title]


class Reader:
    """Goes through the text once and resolves each reference from what came before."""

    def __init__(self, doc: Doc, page: Page, cast: Cast, known: Known) -> None:
        self._doc, self._page, self._cast, self._known = doc, page, cast, known
        self._memory = Memory()
        self._genders = dict(known.genders)
        self._holders: list[Holder] = holders(cast.actors)
        self._ranks = ranks(cast)
        self._sentence = {i: n for n, s in enumerate(doc.sents) for i in range(s.start, s.end)}
        quoted = find_quotations(page.source)
        self._quoted = {c for q in quoted for c in range(q.span.start, q.span.end)}
        self._quoted.update(c for m in _TURN.finditer(page.source) for c in range(*m.span(1)))
        by_name = (r for r in cast.references if r.mention.kind is MentionKind.NAME)
        self._names = {r.mention.span.start: r.actors for r in by_name}
        self._nouns = {row[0]: row[1] for row in rows("collective_nouns")}

    def references(self) -> Iterator[Reference]:
        """All references that the rules resolve, in text order."""
        named = {r.mention.span.start: r for r in self._cast.references}
        singular = [t for t in self._known.titles if not t[0].plural]
        titles = {self._page.words[t[0].start].start: t for t in singular}
        reached = 0
        for token in self._doc:
            title = titles.get(token.idx) if token.idx >= reached else None
            reference = named.get(token.idx)
            if title and reference and self._ends(title) > reference.mention.span.end:
                reference = None
            new = reference is None
            if new and token.idx >= reached:
                reference = self._title(title) if title else self._other(token)
            if reference:
                reached = max(reached, reference.mention.span.end)
                self._remember(reference)
                if new:
                    yield reference

    def _ends(self, title: Title) -> int:
        return self._page.words[title[0].end - 1].end

    def _remember(self, reference: Reference) -> None:
        span = reference.mention.span
        words = self._doc.char_span(span.start, span.end, alignment_mode="expand")
        if words is not None and reference.actors:
            root = words.root
            people = all(self._cast.is_person(i) for i in reference.actors)
            self._memory.add(self._seen(root, reference.actors, "person" if people else "thing"))

    def _seen(self, token: Token, actors: tuple[str, ...], kind: str) -> Seen:
        head = token
        while head.dep_ in {"conj", "appos", "compound"} and head.head != head:
            head = head.head
        governor = head.head
        while governor.pos_ == "ADP" and governor.head != governor:
            governor = governor.head
        return Seen(
            actors,
            token.i,
            self._sentence[token.i],
            head.dep_ in _SUBJECTS,
            kind,
            governor.i,
            token.idx in self._quoted,
        )

    def _title(self, title: Title) -> Reference | None:
        office, of, known = title
        span = self._page.span(office.start, office.end)
        token = self._page.tokens[office.end - 1]
        if known:
            fitting = candidates(office, self._holders, of)
            holder = self._latest(fitting, token)
            if holder:
                self._learn(holder, office)
                return Reference(Mention(span, MentionKind.OFFICE), (holder,))
        if of and is_voice(office):
            return Reference(Mention(span, MentionKind.OFFICE), (of,))
        group = of and office.head not in title_words("loose")
        return Reference(Mention(span, MentionKind.OFFICE), ()) if group else None

    def _learn(self, holder: str, office: Office) -> None:
        """ "Madam President" tells the president's gender."""
        gender = _ADDRESSES.get(self._page.lower(office.start - 1))
        if gender:
            self._genders[holder] = gender

    def _latest(self, fitting: list[str], token: Token) -> str | None:
        """Of several bearers the latest subject, else the latest; one alone may be named later."""
        sentence = self._sentence.get(token.i, 0)
        latest = None
        for one in self._memory.before(token.i, sentence, _PERSONS):
            if len(one.actors) == 1 and one.actors[0] in fitting:
                if one.subject or len(fitting) == 1:
                    return one.actors[0]
                latest = latest or one.actors[0]
        return latest or (fitting[0] if len(fitting) == 1 else None)

    def _other(self, token: Token) -> Reference | None:
        word = token.lower_
        if word in GENDERS:
            asked = self._seen(token, (), "person")
            never = self._below(token)
            found = self._praised(token)
            found = found or person(word, asked, self._memory, self._genders, never)
            return self._pronoun(token, (found,) if found else ())
        if word == "they" or (word == "them" and token.dep_ != "det"):
            return self._pronoun(token, self._they(token))
        if word == "it" and token.dep_ == "nsubj" and token.head.lemma_ not in _EXPLETIVE:
            found = thing(self._seen(token, (), "thing"), self._memory)
            return self._pronoun(token, (found,) if found else ())
        if word in self._nouns and token.pos_ in {"NOUN", "PROPN", "NUM"}:
            return self._noun(token, self._nouns[word])
        if token.dep_ in _SUBJECTS and token.pos_ in {"NOUN", "PROPN"}:
            plural = token.tag_ in {"NNS", "NNPS"}
            self._memory.add(self._seen(token, (), "nouns" if plural else "noun"))
        return None

    def _below(self, token: Token) -> frozenset[str]:
        """Who is named in the clause of a pronoun subject or below it: "he" is none of them."""
        if token.dep_ not in _SUBJECTS:
            return frozenset()
        clause = [t.idx for t in token.head.subtree if t.i > token.i]
        return frozenset(i for at in clause for i in self._names.get(at, ()))

    def _praised(self, token: Token) -> str | None:
        """In "thanked X for his …" the pronoun means the object."""
        verb = next((a for a in token.ancestors if a.pos_ == "VERB"), None)
        if token.dep_ != "poss" or verb is None or verb.lemma_ not in _OBJECT_VERBS:
            return None
        thanked = [c.i for c in verb.children if c.dep_ == "dobj" and c.i < token.i]
        for one in self._memory.before(token.i, self._sentence[token.i], 0):
            if thanked and one.at <= thanked[0] < token.i and one.kind == "person":
                fits = self._genders.get(one.actors[0]) in {None, GENDERS[token.lower_]}
                return one.actors[0] if one.at >= thanked[0] - 5 and fits else None
        return None

    def _they(self, token: Token) -> tuple[str, ...]:
        asked = self._seen(token, (), "person")
        return together(asked, self._memory)

    def _pronoun(self, token: Token, actors: tuple[str, ...]) -> Reference | None:
        span = Span(token.idx, token.idx + len(token))
        return Reference(Mention(span, MentionKind.PRONOUN), actors) if actors else None

    def _noun(self, token: Token, means: str) -> Reference | None:
        left = [t.lower_ for t in token.lefts]
        plain = set(left) <= {"the", "both", "two", "three", "these", "all", "other"}
        plain = plain and bool({"the", "both", "these"} & set(left))
        if not plain or any(t.dep_ in {"prep", "relcl"} for t in token.rights):
            return None
        actors = self._meant(token, means, 2 if {"two", "both"} & {*left, token.lower_} else None)
        if not actors:
            return None
        start = min(t.idx for t in [token, *token.lefts])
        span = Span(start, token.idx + len(token))
        return Reference(Mention(span, MentionKind.DESCRIPTION), actors)

    def _meant(self, token: Token, means: str, number: int | None) -> tuple[str, ...]:
        asked = self._seen(token, (), "person")
        if means == "parties":
            return together(asked, self._memory, _PARTIES)
        if means == "leaders":
            return self._leaders(token, asked, number)
        if means == "states":
            return ()
        for one in self._memory.before(token.i, asked.sentence, _PERSONS):
            if len(one.actors) == 1 and self._known.kinds.get(one.actors[0]) == means:
                return one.actors
        return ()

    def _leaders(self, token: Token, asked: Seen, number: int | None) -> tuple[str, ...]:
        """ "The two ministers" are ministers, and others than who speaks of them."""
        bearers = {h.actor for h in self._holders if singular(token.lower_) in h.title.split()}
        ranks = {i: r for i, r in self._ranks.items() if i in bearers}
        ranks = ranks if len(ranks) > 1 else dict(self._ranks)
        above = {a.head.i for a in (token, *token.ancestors) if a.dep_ == "ccomp"}
        here = self._memory.before(token.i, asked.sentence, 0)
        speakers = {i for one in here if one.subject and one.verb in above for i in one.actors}
        others = {i: r for i, r in ranks.items() if i not in speakers}
        found = leaders(asked, self._memory, others, number) if number else ()
        return found or leaders(asked, self._memory, ranks, number)


def kind_of(actor_type: ActorType, kind: str) -> str:
    """What an actor may be called: the last word of a body's kind, "state"."""
    return "state" if actor_type is ActorType.STATE else kind
