"""How a coming together stands: held, planned, cancelled, hypothetical or denied."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.meetings.auxiliaries import Standing, foreseen, negated, stated, waiting
from loaders.extractors.meetings.clauses import clause, opening, passive
from loaders.extractors.meetings.signs import (
    asked,
    being,
    condition,
    feeling,
    happening,
    has_subject,
    negation,
    perfect,
)
from loaders.extractors.meetings.words import status as word
from loaders.extractors.meetings.words import verb as words_verb
from loaders.facts import Status

_VERBS = {"VERB", "AUX"}
_HABITS = {"regularly", "often", "usually", "frequently", "routinely", "sometimes"}
_HABITS |= {"always", "continually", "constantly", "daily", "weekly", "annually"}
_COMING = {"next", "tomorrow", "upcoming", "coming"}
_LATER = {"before", "ahead"}
_DEPTH = 6
_INHERIT = "inherit"
_HAPPENING = {"hold", "take", "be", "happen", "occur"}
_OCCURRING = _HAPPENING | {"begin", "start", "resume", "follow", "open", "convene", "continue"}
_WISHING = {"call", "push", "press", "hope", "ask", "appeal"}
_AHEAD = {"look", "forward"}  # "looks forward to the visit"
_NOW = {"VBZ", "VBP"}
_GIVEN = {"when", "before", "after"}
_GOVERNED = {"to", "of", "about", "on", "in", "at", "from"}
_SETTLED = {"cancelled", "postponed", "declined"}


def standing(token: Token, depth: int = 0) -> Standing | None:
    """How what the verb or noun at `token` tells stands; None where it tells nothing."""
    if depth > _DEPTH:
        return None
    return _of_verb(token, depth) if token.pos_ in _VERBS else _of_noun(token, depth)


def _of_verb(verb: Token, depth: int) -> Standing | None:
    if any(c.lower_ in _HABITS for c in verb.children):
        return None
    if asked(verb):
        return _in_question(verb, depth)
    if conditional := condition(verb):
        return Standing(Status.HYPOTHETICAL, (conditional, verb))
    if verb.lemma_ == "invite" and stated(verb) and not passive(verb):
        return Standing(Status.HYPOTHETICAL, (verb,))  # the invitation tells, not what it led to
    own = waiting(verb) or foreseen(verb) or stated(verb)
    if own is None:
        own = _felt(verb, depth) or _governed(verb, depth)
    if own is None:
        return None
    denying = negation(verb)
    if denying and own.status in {Status.HELD, Status.PLANNED, Status.HYPOTHETICAL}:
        return negated(own, verb, denying)
    return _embedded(verb, own)


def _in_question(verb: Token, depth: int) -> Standing | None:
    """What is asked is open, and nothing where it asks for what was; "when" takes it as given."""
    given = any(c.lower_ in _GIVEN and c.dep_ in {"advmod", "mark"} for c in verb.children)
    if given and verb.dep_ == "advcl" and verb.tag_ in _NOW:
        return Standing(Status.PLANNED, (verb,))
    found = stated(verb) or _governed(verb, depth)
    coming = found is not None and found.status in {Status.PLANNED, Status.HYPOTHETICAL}
    return Standing(Status.HYPOTHETICAL, found.words) if found and coming else None


def _felt(verb: Token, depth: int) -> Standing | None:
    """ "was pleased to meet X", "is honored to host X"; "is happy to meet X" tells no meeting."""
    above = next((v for v in (verb.head, verb.head.head) if feeling(v)), None)
    if above is None or verb.tag_ != "VB":
        return None
    receiving = words_verb(verb, "host") is not None
    return standing(above, depth + 1) if receiving or not happening(above) else None


def _governed(verb: Token, depth: int) -> Standing | None:
    """The status of an infinitive, gerund or participle: its governor tells."""
    head = verb.head
    if head == verb:
        return None
    if verb.tag_ == "VBG" and verb.dep_ == "ccomp" and has_subject(verb):
        coming = any(t.lower_ in _COMING for t in verb.sent)
        return Standing(Status.PLANNED if coming else Status.HELD, (verb,))
    if head.pos_ == "ADP":
        return _after_preposition(head, verb, depth)
    if head.pos_ in {"NOUN", "PROPN"}:
        return _by_noun(verb, head, depth)
    infinitive = any(c.lower_ == "to" for c in verb.children if c.dep_ == "aux")
    said = word("governor", head)
    if said and (verb.dep_ in {"xcomp", "ccomp"} or said == _INHERIT):
        return _said(said, head, verb, depth)
    if said and infinitive and verb.dep_ == "advcl" and said != "planned":
        return _said(said, head, verb, depth)
    if infinitive and any(c.lower_ == "for" and c.dep_ == "mark" for c in verb.children):
        return Standing(Status.HYPOTHETICAL, (verb,))
    if infinitive and verb.dep_ == "advcl" and being(head):
        return Standing(Status.PLANNED, (head, verb))
    below = verb.dep_ in {"advcl", "acl", "conj", "dep"} and head.pos_ in _VERBS
    if below or opening(verb):
        return standing(head, depth + 1)
    return None


def _by_noun(verb: Token, noun: Token, depth: int) -> Standing | None:
    said = word("noun", noun)
    participle = verb.tag_ in {"VBG", "VBN"}
    if participle or said is None:
        above = clause(noun)
        return standing(above, depth + 1) if participle and above != verb else None
    if said == "hypothetical" and noun.head.lemma_ == "accept":
        return Standing(Status.PLANNED, (noun.head, noun, verb))
    if said == "planned" and (none := next((c for c in noun.children if c.lower_ == "no"), None)):
        return Standing(Status.DENIED, (none, noun, verb))
    return _said(said, noun, verb, depth)


def _after_preposition(preposition: Token, verb: Token, depth: int) -> Standing | None:
    head = preposition.head
    said = word("governor", head) if head.pos_ in _VERBS else word("noun", head)
    thanked = preposition.lower_ == "for" and head.lemma_ == "thank"
    if (thanked or preposition.lower_ in _GOVERNED) and said:
        return _said(said, head, verb, depth)
    above = clause(preposition)
    if above == verb or above.pos_ not in _VERBS:
        return Standing(Status.HELD, (verb,)) if preposition.lower_ == "after" else None
    if preposition.lower_ in {"after", "since", "before", "by", "upon", "while", "in", "following"}:
        return standing(above, depth + 1)
    return None


def _said(said: str, governor: Token, token: Token, depth: int) -> Standing | None:
    if said == "none":
        return None
    if said == _INHERIT:
        above = governor if governor.pos_ in _VERBS else clause(governor)
        return standing(above, depth + 1) if above != token else None
    if said == "planned" and negation(governor):
        status = Status.DENIED if governor.lemma_ in {"go", "plan"} else Status.DECLINED
        return Standing(status, (governor, token))
    return Standing(Status(said), (governor, token))


def _embedded(verb: Token, own: Standing) -> Standing:
    """A clause under "hopes that" or "denied that" stands as that verb says."""
    head = verb.head
    if verb.dep_ != "ccomp" or head.pos_ not in _VERBS:
        return own
    said = word("governor", head)
    if said in {"hypothetical", "denied"} and head.lemma_ not in {"suggest", "call"}:
        return Standing(Status(said), (head, *own.words))
    return own


def _of_noun(noun: Token, depth: int) -> Standing | None:
    found = _settled(noun) or _modified(noun, depth) or _carried(noun, depth)
    none = next((c for c in noun.children if c.dep_ == "det" and c.lower_ == "no"), None)
    if found is None or none is None or found.status not in {Status.HELD, Status.PLANNED}:
        return found
    return Standing(Status.DENIED, (none, noun))


def _settled(noun: Token) -> Standing | None:
    """ "cancelled a planned trip": what became of it outweighs what it was."""
    verb = noun.head
    if verb.pos_ not in _VERBS or noun.dep_ not in {"dobj", "nsubjpass"}:
        return None
    said = word("taker", verb)
    if said not in _SETTLED or negation(verb):
        return None
    done = stated(verb)
    happened = done is not None and done.status is Status.HELD
    return Standing(Status(said), (verb, noun)) if happened else None


def _modified(noun: Token, depth: int) -> Standing | None:
    """Adjectives, participles and relative clauses on the noun."""
    for child in _clauses(noun):
        if found := _clause_on(noun, child, depth):
            return found
    for child in noun.children:
        said = word("modifier", child) if child.dep_ in {"amod", "compound", "nmod"} else None
        if said and said not in {_INHERIT, "none"}:
            return Standing(Status(said), (child, noun))
    return None


def _clauses(noun: Token) -> Iterator[Token]:
    """Clauses on the noun, also where the parser hung them on the place it leads to."""
    for child in noun.children:
        if child.dep_ in {"relcl", "acl"} and child.pos_ in _VERBS:
            yield child
        if child.lower_ == "to":
            for place in child.children:
                yield from (c for c in place.children if c.dep_ == "relcl" and c.pos_ in _VERBS)


def _clause_on(noun: Token, verb: Token, depth: int) -> Standing | None:
    own = [c for c in verb.children if c.dep_ in {"nsubj", "nsubjpass"}]
    if verb.dep_ == "relcl" and not (own and own[0].tag_ in {"WDT", "WP"}):
        return None
    said = word("taker", verb)
    if said and said != _INHERIT and (verb.tag_ == "VBN"):
        return Standing(Status(said), (verb,))
    if verb.dep_ == "acl" and verb.tag_ == "VB" and verb.lemma_ in _OCCURRING:
        return Standing(Status.PLANNED, (noun, verb))
    named = any(c.dep_ == "attr" for c in verb.children)  # "which is the third of its kind"
    if verb.dep_ == "relcl" and verb.lemma_ in _HAPPENING and not named:
        return standing(verb, depth + 1)
    return None


def _carried(noun: Token, depth: int) -> Standing | None:
    """The verb or preposition that carries the noun."""
    head = noun.head
    if noun.dep_ == "conj" and head != noun and head.pos_ in {"NOUN", "PROPN"}:
        return _carried(head, depth + 1) if depth < _DEPTH else None
    if noun.dep_ == "pobj" and head.pos_ in {"ADP", "SCONJ", "VERB"}:
        return _under_preposition(noun, head, depth)
    if head.pos_ in _VERBS and head != noun:
        opening = next((c for c in head.children if c.dep_ == "mark" and c.i < noun.i), None)
        if noun.dep_ == "nsubj" and opening is not None and opening.lower_ in {"after", "before"}:
            return standing(head, depth + 1)
        return _taken(noun, head, depth)
    if noun.dep_ == "appos":
        return _carried(head, depth + 1) if depth < _DEPTH else None
    return Standing(Status.HELD, (noun,)) if noun.dep_ == "ROOT" else None


def _taken(noun: Token, verb: Token, depth: int) -> Standing | None:
    said = word("taker", verb)
    if said is None or said == _INHERIT:
        return standing(verb, depth + 1)
    if noun.dep_ in {"dobj", "nsubjpass", "xcomp", "ccomp", "nsubj"}:
        held = standing(verb, depth + 1)
        if held is None or held.status is not Status.HELD:
            return held if said == "planned" else Standing(Status.HYPOTHETICAL, (verb,))
        return Standing(Status(said), (verb, noun))
    return standing(verb, depth + 1)


def _under_preposition(noun: Token, preposition: Token, depth: int) -> Standing | None:
    head = preposition.head
    if preposition.lower_ in _LATER or (
        preposition.lower_ == "of" and head.lower_ in {"advance", "ahead"}
    ):
        return Standing(Status.PLANNED, (preposition, noun))
    if preposition.lower_ == "of" and (found := _modified(head, depth)):
        return found  # "the upcoming round of talks"
    if preposition.lower_ in {"of", "for", "to", "about"} and head.lemma_ == "wait":
        return Standing(Status.HYPOTHETICAL, (head, preposition)) if happening(head) else None
    if preposition.lower_ in {"of", "for", "to", "about"} and (
        wished := _wished(noun, preposition, depth)
    ):
        return wished
    above = clause(preposition.head)
    if above.pos_ not in _VERBS or above == preposition:
        return Standing(Status.HELD, (noun,))
    found = standing(above, depth + 1)
    if preposition.lower_ in {"after", "following", "since"}:
        return found if found and found.status is Status.HELD else None
    if preposition.lower_ in {"in", "during"} and perfect(above):
        return Standing(Status.HELD, (preposition, noun))
    return found


def _wished(noun: Token, preposition: Token, depth: int) -> Standing | None:
    """What a noun or verb leads to: "the plan for talks", "pressed for talks"."""
    head = preposition.head
    if head.pos_ in {"NOUN", "PROPN"} and (said := word("noun", head)):
        return _said(said, head, noun, depth)
    if head.lemma_ in _WISHING:
        return Standing(Status.HYPOTHETICAL, (head, preposition))
    if preposition.lower_ == "to" and head.lemma_ in _AHEAD:
        return Standing(Status.PLANNED, (head, noun))
    if preposition.lower_ in {"to", "for"} and head.lemma_ in {"invite", "agree"}:
        said = word("governor", head) or "hypothetical"
        return Standing(Status(said), (head, noun))
    return None
