"""Who does what a verb or noun tells: subjects, objects and those understood from above."""

from spacy.tokens import Token

from loaders.extractors.meetings.parties import party
from loaders.extractors.meetings.party import Party
from loaders.extractors.meetings.words import people, status
from loaders.reading.cast import Cast

_SUBJECTS = {"nsubj", "nsubjpass"}
_VERBS = {"VERB", "AUX"}
_FINITE = {"VBD", "VBZ", "VBP"}
_SENDING = {"announce", "name", "appoint", "designate", "send", "dispatch", "nominate"}
_THANKING = {"thank", "praise", "congratulate"}  # for what those thanked did
_DEPTH = 8
_REACH = 8


def clause(token: Token) -> Token:
    """The nearest verb that governs the token, or the token itself where it is one."""
    found = token
    while (found.pos_ not in _VERBS or found.dep_ == "prep") and found.head != found:
        found = found.head
    return found


def prepositions(token: Token, *words: str) -> tuple[Token, ...]:
    """The prepositions among `words` that hang on the token."""
    return tuple(c for c in token.children if c.lower_ in words and c.dep_ in {"prep", "agent"})


def passive(verb: Token) -> bool:
    """Whether the verb stands in the passive."""
    return any(c.dep_ in {"auxpass", "nsubjpass"} for c in verb.children)


def phrase(token: Token, cast: Cast) -> Party:
    """The people in the list that begins where the phrase of `token` begins."""
    doc = token.doc
    return party(doc, token.left_edge.i, max(token.sent.end, token.i + 1), cast)


def after(token: Token, cast: Cast, several: bool = False) -> Party:
    """The people in the list that follows the token; `several` where more than one must come."""
    return party(token.doc, token.i + 1, token.sent.end, cast, several)


def subject(verb: Token, cast: Cast, depth: int = 0, apart_from: Token | None = None) -> Party:
    """Who does what the verb tells: its own subject (but `apart_from`), else the one understood."""
    own = [c for c in verb.children if c.dep_ in _SUBJECTS and c != apart_from]
    own = [c for c in own if not _labelling(c, verb)]
    if own:
        return _own_subject(verb, own, cast)
    if verb.tag_ == "VBD" and verb.dep_ == "acl" and verb.nbor(-1).text == ",":
        return party(verb.doc, verb.head.left_edge.i, verb.i, cast)  # the main verb, misread
    if verb.tag_ in _FINITE and verb.dep_ not in {"conj", "relcl"}:
        return _just_before(verb, cast)
    if depth > _DEPTH or verb.head == verb:
        return Party()
    if opening(verb):
        return subject(verb.head, cast, depth + 1, apart_from=verb)
    return _understood(verb, cast, depth + 1)


def opening(verb: Token) -> bool:
    """Whether a participle that opens the clause was read as its subject: "Meeting B, A said"."""
    others = any(c.dep_ in _SUBJECTS and c != verb for c in verb.head.children)
    return verb.tag_ == "VBG" and verb.dep_ in {"nsubj", "csubj"} and others


def _labelling(token: Token, verb: Token) -> bool:
    """Whether a subject only marks a turn or an item: "Q Is he ...", "Forum: A will"."""
    others = any(c.dep_ in _SUBJECTS and c.i > token.i for c in verb.children)
    if not others or token.right_edge.i + 1 >= verb.i:
        return False
    following = token.nbor(1)
    turn = token.text == "Q" and token.i <= token.sent.start + 1
    return turn or following.text == ":" or token.right_edge.nbor(1).text == ":"


def _just_before(verb: Token, cast: Cast) -> Party:
    """What stands between a comma and the verb: the parser took it for part of what is before."""
    for i in range(verb.i - 1, max(verb.i - _REACH, verb.sent.start), -1):
        if verb.doc[i].text == ",":
            return party(verb.doc, i + 1, verb.i, cast)
    return Party()


def _own_subject(verb: Token, own: list[Token], cast: Cast) -> Party:
    if own[0].tag_ in {"WDT", "WP"} and verb.dep_ == "relcl":
        return party(verb.doc, verb.head.left_edge.i, own[0].i, cast)
    start = min(c.left_edge.i for c in own)
    found = party(verb.doc, start, verb.i, cast)
    wider = _list_start(verb, start, cast)
    return party(verb.doc, wider, verb.i, cast) if wider < start else found


def _list_start(verb: Token, start: int, cast: Cast) -> int:
    """Where a list of people begins that the parser cut before its last member."""
    doc, i = verb.doc, start
    while i - 1 > verb.sent.start and _titular(doc[i - 1]):
        i -= 1
    if doc[i - 1].lower_ not in {",", "and"}:
        return start
    while i - 1 > verb.sent.start and doc[i - 1].lower_ in {",", "and"}:
        if doc[i - 2].text == ",":
            i -= 1
        j = i - 2
        while j >= verb.sent.start and _titular(doc[j]):
            j -= 1
        members = doc[j + 1 : i - 1]
        if not len(members) or not any(cast.is_person(a) for a in cast.within(members)):
            break
        if j >= verb.sent.start and doc[j].lower_ not in {",", "and"}:
            break
        i = j + 1
    return i


def _titular(token: Token) -> bool:
    if token.lower_ in {"of", "the", "for", "to"} or token.tag_ == "POS":
        return True
    return token.pos_ in {"PROPN", "NOUN", "ADJ"} and token.lower_ != ","


def _understood(verb: Token, cast: Cast, depth: int) -> Party:
    head = verb.head
    if verb.dep_ == "relcl":
        return Party()
    if head.pos_ == "ADP":
        head = head.head
    if head.pos_ not in _VERBS:
        return _of_noun(verb, head, cast, depth)
    if verb.head.lower_ == "for" and head.lemma_ in _THANKING:
        thanked = [c for c in head.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i]
        return phrase(thanked[0], cast) if thanked else Party()
    if verb.dep_ in {"xcomp", "ccomp", "advcl"}:
        asked = [c for c in head.children if c.dep_ in {"dobj", "dative"} and c.i < verb.i]
        if asked and verb.tag_ == "VB" and status("governor", head) == "hypothetical":
            return phrase(asked[0], cast)
        if verb.tag_ == "VB" and head.lemma_ in _SENDING:
            sent = phrase(asked[0], cast) if asked else Party()
            return sent if any(cast.is_person(a) for a in sent.actors) else Party()
    return subject(head, cast, depth)


def _of_noun(verb: Token, noun: Token, cast: Cast, depth: int) -> Party:
    """ "authorities meeting in X" have the noun as subject, "her plan to meet" its owner."""
    if noun.pos_ not in {"NOUN", "PROPN", "PRON"}:
        return subject(clause(noun), cast, depth) if clause(noun) != verb else Party()
    if any(c.dep_ in _SUBJECTS for c in noun.children):
        return subject(noun, cast, depth)  # a verb read as a noun: "hopes to"
    if (going := _group_going(noun)) is not None:
        return phrase(going, cast)
    if verb.tag_ == "VBG" and verb.dep_ in {"acl", "appos"}:
        return party(noun.doc, noun.left_edge.i, verb.i, cast)
    return owner(noun, cast, depth)


def _group_going(noun: Token) -> Token | None:
    """The delegation of "a delegation to Oslo to attend the summit": no place attends it."""
    place = noun
    while place.dep_ in {"appos", "conj", "npadvmod"} and place.head.pos_ == "PROPN":
        place = place.head
    above = place.head.head if place.dep_ == "pobj" and place.head.lower_ == "to" else noun
    return above if above != noun and people(above) == "body" else None


def owner(noun: Token, cast: Cast, depth: int = 0) -> Party:
    """Whose the noun is: its possessor, "of" or "by" phrase, else the subject of its verb."""
    for child in noun.children:
        if child.dep_ == "poss":
            return possessor(child, cast)
    for preposition in prepositions(noun, "by", "for", "to"):
        found = after(preposition, cast)
        if found.actors:
            return found
    governor = clause(noun)
    if noun.dep_ not in {"dobj", "attr"} or governor != noun.head or depth > _DEPTH:
        return Party()
    return subject(governor, cast, depth + 1)


def possessor(token: Token, cast: Cast) -> Party:
    """The people of a possessive: "her", "X and Y's"."""
    if token.pos_ == "PRON":
        return Party(tuple((actor,) for actor in cast.at(token) or _foretold(token, cast)))
    found = party(token.doc, token.left_edge.i, token.i + 1, cast)
    return found if found.actors else Party(tuple((actor,) for actor in cast.at(token)))


def _foretold(token: Token, cast: Cast) -> tuple[str, ...]:
    """Whom "her" means in "Her talks with X went well, Y said": the speaker named behind."""
    verb = clause(token)
    if token.lower_ not in {"his", "her"} or verb.dep_ != "ccomp" or verb.head.i < token.i:
        return ()
    saying = [c for c in verb.head.children if c.dep_ == "nsubj"]
    return cast.at(saying[0]) if saying else ()


def inviter(verb: Token, cast: Cast) -> Party:
    """Who invites, where the verb is what somebody is invited to do."""
    head = verb.head
    if head.lemma_ == "invite" and head.pos_ in _VERBS:
        return subject(head, cast)
    if head.lemma_ == "invitation":
        behalf = next((t for t in head.subtree if t.lower_ == "behalf"), None)
        if behalf is not None and (of := prepositions(behalf, "of")):
            return after(of[0], cast)
        carrier = clause(head)
        if carrier.pos_ in _VERBS and carrier.lemma_ != "accept":
            return subject(carrier, cast)
    return Party()
