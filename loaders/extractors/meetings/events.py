"""Named or staged gatherings that somebody attends: summits, conferences, forums."""

from collections.abc import Iterator

from spacy.tokens import Token

from loaders.extractors.meetings import words
from loaders.extractors.meetings.clauses import after, clause, passive, prepositions, subject
from loaders.extractors.meetings.gathering import gathered_by
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.sessions import indefinite
from loaders.extractors.meetings.telling import Telling
from loaders.reading.cast import Cast

_GOING = {"travel", "fly", "go", "be", "arrive", "gather", "come"}
_VERBS = {"VERB", "AUX"}
_PAIR = 2
_BOUND = {"travel", "fly", "go", "head", "arrive", "come"}
_TAKING_PART = {"attend", "participate", "take", "join", "chair"}
_RESOLVING = {"agree", "vow", "pledge", "promise", "decide", "resolve"}
_SPEAKING = {"speak", "talk"}
_MEETING = ("with", "object", "together", "light")
_STEERING = {"address", "lead", "join", "chair", "open"}


def told_by_event(token: Token, cast: Cast) -> Iterator[Telling]:
    """Who takes part in the event that the noun at `token` names."""
    entry = words.noun(token)
    if entry is None or token.dep_ == "compound":
        return
    named = entry.reach == "event" and (not entry.weak or _bound_for(token))
    named = named or (entry.reach != "trip" and gathered_by(token, cast) is not None)
    if not named and not _titled(token) and not _staged(token):
        return
    if entry.kind == "call" or _body(token, cast):
        return
    gathered = gathered_by(token, cast)
    own = gathered or _taking_part(token, cast)
    if own is None or own.empty or not own.actors or own.press:
        return
    company = prepositions(clause(token), "with", "together")
    others = after(company[0], cast) if company else Party()
    sides = (own, others) if not others.empty else (own,)
    name = _name(token)
    rule = "meeting.noun.gathered" if gathered else "meeting.event.attend"
    pair = gathered is not None and len(gathered.actors) == _PAIR and entry.reach == "pair"
    yield Telling(token, entry.kind if pair else "multilateral", sides, rule, name=name)


def _bound_for(token: Token) -> bool:
    """Whether a journey leads there: "goes to Oslo for the climate conference"."""
    led = token.dep_ == "pobj" and token.head.lower_ == "for"
    travelling = led and clause(token.head).lemma_ in _BOUND
    return travelling and bool(prepositions(clause(token.head), "to", "in"))


def _staged(token: Token) -> bool:
    """ "took part in a high-level meeting on X": a gathering by what it is about or of whom."""
    head = token.head
    verb = head.head if token.dep_ == "pobj" and head.lower_ == "in" else head
    taking_part = verb.lemma_ in _TAKING_PART and (token.dep_ == "dobj" or head != verb)
    told = prepositions(token, "of", "on") and indefinite(token)
    return taking_part and bool(told) and not prepositions(token, "with", "between")


def _body(token: Token, cast: Cast) -> bool:
    """Whether the name is a body's that is addressed or led, no event that people go to."""
    return token.dep_ == "dobj" and token.head.lemma_ in _STEERING and bool(cast.at(token))


def _titled(token: Token) -> bool:
    """Whether the noun is the head of a proper name ("East Asia Summit")."""
    if token.pos_ != "PROPN" or not token.text[:1].isupper():
        return False
    parts = {"compound", "nmod", "poss"}
    named = any(c.pos_ == "PROPN" for c in token.children if c.dep_ in parts)
    return named or bool(prepositions(token, "of", "on"))


def _name(token: Token) -> str:
    start = token.left_edge.i
    while token.doc[start].pos_ in {"DET", "PRON"} and start < token.i:
        start += 1
    return " ".join(token.doc[start : token.i + 1].text.split())


def _taking_part(token: Token, cast: Cast) -> Party | None:
    """The subject of "attend the summit", "participate in", "travel to X for the summit"."""
    top = token
    while top.dep_ == "conj" and top.head.pos_ in {"NOUN", "PROPN"}:
        top = top.head
    head = top.head
    if top.dep_ == "dobj" and head.pos_ in _VERBS and words.verb(head, "event"):
        return subject(head, cast)
    if top.dep_ != "pobj":
        return None
    carrier = clause(head)
    if carrier.pos_ not in _VERBS or (head.head != carrier and head.lower_ != "for"):
        return None
    if head.lower_ == "over" and carrier.lemma_ == "preside":
        return subject(carrier, cast)
    if head.lower_ == "in" and carrier.lemma_ in {"participate", "take", "join"}:
        return subject(carrier, cast)
    if head.lower_ == "at" and head.head == carrier:
        return _acting_there(token, carrier, cast)
    if head.lower_ in {"at", "for"} and carrier.lemma_ == "join":
        return subject(carrier, cast)
    if head.lower_ == "for" and carrier.lemma_ in _GOING:
        return subject(carrier, cast)
    return None


def _acting_there(token: Token, verb: Token, cast: Cast) -> Party | None:
    """Who did something "at a summit in X", or at one that has a name: they were there."""
    if verb.lemma_ == "join":
        return subject(verb, cast)
    if verb.dep_ == "xcomp" and verb.head.lemma_ in _RESOLVING:
        verb = verb.head  # "agreed to reopen the border at a summit"
    meets = verb.lemma_ not in _SPEAKING and any(words.verb(verb, frame) for frame in _MEETING)
    if verb.tag_ != "VBD" or passive(verb) or meets:
        return None
    own = subject(verb, cast)
    if indefinite(token) and len(own.represented().actors) > 1:
        return own.represented()
    persons = any(cast.is_person(a) for a in own.actors)
    return own if persons and _titled(token) else None
